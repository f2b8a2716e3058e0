package io.quittance.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.engagement.ApprovedWork;
import io.quittance.invoice.DocumentKind;
import io.quittance.invoice.VatCategory;
import io.quittance.tax.TaxRules;
import io.quittance.tax.Treatment;
import io.quittance.tax.VatEntry;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Performed on 31 October: who was charged tax must hold the invoice to deduct it, who owes it himself need not. */
class InvoiceInHandTest {

    private static final LocalDate PERFORMED = LocalDate.parse("2026-10-31");

    @ParameterizedTest(name = "{0}, issued {1}, received {2}: due in {3}")
    @CsvSource(textBlock = """
            # treatment,      issued,     received,   due
            DOMESTIC_TAXABLE, 2026-10-31, 2026-10-31, 2026-10-01
            DOMESTIC_TAXABLE, 2026-11-02, 2026-11-03, 2026-11-01
            DOMESTIC_TAXABLE, 2026-10-31, 2026-11-03, 2026-11-01
            DOMESTIC_TAXABLE, 2026-11-02, 2026-10-31, 2026-11-01
            OUT_OF_SCOPE,     2026-11-02, 2026-11-03, 2026-11-01
            EU_SERVICE_RC,    2026-11-02, 2026-11-03, 2026-10-01
            """)
    void taxThatIsChargedIsDeductedOnceTheInvoiceIsHeld(
            Treatment treatment, LocalDate issued, LocalDate received, LocalDate due) {
        var history = new Received(received);
        Draft invoice = draft(treatment, issued);
        Draft note = draft(treatment, issued).numbered("G-1");
        note.kind = DocumentKind.CREDIT_NOTE;
        note.preceding = invoice.number;

        VatEntry entry = entry(treatment, invoice, history, World.BUSINESS_DATE);
        assertThat(entry.taxPoint()).isEqualTo(PERFORMED);
        assertThat(entry.filing().due()).isEqualTo(due);
        assertThat(entry.filing().reason()).isNull();
        assertThat(entry.period()).isEqualTo(due);

        // A credit note belongs to its own date, whatever it says of the supply.
        VatEntry back = entry(treatment, note, history, World.BUSINESS_DATE);
        assertThat(back.taxPoint()).isEqualTo(issued);
        assertThat(back.period()).isEqualTo(treatment.isSelfAssessed() ? issued.withDayOfMonth(1) : due);
    }

    /** The day of the intake counts, however often a document is assessed; of one without it, that of the assessment. */
    @ParameterizedTest
    @CsvSource({"2026-11-24, 2026-11-01", "          , 2026-12-01"})
    void heldUntilDecemberIsStillDeductedWhenItWasReceived(LocalDate received, LocalDate due) {
        VatEntry entry = entry(
                Treatment.DOMESTIC_TAXABLE,
                draft(Treatment.DOMESTIC_TAXABLE, LocalDate.parse("2026-11-02")),
                new Received(received),
                LocalDate.parse("2026-12-02"));
        assertThat(entry.period()).isEqualTo(due);
    }

    private static VatEntry entry(Treatment treatment, Draft draft, History history, LocalDate assessed) {
        TaxRules rules = Map.<Treatment, TaxRules>of(
                        Treatment.DOMESTIC_TAXABLE, World::domestic, Treatment.OUT_OF_SCOPE, World::outOfScope)
                .getOrDefault(treatment, World::reverseCharge);
        var context = new Assessor.Context(assessed, World.REGISTER, World.RATES, rules, 30);
        Assessment assessment = Assessor.of(context).assess(draft.invoice(), history);
        assertThat(assessment.verdict()).as("%s", assessment.findings()).isEqualTo(Verdict.ACCEPTED);
        return assessment.vatEntries().getFirst();
    }

    private static Draft draft(Treatment treatment, LocalDate issued) {
        Draft draft = treatment == Treatment.DOMESTIC_TAXABLE
                ? Draft.empty()
                        .line("1", "100.00", "100.00", VatCategory.S, "21")
                        .breakdown(VatCategory.S, "21", "100.00", "21.00")
                        .totals("100.00", "21.00", "121.00")
                : Draft.right();
        draft.issued = issued;
        draft.supply = PERFORMED;
        return draft;
    }

    /** Knows when a document was received, or that it came just now. */
    private static final class Received extends CarriedHistory {

        private final LocalDate on;

        Received(LocalDate on) {
            super(Map.of(), Map.of(), Map.<String, ApprovedWork>of());
            this.on = on;
        }

        @Override
        public Optional<LocalDate> received() {
            return Optional.ofNullable(on);
        }
    }
}
