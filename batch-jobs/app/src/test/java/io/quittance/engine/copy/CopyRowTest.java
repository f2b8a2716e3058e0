package io.quittance.engine.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CopyRowTest {

    private static String written(int columns, Consumer<CopyRow> rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CopyRow row = new CopyRow(columns, (buffer, length) -> bytes.write(buffer, 0, length));
        rows.accept(row);
        row.finish();
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void one_row_of_every_kind() {
        UUID id = UUID.fromString("0f8fad5b-d9cb-469f-a165-70867728950e");
        String row = written(
                8,
                out -> out.text("Zoë 漢 🎉")
                        .number(-1200)
                        .decimal(new BigDecimal("1E+3"))
                        .date(LocalDate.of(2026, 2, 3))
                        .uuid(id)
                        .bool(true)
                        .nul()
                        .text(null)
                        .end());
        assertThat(row).isEqualTo("Zoë 漢 🎉\t-1200\t1000\t2026-02-03\t0f8fad5bd9cb469fa16570867728950e\tt\t\\N\t\\N\n");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 9, 10, -1, Long.MAX_VALUE, Long.MIN_VALUE, 100_000_000_000L})
    void numbers_are_written_as_java_writes_them(long number) {
        assertThat(written(1, out -> out.number(number).end())).isEqualTo(number + "\n");
    }

    @ParameterizedTest
    @CsvSource({"0001-01-01", "0987-06-05", "9999-12-31", "2024-02-29"})
    void dates_are_iso(LocalDate date) {
        assertThat(written(1, out -> out.date(date).end())).isEqualTo(date + "\n");
    }

    @Test
    void escapes_what_would_end_a_value_or_a_row() {
        assertThat(written(1, out -> out.text("a\tb\nc\rd\\Ne").end())).isEqualTo("a\\tb\\nc\\rd\\\\Ne\n");
        assertThat(written(1, out -> out.text("\\.").end())).isEqualTo("\\\\.\n");
    }

    @Test
    void texts_longer_than_the_buffer_pass_through_it() {
        String longText = "é\n".repeat(CopyRow.BUFFER);
        assertThat(written(1, out -> out.text(longText).end())).isEqualTo("é\\n".repeat(CopyRow.BUFFER) + "\n");
    }

    @Test
    void refuses_what_cannot_be_stored_and_rows_of_the_wrong_width() {
        assertThatThrownBy(() -> written(1, out -> out.text("a\0b").end())).hasMessageContaining("NUL");
        assertThatThrownBy(() -> written(1, out -> out.text("a\uD83C").end())).hasMessageContaining("surrogate");
        assertThatThrownBy(() -> written(1, out -> out.text("a\uDC00b").end())).hasMessageContaining("surrogate");
        assertThatThrownBy(() -> written(2, out -> out.text("a").end())).hasMessageContaining("1 values for 2 columns");
        assertThatThrownBy(() -> written(1, out -> out.text("a"))).hasMessageContaining("not ended");
        assertThatThrownBy(() ->
                        written(1, out -> out.date(LocalDate.of(10_000, 1, 1)).end()))
                .hasMessageContaining("9999");
    }

    @ParameterizedTest
    @ValueSource(strings = {"posting; drop table x", "Posting", "a.b.c", "", "ledger.", "a\"b"})
    void a_table_is_a_plain_name(String name) {
        assertThatThrownBy(() -> CopyTable.of(name, "a")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CopyTable.of("t", name)).isInstanceOf(IllegalArgumentException.class);
    }
}
