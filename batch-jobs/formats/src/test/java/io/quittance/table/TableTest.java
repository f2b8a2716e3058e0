package io.quittance.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableTest {

    private static final List<String> COLUMNS = List.of("name", "size", "days");

    @Test
    void columnsMayStandInAnyOrderAndCellsSpanLines() throws IOException {
        Table table = read("\uFEFFdays,name,size\r\n*,\"two\nlines\",1.50\r\n\r\nMONDAY sunday,x,2\r\n");

        assertThat(table.rows()).hasSize(2);
        assertThat(table.rows().getFirst().text("name")).isEqualTo("two\nlines");
        assertThat(table.rows().getFirst().decimal("size")).isEqualTo(new BigDecimal("1.50"));
        assertThat(table.rows().getFirst().someOf(DayOfWeek.class, "days")).hasSize(7);
        assertThat(table.rows().get(1).place()).hasToString("t.csv:5");
        assertThat(table.rows().get(1).someOf(DayOfWeek.class, "days"))
                .containsExactlyInAnyOrder(DayOfWeek.MONDAY, DayOfWeek.SUNDAY);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # the file, ; for an end of line | the error says
            ''                               | t.csv:1: no header; expected name,size,days
            name,size                        | t.csv:1 days: the column is missing
            name,size,size,days              | t.csv:1 size: the column is there twice
            name,size,days,more              | t.csv:1 more: unknown column; known are name,size,days
            name,size,days;a,1               | t.csv:2: 2 fields, but the header has 3
            name,size,days;a,1,*,            | t.csv:2: 4 fields, but the header has 3
            name,size,days; ,1,*             | t.csv:2 name: the cell is blank
            name,size,days;a,1.,*            | t.csv:2 size: "1." is no plain decimal
            name,size,days;a,1e3,*           | t.csv:2 size: "1e3" is no plain decimal
            name,size,days;a,+1,*            | t.csv:2 size: "+1" is no plain decimal
            name,size,days;a,1.0000000000001,* | t.csv:2 size: "1.0000000000001" is no plain decimal
            name,size,days;a,١,*             | t.csv:2 size: "١" is no plain decimal
            name,size,days;a,1,MONDAY * | t.csv:2 days: "*" is none of [MONDAY,
            name,size,days;"a,1,*            | t.csv: no CSV
            """)
    void saysWhatIsWrong(String lines, String error) {
        assertThatThrownBy(() -> read(lines.replace(';', '\n')).rows().forEach(row -> {
                    row.text("name");
                    row.decimal("size");
                    row.someOf(DayOfWeek.class, "days");
                }))
                .isInstanceOf(TableError.class)
                .hasMessageContaining(error);
    }

    @Test
    void rowsThatCannotStandTogetherAreNamedByBothLines() throws IOException {
        byte[] text = "id,day\nA,1\nB,1\nA,2\nB,1\n".getBytes(StandardCharsets.UTF_8);
        Table table = Table.read(new ByteArrayInputStream(text), "t.csv", List.of("id", "day"));

        assertThatThrownBy(() -> table.distinct("id"))
                .isInstanceOf(TableError.class)
                .hasMessage("t.csv:4 id: Two rows have the id A: lines 2 and 4");
        assertThatThrownBy(() -> table.distinct("id", "day"))
                .hasMessage("t.csv:5 id: Two rows have the id and day B and 1: lines 3 and 5");
        assertThat(table.between("Both hold", List.of("A", "A"))).hasMessage("t.csv:4 id: Both hold: lines 2 and 4");
    }

    @Test
    void anEndlessStreamIsRefused() {
        var endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }

            @Override
            public int read(byte[] into, int from, int length) {
                Arrays.fill(into, from, from + length, (byte) 'x');
                return length;
            }
        };

        assertThatThrownBy(() -> Table.read(endless, "t.csv", COLUMNS)).hasMessage("t.csv: longer than 33554432 bytes");
    }

    private static Table read(String text) throws IOException {
        return Table.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "t.csv", COLUMNS);
    }
}
