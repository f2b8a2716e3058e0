package io.quittance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code invoice read} takes what the official rules call valid and refuses or holds what they call invalid, sample by sample.
 * Where we judge otherwise, {@link #OTHERWISE} says what and why. That the official rules themselves say what an independent run
 * of them said is proven in {@code rulesets}.
 */
class JudgedSamplesTest {

    private static final Path FOLDER =
            Program.root().resolve("../shared/reference/einvoice").normalize();

    /** File, our verdict, and why it is another one than the official. */
    private static final Map<String, Otherwise> OTHERWISE = Map.of(
            "zc-intra-community-K.cii.xml",
            new Otherwise("reject", "Q308", "its IBAN has wrong check digits; no official rule looks at them"),
            "it-fatturapa-windows1252.xml",
            new Otherwise(
                    "accept",
                    "Q312",
                    "CodiceArticolo lacks its second half; we do not read it, and have no schema of Italy"));

    private record Otherwise(String verdict, String code, String why) {}

    @TempDir
    static Path home;

    private static final Set<String> seen = new TreeSet<>();

    @TestFactory
    Stream<DynamicTest> asTheOfficialRulesJudge() throws IOException {
        if (!Files.isRegularFile(FOLDER.resolve("expected.csv"))) {
            return Stream.of(DynamicTest.dynamicTest(
                    "samples are absent", () -> Assumptions.abort("there are no samples in " + FOLDER)));
        }
        Map<String, List<NamedCsvRecord>> ours =
                rows(new Program(home).ok("invoice", "read", FOLDER.toString(), "--format", "csv")).stream()
                        .collect(Collectors.groupingBy(
                                row -> row.getField("file"), LinkedHashMap::new, Collectors.toList()));
        List<NamedCsvRecord> official = rows(Files.readString(FOLDER.resolve("expected.csv")));
        assertThat(official).hasSizeGreaterThan(30);
        return Stream.concat(
                official.stream()
                        .map(row -> DynamicTest.dynamicTest(
                                row.getField("file") + ": " + row.getField("valid"),
                                () -> check(row, ours.get(row.getField("file"))))),
                Stream.of(DynamicTest.dynamicTest(
                        "every difference that is listed was there",
                        () -> assertThat(seen).isEqualTo(OTHERWISE.keySet()))));
    }

    private static List<NamedCsvRecord> rows(String csv) {
        return CsvReader.builder().ofNamedCsvRecord(csv).stream().toList();
    }

    private static void check(NamedCsvRecord official, List<NamedCsvRecord> documents) {
        assertThat(documents).as("one document").hasSize(1);
        NamedCsvRecord ours = documents.getFirst();
        List<String> codes = List.of(ours.getField("codes").split("\\|"));
        Otherwise otherwise = OTHERWISE.get(official.getField("file"));
        if (otherwise != null) {
            seen.add(official.getField("file"));
            assertThat(ours.getField("verdict")).as(otherwise.why()).isEqualTo(otherwise.verdict());
            assertThat(codes).contains(otherwise.code());
            return;
        }
        switch (official.getField("valid")) {
            case "valid", "not-validated" ->
                assertThat(ours.getField("verdict")).as(ours.getField("codes")).isEqualTo("accept");
            case "unparseable" -> {
                assertThat(ours.getField("verdict")).isEqualTo("reject");
                assertThat(codes).containsExactly("Q101");
            }
            default -> {
                assertThat(ours.getField("verdict")).isIn("hold", "reject");
                assertThat(codes).containsAll(failed(official));
            }
        }
    }

    /** Every official rule that is broken is told by its name, faults of the schema as XSD. */
    private static List<String> failed(NamedCsvRecord official) {
        return Stream.of(official.getField("failed_rules").split("\\|"))
                .map(rule -> rule.startsWith("XSD:") ? "XSD" : rule)
                .distinct()
                .toList();
    }
}
