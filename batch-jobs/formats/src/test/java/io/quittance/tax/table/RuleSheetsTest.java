package io.quittance.tax.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.quittance.table.TableError;
import io.quittance.tax.table.RuleSheets.Written;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleSheetsTest {

    @TempDir
    Path folder;

    @Test
    void everyCellIsKeptAsItIsWrittenBlankOnesToo() throws IOException {
        write("rates.csv", """
                id,percent,source,valid_to
                A,21,"law, art. 2",
                B,9.0,,2026-12-31
                """);
        write("boxes.csv", "id,box\nNL-1,4b 5b\n");
        write("notes.txt", "id\nnothing\n");
        assertThat(RuleSheets.read(folder))
                .extracting(
                        Written::sheet,
                        Written::id,
                        row -> row.cells().toString(),
                        row -> row.place().toString())
                .containsExactly(
                        tuple("boxes", "NL-1", "{id=NL-1, box=4b 5b}", "boxes.csv:2"),
                        tuple("rates", "A", "{id=A, percent=21, source=law, art. 2, valid_to=}", "rates.csv:2"),
                        tuple("rates", "B", "{id=B, percent=9.0, source=, valid_to=2026-12-31}", "rates.csv:3"));
    }

    @Test
    void aTableWhoseRowsHaveNoIdIsNoneOfRules() throws IOException {
        write("words.csv", "word,kind\nsoftware,GENERAL\n");
        assertThat(RuleSheets.read(folder)).isEmpty();
    }

    /** Withholding rules and treaty rates correct a row under its id: what was known on a day speaks on that day. */
    @Test
    void aRowMayBeRecordedAgainUnderItsId() throws IOException {
        write("rules.csv", "id,percent,recorded_at\nA,21,2026-01-01\nA,22,2026-06-01\n");
        assertThat(RuleSheets.read(folder))
                .extracting(Written::id, Written::recordedAt)
                .containsExactly(tuple("A", "2026-01-01"), tuple("A", "2026-06-01"));
        write("rules.csv", "id,percent,recorded_at\nA,21,2026-01-01\nA,22,2026-01-01\n");
        assertThatThrownBy(() -> RuleSheets.read(folder)).hasMessageContaining("\"A\" is no id of its own");
    }

    @Test
    void anIdIsOneRows() throws IOException {
        write("rates.csv", "id,percent\nA,21\nA,22\n");
        assertThatThrownBy(() -> RuleSheets.read(folder))
                .isInstanceOf(TableError.class)
                .hasMessageContaining("rates.csv:3")
                .hasMessageContaining("\"A\" is no id of its own");
        write("rates.csv", "id,percent\n ,21\n");
        assertThatThrownBy(() -> RuleSheets.read(folder)).hasMessageContaining("is no id of its own");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
