package io.quittance.vat;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.party.Validity;
import io.quittance.tax.Confidence;
import io.quittance.tax.Filing;
import io.quittance.tax.ReturnBoxes;
import io.quittance.tax.Treatment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What comes too late goes into the next open period, and says where it comes from. */
class FilingsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 26);
    private static final Filings FILINGS = Filings.of(
            ReturnBoxes.of(List.of(row("BX-OLD", null, "2026-11-30"), row("BX-NEW", "2026-12-01", null))),
            ReturnForms.of(List.of(
                    box("BX-OLD", "2026-11-30"),
                    tax("BX-OLD", "2026-11-30"),
                    box("BX-NEW", null),
                    tax("BX-NEW", null))),
            List.of(
                    closed("NL-BV", "NL", "2026-10"),
                    closed("NL-BV", "NL", "2026-08"),
                    closed("GB-LTD", "GB", "2026-Q3"),
                    closed("CH-AG", "CH", "2026-11"),
                    closed("CH-GMBH", "CH", "2026-Q3")),
            ReturnPeriods.of(List.of(new ReturnPeriods.Filer(
                    "RP-1",
                    "CH-GMBH",
                    "CH",
                    Period.Length.YEAR,
                    1,
                    new Validity(LocalDate.of(2026, 10, 1), null),
                    DAY,
                    "invented",
                    Confidence.HIGH))));

    private static final Filings BOTH_RATES = Filings.of(
            ReturnBoxes.of(List.of(row("BX-OLD", null, "2026-11-30"), row("BX-NEW", "2026-12-01", null))),
            ReturnForms.of(List.of(box("BX-OLD", null), tax("BX-OLD", null), box("BX-NEW", null), tax("BX-NEW", null))),
            List.of(closed("CH-AG", "CH", "2026-11"), closed("CH-GMBH", "CH", "2026-Q3")),
            ReturnPeriods.of(List.of()));

    @ParameterizedTest
    @CsvSource(textBlock = """
            # entity, territory, tax point,  due,        period,     late
            NL-BV,    NL,        2026-11-01, 2026-11-01, 2026-11-01, false
            NL-BV,    NL,        2026-10-31, 2026-10-01, 2026-11-01, true
            NL-BV,    NL,        2026-09-01, 2026-09-01, 2026-11-01, true
            NL-BV,    NL,        2026-08-31, 2026-08-01, 2026-11-01, true
            NL-BV,    NL,        2026-07-31, 2026-07-01, 2026-11-01, true
            NL-OPS,   NL,        2026-10-31, 2026-10-01, 2026-10-01, false
            NL-BV,    DE,        2026-10-31, 2026-10-01, 2026-10-01, false
            GB-LTD,   GB,        2026-07-15, 2026-07-01, 2026-10-01, true
            GB-LTD,   GB,        2026-06-30, 2026-06-01, 2026-10-01, true
            """)
    void theFirstOpenPeriod(
            String entity, String territory, LocalDate taxPoint, LocalDate due, LocalDate period, boolean late) {
        Filing filing = FILINGS.filing(
                entity, territory, Treatment.DOMESTIC_TAXABLE, new BigDecimal("21"), Filings.Days.of(taxPoint));

        assertThat(filing.due()).isEqualTo(due);
        assertThat(FILINGS.openMonth(entity, territory, due)).isEqualTo(period);
        assertThat(filing.reason() != null).isEqualTo(late);
        assertThat(filing.boxRow()).isNull();
    }

    /** September had no entry, and nobody closed it; the return of October is closed. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-10-05 | the return of NL-BV for 2026-10 was closed before the document was assessed
            2026-09-05 | the return of NL-BV for 2026-10, which is later, was closed before the document was assessed
            2026-08-05 | the return of NL-BV for 2026-08 was closed before the document was assessed
            2026-07-05 | the return of NL-BV for 2026-08, which is later, was closed before the document was assessed
            """)
    void whyItIsLate(LocalDate taxPoint, String reason) {
        assertThat(FILINGS.filing(
                                "NL-BV",
                                "NL",
                                Treatment.DOMESTIC_TAXABLE,
                                new BigDecimal("21"),
                                Filings.Days.of(taxPoint))
                        .reason())
                .isEqualTo(reason);
    }

    /** A new form holds from December: a late entry goes into the boxes of the form that it is declared on. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            # entity, tax point,  box row
            CH-AG,    2026-11-15, BX-NEW
            CH-AG,    2026-12-15, BX-NEW
            # declared with the year, late or in time
            CH-GMBH,  2026-09-15, BX-NEW
            CH-GMBH,  2026-10-15, BX-NEW
            CH-NEW,   2026-11-30, BX-OLD
            CH-NEW,   2026-12-01, BX-NEW
            """)
    void theBoxesOfTheFormThatItIsDeclaredOn(String entity, LocalDate taxPoint, String row) {
        assertThat(FILINGS.filing(
                                entity,
                                "CH",
                                Treatment.IMPORT_SERVICE_RC,
                                new BigDecimal("8.1"),
                                Filings.Days.of(taxPoint))
                        .boxRow())
                .isEqualTo(row);
    }

    /** The box of the old rate is still on the form: what has that rate goes there, however late it is. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            # entity, day of rate, due,        box row
            CH-AG,    2026-11-15,  2026-11-15, BX-OLD
            CH-AG,    2026-12-15,  2026-12-15, BX-NEW
            CH-GMBH,  2026-09-15,  2026-09-15, BX-OLD
            # charged in November, in hand in December
            CH-NEW,   2026-11-20,  2026-12-03, BX-OLD
            # a credit note of January for an invoice of November
            CH-NEW,   2026-11-20,  2027-01-10, BX-OLD
            CH-NEW,   2026-12-01,  2026-12-01, BX-NEW
            """)
    void theBoxOfItsRateAsLongAsTheFormHasIt(String entity, LocalDate rate, LocalDate due, String row) {
        assertThat(filed(BOTH_RATES, entity, new Filings.Days(rate, due))).isEqualTo(row);
    }

    /** Due in a month whose form lost the box, though nothing was closed. */
    @Test
    void aMonthThatIsDueLaterHasItsOwnForm() {
        var days = new Filings.Days(LocalDate.of(2026, 11, 20), LocalDate.of(2026, 12, 3));
        assertThat(filed(FILINGS, "CH-NEW", days)).isEqualTo("BX-NEW");
    }

    private static @Nullable String filed(Filings filings, String entity, Filings.Days days) {
        return filings.filing(entity, "CH", Treatment.IMPORT_SERVICE_RC, new BigDecimal("8.1"), days)
                .boxRow();
    }

    private static FormBox box(String box, @Nullable String to) {
        return figure(box, BoxKind.BASE, to);
    }

    private static FormBox tax(String box, @Nullable String to) {
        return figure(box, BoxKind.OUTPUT, to);
    }

    private static FormBox figure(String box, BoxKind kind, @Nullable String to) {
        return new FormBox(
                box + "-" + kind,
                "CH",
                "MWST",
                box,
                kind,
                kind == BoxKind.BASE ? "due" : "",
                box,
                Formula.parse(""),
                new BoxRounding(new BigDecimal("0.01"), BoxRounding.Mode.HALF_UP),
                null,
                null,
                days(null, to),
                DAY,
                "invented",
                Confidence.HIGH);
    }

    private static Validity days(@Nullable String from, @Nullable String to) {
        return new Validity(
                LocalDate.parse(from == null ? "1900-01-01" : from), to == null ? null : LocalDate.parse(to));
    }

    private static ReturnBoxes.Boxes row(String id, @Nullable String from, @Nullable String to) {
        return new ReturnBoxes.Boxes(
                id,
                "CH",
                "MWST",
                Treatment.IMPORT_SERVICE_RC,
                null,
                List.of(id),
                List.of(id),
                List.of(id),
                days(from, to),
                DAY,
                "",
                "invented",
                Confidence.HIGH);
    }

    private static ClosedPeriod closed(String entity, String jurisdiction, String period) {
        return new ClosedPeriod(entity, jurisdiction, Period.parse(period).orElseThrow());
    }
}
