package io.quittance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quittance.payment.pain001.SchemaCheck;
import io.quittance.testkit.golden.Golden;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole pipeline on the example world, against what fixtures/demo/expected says by other means. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoIT {

    private Path folder;
    private Program program;
    private Path home;
    private String summary;

    @BeforeAll
    void demo(@TempDir Path temporary) {
        folder = temporary;
        home = folder.resolve("demo");
        program = new Program(home);
        summary = program.ok("demo");
    }

    @Test
    @Order(1)
    void everyDocumentGetsTheVerdictThatWasWorkedOutForIt() throws IOException {
        Map<String, NamedCsvRecord> documents = csv(program.ok("list", "invoices", "--format", "csv")).stream()
                .collect(Collectors.toMap(row -> row.getField("file") + ":" + row.getField("position"), row -> row));
        for (NamedCsvRecord expected : fixture("verdicts.csv")) {
            String place = expected.getField("file") + ":" + expected.getField("position");
            NamedCsvRecord actual = documents.get(place);
            String verdict = expected.getField("verdict");
            if (actual == null) {
                assertThat(verdict).as(place + " was refused while reading").isIn("REJECTED", "");
                continue;
            }
            assertThat(actual.getField("verdict")).as(place).isEqualTo(verdict);
            if (verdict.equals("ACCEPTED")) {
                assertThat(actual.getField("treatment")).as(place).isEqualTo(expected.getField("treatment"));
                // The fixture has what each document states; in lists a credit note is negative.
                String sign = actual.getField("kind").equals("CREDIT_NOTE") ? "-" : "";
                assertThat(actual.getField("payable")).as(place).isEqualTo(sign + expected.getField("payable"));
            }
        }
    }

    @Test
    @Order(2)
    void everyCodeThatTheFixturesClaimIsRaised() throws IOException {
        var claimed = new TreeSet<String>();
        for (NamedCsvRecord expected : fixture("verdicts.csv")) {
            claimed.addAll(List.of(expected.getField("codes").split(" ")));
        }
        claimed.remove("");
        List<String> raised = csv(program.ok("list", "findings", "--format", "csv")).stream()
                .map(row -> row.getField("code"))
                .distinct()
                .toList();
        assertThat(raised).containsAll(claimed);
        assertThat(claimed).hasSizeGreaterThan(45);
    }

    @Test
    @Order(3)
    void paymentsAreThoseThatWereWorkedOut() throws IOException {
        List<String> expected = fixture("payments.csv").stream()
                .map(row -> String.join(
                        " ",
                        row.getField("entity"),
                        row.getField("contractor"),
                        row.getField("currency"),
                        row.getField("amount"),
                        row.getField("rail")))
                .sorted()
                .toList();
        List<String> actual = csv(program.ok("list", "payments", "--format", "csv")).stream()
                .filter(row -> row.getField("run").endsWith("-20261125-01"))
                .map(row -> String.join(
                        " ",
                        row.getField("entity"),
                        row.getField("contractor"),
                        row.getField("currency"),
                        row.getField("amount"),
                        row.getField("rail")))
                .sorted()
                .toList();
        assertThat(actual).isEqualTo(expected);
    }

    @Test
    @Order(4)
    void theBankDayIsWhatTheSimulatorWritesForTheseFiles() throws IOException {
        for (var answer : new BankDay(home.resolve("outbox/payments")).answers().entrySet()) {
            Golden.assertEquals(
                    "fixtures/demo/bank/" + answer.getKey(), new String(answer.getValue(), StandardCharsets.UTF_8));
        }
        assertThat(summary)
                .contains("46 accepted (ACSC), 46 settled, 1 rejected (RJCT), 1 returned (AC04)")
                .contains("every invariant holds")
                .doesNotContain("FAILED");
    }

    @Test
    @Order(5)
    void everyPaymentFileFitsItsSchema() throws IOException {
        List<Path> files = files(home.resolve("outbox"), ".xml");
        assertThat(files).hasSize(7);
        for (Path file : files) {
            try (InputStream in = Files.newInputStream(file)) {
                assertThat(SchemaCheck.pain001(in)).as(file.toString()).isEmpty();
            }
        }
    }

    /** The schema takes each of these files. */
    @ParameterizedTest
    @Order(5)
    @CsvSource({"<CtrlSum>, <CtrlSum>9, control sum", "NbOfTxs>1, NbOfTxs>2, count", "<IBAN>NL, <IBAN>DE, is no IBAN"})
    void aFileThatIsChangedDoesNotVerify(String old, String young, String says) throws IOException {
        Path file = files(home.resolve("outbox"), "NL-BV-EUR-sepa.xml").getFirst();
        assertThat(program.ok("file", "verify", file.toString())).contains("EUR");
        Path changed = Files.writeString(
                folder.resolve("changed.xml"), Files.readString(file).replace(old, young));
        Program.Result result = program.run("file", "verify", changed.toString());
        assertThat(result.exit()).as(result.out()).isEqualTo(65);
        assertThat(result.err()).contains(says);
    }

    @Test
    @Order(6)
    void theSecondNightChangesNothingAndSaysSo() {
        String again = program.ok("nightly", "--date", "2026-11-26");
        assertThat(again.lines().skip(1)).isNotEmpty().allMatch(line -> line.contains("nothing to do"));
        assertThat(program.run("check").out()).isEmpty();
    }

    @Test
    @Order(7)
    void whoProposedCannotApproveAndOneApproverIsNotEnough() {
        assertThat(program.run("run", "approve", "NL-BV-20261125-01", "--digest", "0123456789ab", "--as", "dev")
                        .exit())
                .isEqualTo(77);
        assertThat(program.run("run", "approve", "NL-BV-20261125-01", "--digest", "0123456789ab", "--as", "nobody")
                        .exit())
                .isEqualTo(77);
        assertThat(program.run("run", "cancel", "NL-BV-20261125-01", "--as", "anna")
                        .exit())
                .as("a released run stays released")
                .isEqualTo(77);
    }

    @Test
    @Order(8)
    void anotherDemoWritesTheSameBytes() throws Exception {
        Map<String, String> first = hashes();
        program.ok("demo");
        assertThat(hashes()).isEqualTo(first).hasSizeGreaterThan(60);
    }

    @Test
    @Order(9)
    void aFolderThatIsNoDemoIsLeftAlone() throws IOException {
        Path precious = Files.createDirectories(folder.resolve("precious"));
        Files.writeString(precious.resolve("thesis.txt"), "do not touch");
        Program.Result refused = new Program(precious).run("demo");
        assertThat(refused.exit()).isEqualTo(73);
        assertThat(refused.err()).contains("--home");
        assertThat(precious.resolve("thesis.txt")).hasContent("do not touch");
    }

    /** Everything that people and banks get: payment files, manifests, workbooks, quarantine. */
    private Map<String, String> hashes() throws Exception {
        Map<String, String> hashes = new TreeMap<>();
        for (String part : List.of("outbox", "reports", "quarantine")) {
            for (Path file : files(home.resolve(part), "")) {
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
                hashes.put(home.relativize(file).toString(), HexFormat.of().formatHex(digest));
            }
        }
        return hashes;
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    private static List<NamedCsvRecord> fixture(String name) throws IOException {
        return csv(Files.readString(
                Program.root().resolve("fixtures/demo/expected").resolve(name)));
    }

    private static List<NamedCsvRecord> csv(String text) {
        return CsvReader.builder().ofNamedCsvRecord(Objects.requireNonNull(text)).stream()
                .toList();
    }
}
