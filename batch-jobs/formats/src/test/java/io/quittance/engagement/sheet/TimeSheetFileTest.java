package io.quittance.engagement.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.engagement.TimeSheet;
import io.quittance.finding.Finding;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a file of time sheets says, and what is wrong with the rows that say nothing. */
class TimeSheetFileTest {

    private static final String HEADER = String.join(",", TimeSheetFile.COLUMNS) + "\n";
    private static final String GOOD = "CT-1,HUR,2026-11-02,2026-11-08,40,,,,APPROVED,mira,2026-11-10,1\n";

    @Test
    void readsTimeAndMilestonesInTheOrderOfTheFile() throws IOException {
        var reading = read(HEADER + GOOD
                + "CT-1,MON,2026-10-01,2026-10-31,0.5,,,,SUBMITTED,,,1\n"
                + "CT-2,,,,,M-2,5000.00,EUR,WITHDRAWN,mira,2026-11-10,3\n");

        assertThat(reading.faults()).isEmpty();
        assertThat(reading.sheets().stream().map(TimeSheetFileTest::shown))
                .containsExactly(
                        "2 CT-1 HUR 2026-11-02/2026-11-08 40 r1 APPROVED mira 2026-11-10",
                        "3 CT-1 MON 2026-10-01/2026-10-31 0.5 r1 SUBMITTED null null",
                        "4 CT-2 MILESTONE M-2 5000.00 r3 WITHDRAWN mira 2026-11-10");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            CT-1,HUR,2026-11-02,2026-11-08,,,,,APPROVED,mira,2026-11-10,1              | quantity    | the cell is blank
            CT-1,HUR,2026-11-02,2026-11-08,0,,,,APPROVED,mira,2026-11-10,1             | quantity    | "0" is not above zero
            CT-1,HUR,2026-11-02,2026-11-08,-8,,,,APPROVED,mira,2026-11-10,1            | quantity    | "-8" is no plain decimal such as 1234.5
            CT-1,HUR,2026-11-02,2026-11-08,1e3,,,,APPROVED,mira,2026-11-10,1           | quantity    | "1e3" is no plain decimal such as 1234.5
            CT-1,HUR,2026-11-02,2026-11-08,"1,5",,,,APPROVED,mira,2026-11-10,1         | quantity    | "1,5" is no plain decimal such as 1234.5
            CT-1,HUR,2026-11-02,2026-11-02,24.01,,,,APPROVED,mira,2026-11-10,1         | quantity    | 24.01 HUR in 1 days are more than 24
            CT-1,DAY,2026-11-02,2026-11-06,5.5,,,,APPROVED,mira,2026-11-10,1           | quantity    | 5.5 DAY in 5 days are more than 5
            CT-1,WEE,2026-11-02,2026-11-15,2.1,,,,APPROVED,mira,2026-11-10,1           | quantity    | 2.1 WEE in 14 days are more than 2
            CT-1,MON,2026-10-01,2026-10-31,3,,,,APPROVED,mira,2026-11-10,1             | quantity    | 3 MON in 31 days are more than 2
            CT-1,H,2026-11-02,2026-11-08,40,,,,APPROVED,mira,2026-11-10,1              | unit        | "H" is none of [HUR, DAY, WEE, MON]
            CT-1,HUR,2026-11-31,2026-12-08,40,,,,APPROVED,mira,2026-11-10,1            | period_from | "2026-11-31" is no date as YYYY-MM-DD
            CT-1,HUR,2026-11-08,2026-11-02,40,,,,APPROVED,mira,2026-11-10,1            | period_to   | the period ends on 2026-11-02 before it begins on 2026-11-08
            CT-1,HUR,+12026-11-02,+12026-11-08,40,,,,APPROVED,mira,2026-11-10,1        | period_from | the year 12026 is none of 2000 to 2199
            CT-1,HUR,0001-01-01,2026-11-08,40,,,,APPROVED,mira,2026-11-10,1            | period_from | the year 1 is none of 2000 to 2199
            CT-1,HUR,2026-11-02,2026-11-08,40,,,,OK,mira,2026-11-10,1                  | status      | "OK" is none of [SUBMITTED, APPROVED, WITHDRAWN]
            CT-1,HUR,2026-11-02,2026-11-08,40,,,,APPROVED,,2026-11-10,1                | approved_by | the cell is blank
            CT-1,HUR,2026-11-02,2026-11-08,40,,,,APPROVED,mira,,1                      | approved_on | the cell is blank
            CT-1,HUR,2026-11-02,2026-11-08,40,,,,APPROVED,mira,2026-11-10,             | revision    | the cell is blank
            CT-1,HUR,2026-11-02,2026-11-08,40,,,,APPROVED,mira,2026-11-10,0            | revision    | revisions count from 1 to 32767
            CT-1,HUR,2026-11-02,2026-11-08,40,,,,APPROVED,mira,2026-11-10,32768        | revision    | revisions count from 1 to 32767
            CT-1,HUR,2026-11-02,2026-11-08,40,,9.00,,APPROVED,mira,2026-11-10,1        | amount      | a row of a time sheet says nothing of amounts: the cell is to be blank
            CT-1,HUR,,,,M-2,5000,EUR,APPROVED,mira,2026-11-10,1                        | unit        | a row of a milestone says nothing of time: the cell is to be blank
            CT-1,,,,,M-2,5000.001,EUR,APPROVED,mira,2026-11-10,1                       | amount      | 5000.001 has more than 2 decimals
            CT-1,,,,,M-2,5000,XXL,APPROVED,mira,2026-11-10,1                           | currency    | "XXL" is no currency that we know
            CT-1,,,,,M 2;,5000,EUR,APPROVED,mira,2026-11-10,1                          | milestone   | "M 2;" is not letters, digits and hyphens, two at least
            CT-1,HUR,2026-11-02,2026-11-08                                             |             | 4 fields, but the header has 12
            """)
    void aFaultyRowIsToldAndTheOthersCount(String row, String field, String reason) throws IOException {
        var reading = read(HEADER + row + "\n" + GOOD);

        assertThat(reading.sheets()).hasSize(1);
        Finding fault = reading.faults().getFirst();
        assertThat(reading.faults()).hasSize(1);
        assertThat(fault.code().id()).isEqualTo("Q516");
        assertThat(fault.place().line()).isEqualTo(2);
        assertThat(fault.place().field()).isEqualTo(field);
        assertThat(fault.message()).isEqualTo(reason);
    }

    @Test
    void everythingWrongWithARowIsToldAtOnce() throws IOException {
        var reading = read(HEADER + "=1+1,HOUR,x,y,z,,,,?,,,\n");

        assertThat(reading.sheets()).isEmpty();
        assertThat(reading.faults().stream().map(fault -> fault.place().field()))
                .containsExactly("contract", "revision", "status", "unit", "period_from", "quantity");
    }

    @Test
    void namesOfPeopleAreInNoMessage() throws IOException {
        var reading = read(HEADER + GOOD.replace("mira", "Mira Kovač;DROP"));

        assertThat(reading.faults().toString()).doesNotContain("Mira");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "contract,unit\n", "contract\n\"", "a;b;c\n1;2;3\n", "contract,contract\n", "\u0000\u0000"})
    void aFileThatIsNoneIsRefusedWhole(String text) throws IOException {
        var reading = read(text);

        assertThat(reading.sheets()).isEmpty();
        assertThat(reading.faults()).hasSize(1);
    }

    @Test
    void aCellAsLongAsABookIsToldInShort() throws IOException {
        var reading = read(HEADER + GOOD.replace("HUR", "\u202Ehur" + "x".repeat(100_000)));

        Finding fault = reading.faults().getFirst();
        assertThat(fault.message().length()).isLessThanOrEqualTo(301);
        assertThat(Stream.of(fault.message(), fault.read())).noneMatch(text -> text.contains("\u202E"));
    }

    @Test
    void bytesThatAreNoTextAreRefused() throws IOException {
        var reading = TimeSheetFile.read(new ByteArrayInputStream(new byte[] {(byte) 0xff, (byte) 0xfe, 0}), "x.csv");

        assertThat(reading.faults().stream().map(Finding::message)).containsExactly("not in UTF-8");
    }

    private static TimeSheetFile.Reading read(String text) throws IOException {
        return TimeSheetFile.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "sheets.csv");
    }

    private static String shown(TimeSheet sheet) {
        return sheet.place().line() + " " + sheet.contract() + " "
                + sheet.work().name() + " "
                + sheet.work().quantity() + " r" + sheet.work().revision() + " " + sheet.status() + " "
                + sheet.approvedBy() + " " + sheet.approvedOn();
    }
}
