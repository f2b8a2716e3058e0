package io.quittance.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quittance.invoice.VatCategory;
import io.quittance.party.Validity;
import io.quittance.tax.VatRate.RateClass;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two times of a row: the days on which it holds, and the day from which we knew. */
class RecordingsTest {

    /** 21 % for ever; then somebody finds out that it was 16 % in the second half of 2025, and that 22 % came in June 2026. */
    private static final TaxTables TABLES = TaxTables.of(
            List.of(),
            List.of(
                    rate("NL-1", "21", "2020-01-01", null, "2024-01-10"),
                    rate("NL-2", "16", "2025-07-01", "2025-12-31", "2026-02-01"),
                    rate("NL-3", "22", "2026-06-01", null, "2026-05-20")),
            List.of());

    @ParameterizedTest
    @CsvSource(textBlock = """
            # known on, taxed on,   row
            2026-11-26, 2019-12-31, none
            2026-11-26, 2020-01-01, NL-1
            2026-11-26, 2025-06-30, NL-1
            2026-11-26, 2025-07-01, NL-2
            2026-11-26, 2025-12-31, NL-2
            2026-11-26, 2026-01-01, NL-1
            2026-11-26, 2026-05-31, NL-1
            2026-11-26, 2026-06-01, NL-3
            2026-11-26, 2126-06-01, NL-3
            2026-05-19, 2026-06-01, NL-1
            2026-01-31, 2025-07-01, NL-1
            2026-02-01, 2025-07-01, NL-2
            2024-01-10, 2025-07-01, NL-1
            2024-01-09, 2025-07-01, none
            """)
    void theRowThatWasRecordedLastSpeaks(LocalDate known, LocalDate on, String row) {
        assertThat(TABLES.asRecorded(known)
                        .standardRate("NL", on)
                        .map(VatRate::id)
                        .orElse("none"))
                .isEqualTo(row);
    }

    /** The correction is asked where the wrong row was, before the rules behind it. */
    @Test
    void aRuleIsCorrectedInItsPlace() {
        TreatmentRule wrong = SmallTables.domestic("TR-1", VatCategory.S, Treatment.OUT_OF_SCOPE);
        TreatmentRule behind = SmallTables.domestic("TR-2", VatCategory.S, Treatment.DOMESTIC_ZERO);
        TreatmentRule right = recorded(
                "TR-1.2",
                SmallTables.domestic("TR-1.2", VatCategory.S, Treatment.DOMESTIC_TAXABLE),
                LocalDate.of(2026, 11, 1));
        TaxTables tables = TaxTables.of(List.of(), List.of(), List.of(wrong, behind, right));

        assertThat(tables.rule(Questions.domestic())).contains(right);
        assertThat(tables.asRecorded(LocalDate.of(2026, 10, 31)).rule(Questions.domestic()))
                .contains(wrong);
    }

    /** A correction that says less than the wrong row leaves the rest to the rules behind, never to the wrong row. */
    @Test
    void whatACorrectionGivesUpTheWrongRowDoesNotKeep() {
        TreatmentRule wrong = SmallTables.domestic("TR-1", VatCategory.S, Treatment.OUT_OF_SCOPE);
        TreatmentRule narrower = recorded(
                "TR-1.2",
                SmallTables.domestic("TR-1.2", VatCategory.Z, Treatment.DOMESTIC_ZERO),
                LocalDate.of(2026, 11, 1));

        assertThat(TaxTables.of(List.of(), List.of(), List.of(wrong, narrower)).rule(Questions.domestic()))
                .isEmpty();
    }

    @Test
    void twoRowsOfOneRecordingMayNotHoldOnOneDay() {
        List<VatRate> rows = List.of(
                rate("NL-1", "21", "2020-01-01", "2025-06-30", "2024-01-10"),
                rate("NL-2", "22", "2025-06-30", null, "2024-01-10"));

        assertThatThrownBy(() -> TaxTables.of(List.of(), rows, List.of()))
                .hasMessage("Two rows of NL STANDARD hold on 2025-06-30");
    }

    private static VatRate rate(String id, String percent, String from, @Nullable String to, String recorded) {
        return new VatRate(
                id,
                "NL",
                VatRate.WHOLE_AREA,
                RateClass.STANDARD,
                new BigDecimal(percent),
                List.of(),
                new Validity(LocalDate.parse(from), to == null ? null : LocalDate.parse(to)),
                LocalDate.parse(recorded),
                "test",
                Confidence.HIGH);
    }

    private static TreatmentRule recorded(String id, TreatmentRule rule, LocalDate on) {
        return new TreatmentRule(
                id,
                rule.match(),
                rule.trigger(),
                rule.outcome(),
                rule.ids(),
                rule.own(),
                rule.expected(),
                rule.legend(),
                rule.basis(),
                rule.validity(),
                on,
                rule.source(),
                rule.confidence());
    }
}
