package io.quittance.engagement;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.engagement.TimeSheet.Status;
import io.quittance.engagement.TimeSheetBook.Entry;
import io.quittance.finding.Finding;
import io.quittance.finding.Place;
import io.quittance.party.Register;
import io.quittance.party.WorkUnit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a row beside revision 1 of a week of 40 hours that is known, and of which 38 are billed. */
class TimeSheetBookTest {

    private static final String WEEK = "2026-11-02/2026-11-08";
    private static final Register REGISTER =
            Register.of(List.of(), List.of(), List.of(Paper.contract("TIME HUR 95")), List.of());

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            the same again                | CT-1 | 2026-11-02/2026-11-08 | 40   | 1 | APPROVED  | mira | 2026-11-10 | false |
            another figure                | CT-1 | 2026-11-02/2026-11-08 | 41   | 1 | APPROVED  | mira | 2026-11-10 | false | Q517
            its correction                | CT-1 | 2026-11-02/2026-11-08 | 39   | 2 | APPROVED  | mira | 2026-11-11 | true  |
            a correction below the bill   | CT-1 | 2026-11-02/2026-11-08 | 37.5 | 2 | APPROVED  | mira | 2026-11-11 | true  | Q518
            withdrawn                     | CT-1 | 2026-11-02/2026-11-08 | 40   | 2 | WITHDRAWN | mira | 2026-11-11 | true  | Q518
            only handed in                | CT-1 | 2026-11-02/2026-11-08 | 10   | 2 | SUBMITTED |      |            | true  |
            the next week                 | CT-1 | 2026-11-09/2026-11-15 | 40   | 1 | APPROVED  | mira | 2026-11-16 | true  |
            a day of the week             | CT-1 | 2026-11-08/2026-11-08 | 8    | 1 | APPROVED  | mira | 2026-11-16 | false | Q517
            a day, only handed in         | CT-1 | 2026-11-08/2026-11-08 | 8    | 1 | SUBMITTED |      |            | true  |
            an unknown contract           | CT-9 | 2026-11-09/2026-11-15 | 40   | 1 | APPROVED  | mira | 2026-11-16 | false | Q516
            approved tomorrow             | CT-1 | 2026-11-09/2026-11-15 | 40   | 1 | APPROVED  | mira | 2026-11-25 | false | Q516
            approved by the contractor    | CT-1 | 2026-11-09/2026-11-15 | 40   | 1 | APPROVED  | C-1  | 2026-11-16 | false | Q516
            """)
    void takes(
            String name,
            String contract,
            String period,
            String hours,
            int revision,
            Status status,
            String by,
            LocalDate on,
            boolean isNew,
            String codes) {
        Entry entry = book().take(sheet(contract, period, hours, revision, status, by, on));

        assertThat(entry.isNew()).isEqualTo(isNew);
        assertThat(entry.findings().all().stream()
                        .map(finding -> finding.code().id())
                        .toList())
                .isEqualTo(codes == null ? List.of() : List.of(codes));
    }

    @Test
    void anEarlierRevisionComesTooLate() {
        TimeSheetBook book = book();
        book.take(sheet("CT-1", WEEK, "39", 3, Status.APPROVED, "mira", LocalDate.parse("2026-11-11")));

        Entry late = book.take(sheet("CT-1", WEEK, "38", 2, Status.APPROVED, "mira", LocalDate.parse("2026-11-11")));

        assertThat(late.findings().all().stream().map(Finding::message))
                .containsExactly("revision 2 of HUR 2026-11-02/2026-11-08 comes after revision 3");
    }

    @Test
    void daysThatWereWithdrawnAreFreeAgain() {
        TimeSheetBook book = book();
        LocalDate on = LocalDate.parse("2026-11-16");
        book.take(sheet("CT-1", WEEK, "40", 2, Status.WITHDRAWN, "mira", on));

        assertThat(book.take(sheet("CT-1", "2026-11-02/2026-11-04", "24", 1, Status.APPROVED, "mira", on))
                        .isNew())
                .isTrue();
    }

    @Test
    void aMilestoneIsInTheCurrencyOfItsContract() {
        var dollars = new TimeSheet(
                Place.of("sheets.csv", 2),
                "CT-1",
                Work.milestone("M2", new BigDecimal("5000"), 1),
                "USD",
                Status.APPROVED,
                "mira",
                LocalDate.parse("2026-11-16"));

        assertThat(book().take(dollars).findings().all().stream().map(Finding::message))
                .containsExactly("contract CT-1 is in EUR");
    }

    private static TimeSheetBook book() {
        TimeSheet known = sheet("CT-1", WEEK, "40.00", 1, Status.APPROVED, "mira", LocalDate.parse("2026-11-10"));
        return new TimeSheetBook(
                REGISTER,
                LocalDate.parse("2026-11-24"),
                List.of(known),
                Map.of(TimeSheetBook.key("CT-1", known.work().name()), new BigDecimal("38")));
    }

    private static TimeSheet sheet(
            String contract, String period, String hours, int revision, Status status, String by, LocalDate on) {
        Work work = Work.time(WorkUnit.HUR, Paper.period(period), new BigDecimal(hours), revision);
        return new TimeSheet(Place.of("sheets.csv", 2), contract, work, null, status, by, on);
    }
}
