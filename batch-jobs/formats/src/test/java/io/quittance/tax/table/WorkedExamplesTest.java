package io.quittance.tax.table;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The examples that authorities published, against the tables as shipped. An example is right, or stands in {@code not-asserted.csv}
 * with the reason; one that stands there and is right after all, fails.
 */
class WorkedExamplesTest {

    private static List<WorkedExample> examples;
    private static Map<String, String> notAsserted;
    private static PublishedAnswers answers;

    @BeforeAll
    static void read() throws IOException {
        examples = WorkedExample.all();
        answers = new PublishedAnswers(Path.of(System.getProperty("quittance.root"), "config/tax"));
        InputStream table = Objects.requireNonNull(WorkedExamplesTest.class.getResourceAsStream("not-asserted.csv"));
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(table, StandardCharsets.UTF_8))) {
            notAsserted =
                    rows.stream().collect(Collectors.toMap(row -> row.getField("id"), row -> row.getField("why")));
        }
    }

    @TestFactory
    Stream<DynamicTest> asPublished() {
        return examples.stream()
                .map(example -> DynamicTest.dynamicTest(
                        example.id() + " " + example.kind() + " " + example.cell("quoted_fact"), () -> check(example)));
    }

    private static void check(WorkedExample example) {
        Optional<List<String>> differences = answers.differences(example);
        String why = notAsserted.get(example.id());
        if (why == null) {
            assertThat(differences).as("somebody answers").isPresent();
            assertThat(differences.get()).isEmpty();
        } else if (differences.isPresent()) {
            assertThat(differences.get())
                    .as("listed because \"" + why + "\", but it is as published: take it off the list")
                    .isNotEmpty();
        }
    }

    @Test
    void enoughAreAssertedOverEnoughJurisdictions() {
        List<WorkedExample> asserted = examples.stream()
                .filter(example -> !notAsserted.containsKey(example.id()))
                .toList();
        assertThat(asserted).hasSizeGreaterThanOrEqualTo(60);
        Set<String> jurisdictions =
                asserted.stream().map(example -> example.cell("payer_country")).collect(Collectors.toSet());
        assertThat(jurisdictions).hasSizeGreaterThanOrEqualTo(17);
    }

    @Test
    void theListNamesNothingElse() {
        assertThat(examples.stream().map(WorkedExample::id).toList()).containsAll(notAsserted.keySet());
        assertThat(notAsserted.values()).noneMatch(String::isBlank);
    }
}
