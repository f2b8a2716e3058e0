package io.quittance.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The examples of the reference table, which come from another implementation (python-stdnum) and tax offices. */
class VatIdVectorsTest {

    private static final Path TABLE =
            Path.of(System.getProperty("quittance.root", "."), "../shared/reference/tax/vat-id-formats.csv");
    private static final int NAME = 2;
    private static final int REGEX = 6;
    private static final int CONFIDENCE = 13;
    private static final int VALID = 10;
    private static final int INVALID = 11;

    @BeforeEach
    void needsTheTable() {
        assumeTrue(Files.exists(TABLE), "no table of VAT id formats at " + TABLE);
    }

    @Test
    void everyTerritoryOfTheTableIsKnown() throws IOException {
        assertThat(rows())
                .hasSize(91)
                .allSatisfy(row ->
                        assertThat(VatId.knows(row.get(0))).as(row.get(0)).isTrue());
    }

    @Test
    void theValidExamplesAreValid() throws IOException {
        assertThat(wrong(VALID, true)).isEmpty();
    }

    @Test
    void theInvalidExamplesAreNot() throws IOException {
        assertThat(wrong(INVALID, false)).isEmpty();
    }

    @Test
    void normalFormsAreThoseOfTheTable() throws IOException {
        assertThat(rows()).allSatisfy(row -> {
            for (String example : examples(row, VALID)) {
                assertThat(VatId.normalise(row.get(0), example)).as(row.get(0)).matches(row.get(REGEX));
            }
        });
    }

    /** Where the reference table is not at hand, our own copy of its facts stands alone. */
    @Test
    void factsAreThoseOfTheTable() throws IOException {
        assertThat(rows()).allSatisfy(row -> {
            VatIdFacts facts = VatIdFacts.of(row.get(0));
            assertThat(facts.confidence()).as(row.get(0)).isEqualTo(row.get(CONFIDENCE));
            assertThat(facts.name()).as(row.get(0)).startsWith(row.get(NAME));
        });
    }

    private static List<String> wrong(int column, boolean expected) throws IOException {
        var wrong = new ArrayList<String>();
        int examples = 0;
        for (List<String> row : rows()) {
            for (String example : examples(row, column)) {
                examples++;
                VatIdCheck check = VatId.check(row.get(0), example);
                if (check.valid() != expected) {
                    wrong.add(row.get(0) + " " + example + " " + check);
                }
            }
        }
        assertThat(examples).isGreaterThan(60);
        return wrong;
    }

    private static List<String> examples(List<String> row, int column) {
        return Arrays.stream(row.get(column).split("\\|"))
                .filter(example -> !example.isBlank())
                .toList();
    }

    private static List<List<String>> rows() throws IOException {
        List<String> lines = Files.readAllLines(TABLE);
        return lines.subList(1, lines.size()).stream()
                .map(VatIdVectorsTest::fields)
                .toList();
    }

    private static List<String> fields(String line) {
        var fields = new ArrayList<String>();
        var field = new StringBuilder();
        boolean quoted = false;
        for (char c : line.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
