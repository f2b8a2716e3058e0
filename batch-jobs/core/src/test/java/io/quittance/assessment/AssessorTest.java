package io.quittance.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Findings;
import io.quittance.finding.Severity;
import io.quittance.fx.Conversion.Converted;
import io.quittance.fx.Conversion.Refused;
import io.quittance.fx.Purpose;
import io.quittance.identity.Uuid5;
import io.quittance.invoice.DocumentKind;
import io.quittance.invoice.VatCategory;
import io.quittance.tax.Treatment;
import io.quittance.tax.VatEntry;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssessorTest {

    @Test
    void aRightInvoiceIsAcceptedWithAllThatPaymentNeeds() {
        Assessment assessment = World.assess(Draft.right());
        assertThat(assessment.verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(assessment.payable()).isEqualTo(Money.parse("EUR 150.00"));
        assertThat(assessment.account()).hasToString("DE…3000");
        assertThat(assessment.functional()).isEqualTo(Money.parse("EUR 150.00"));
        assertThat(assessment.conversions()).isEmpty();
        assertThat(assessment.accepted()).isNotNull();
    }

    @Test
    void whatIsNotAcceptedHasNothingToPayOrToPost() {
        Draft held = Draft.right();
        held.contract = null;
        Draft rejected = Draft.right().totals("1.00", "0.00", "1.00");
        for (Draft draft : List.of(held, rejected)) {
            Assessment assessment = World.assess(draft);
            assertThat(assessment.payable()).isNull();
            assertThat(assessment.account()).isNull();
            assertThat(assessment.dueDate()).isNull();
            assertThat(assessment.functional()).isNull();
            assertThat(assessment.accepted()).isNull();
            assertThat(assessment.vatEntries()).isEmpty();
            assertThat(assessment.tax()).isNotNull();
        }
    }

    @Test
    void anUnknownPartyEndsTheMatterButTheDocumentIsStillChecked() {
        Draft draft = Draft.right().totals("1.00", "0.00", "1.00");
        draft.contractor = "C-0";
        Assessment assessment = World.assess(draft);
        assertThat(assessment.verdict()).isEqualTo(Verdict.REJECTED);
        assertThat(assessment.tax()).isNull();
        assertThat(codes(assessment)).containsExactly(FindingCode.NET_TOTAL_MISMATCH, FindingCode.CONTRACTOR_UNKNOWN);
    }

    @Test
    void aWarningDoesNotStopAnInvoice() {
        Draft draft = Draft.right();
        draft.name = "Another";
        assertThat(World.assess(draft).verdict()).isEqualTo(Verdict.ACCEPTED);
    }

    @ParameterizedTest
    @CsvSource({"2026-12-24, 2026-12-24", ", 2026-12-02"})
    void itIsDueWhenItSaysElseThirtyDaysAfterItsDate(LocalDate stated, LocalDate due) {
        Draft draft = Draft.right();
        draft.due = stated;
        assertThat(World.assess(draft).dueDate()).isEqualTo(due);
    }

    @Test
    void whatIsPrepaidIsNotPaidAgain() {
        Draft draft = Draft.right();
        draft.prepaid = "20.00";
        draft.amountDue = "130.00";
        Assessment assessment = World.assess(draft);
        assertThat(assessment.payable()).isEqualTo(Money.parse("EUR 130.00"));
        assertThat(assessment.functional()).isEqualTo(Money.parse("EUR 130.00"));
    }

    @Test
    void withoutAStatedAccountTheVerifiedOneIsPaid() {
        Draft draft = Draft.right();
        draft.account = null;
        assertThat(World.assess(draft).account()).hasToString("DE…3000");
    }

    @Test
    void eachPurposeHasItsOwnDay() {
        Draft draft = usd("1000.00");
        draft.issued = LocalDate.parse("2026-11-10");
        assertThat(World.assess(draft).conversions())
                .extracting(Converted::purpose, Converted::on, Converted::to)
                .containsExactly(
                        // issue date, at the later rate of 0.88
                        tuple(Purpose.BOOKING, LocalDate.parse("2026-11-10"), Money.parse("EUR 880.00")),
                        // tax point 2026-10-31, at 0.80
                        tuple(Purpose.VAT, LocalDate.parse("2026-10-31"), Money.parse("EUR 800.00")),
                        // business date
                        tuple(Purpose.PAYMENT, World.BUSINESS_DATE, Money.parse("EUR 880.00")));
    }

    @Test
    void aMissingRateHoldsTheInvoiceOnceNotPerAmount() {
        Assessor assessor = Assessor.of(new Assessor.Context(
                World.BUSINESS_DATE,
                World.dossier(Draft.right()).register(),
                (entity, purpose, amount, into, on) -> new Refused(Finding.of(FindingCode.RATE_MISSING, "no rate")),
                World::reverseCharge,
                30));
        Assessment assessment = assessor.assess(usd("1000.00").invoice(), World.nothingBefore());
        assertThat(assessment.verdict()).isEqualTo(Verdict.HELD);
        assertThat(codes(assessment)).containsExactly(FindingCode.RATE_MISSING);
    }

    @Test
    void whatNoTaxRuleDecidesIsHeld() {
        Assessment assessment =
                World.assessor(World::undecided).assess(Draft.right().invoice(), World.nothingBefore());
        assertThat(codes(assessment)).containsExactly(FindingCode.TREATMENT_UNKNOWN);
        assertThat(assessment.verdict()).isEqualTo(Verdict.HELD);
    }

    /** 1,000.00 USD at 0.80 are 800.00 EUR; 21 % of them 168.00, half of which NL-HALF may deduct. */
    @Test
    void theSelfAssessedTaxIsReckonedFromTheConvertedBase() {
        Draft draft = Draft.right();
        draft.entity = "NL-HALF";
        draft.contract = "K-NL-HALF";
        VatEntry entry = World.assess(draft).vatEntries().getFirst();
        assertThat(entry.base()).isEqualTo(Money.parse("EUR 150.00"));
        assertThat(entry.outputTax()).isEqualTo(Money.parse("EUR 31.50"));
        assertThat(entry.inputTax()).isEqualTo(Money.parse("EUR 15.75"));
        assertThat(entry.nonRecoverable()).isEqualTo(Money.parse("EUR 15.75"));
        assertThat(World.assess(usd("1000.00")).vatEntries().getFirst().outputTax())
                .isEqualTo(Money.parse("EUR 168.00"));
    }

    @Test
    void chargedTaxIsInputTaxAndNoOutputTax() {
        Assessment assessment =
                World.assessor(World::domestic).assess(domestic("0.03").invoice(), World.nothingBefore());
        VatEntry entry = assessment.vatEntries().getFirst();
        assertThat(entry.outputTax()).isEqualTo(Money.parse("EUR 0.00"));
        assertThat(entry.inputTax()).isEqualTo(Money.parse("EUR 0.01"));
        assertThat(entry.treatment()).isEqualTo(Treatment.DOMESTIC_TAXABLE);
    }

    @Test
    void anExpenseOutOfScopeHasAnEntryWithoutTax() {
        Assessment assessment =
                World.assessor(World::outOfScope).assess(Draft.right().invoice(), World.nothingBefore());
        assertThat(assessment.vatEntries()).singleElement().satisfies(entry -> {
            assertThat(entry.base()).isEqualTo(Money.parse("EUR 150.00"));
            assertThat(entry.inputTax().isZero()
                            && entry.outputTax().isZero()
                            && entry.nonRecoverable().isZero())
                    .isTrue();
        });
    }

    @Test
    void vatEntriesBelongToTheMonthOfTheTaxPointAndToTheJournal() {
        Assessment assessment = World.assess(Draft.right());
        VatEntry entry = assessment.vatEntries().getFirst();
        assertThat(entry.period()).isEqualTo(LocalDate.parse("2026-10-01"));
        assertThat(entry.position()).isEqualTo(1);
        assertThat(entry.journal())
                .isEqualTo(Uuid5.of("invoice:" + assessment.invoice().id() + ":accepted"))
                .isEqualTo(assessment.accepted().journal());
        assertThat(entry.id()).isEqualTo(Uuid5.of("vat:" + assessment.invoice().id() + ":1"));
    }

    @Test
    void aCreditNoteIsTheNegativeOfItsInvoiceAtTheRateOfItsInvoice() {
        History history = World.nothingBefore();
        Assessment invoice = World.assessor().assess(usd("1000.00").invoice(), history);
        Draft note = usd("1000.00").numbered("G-1");
        note.kind = DocumentKind.CREDIT_NOTE;
        note.preceding = "2026/1";
        note.issued = LocalDate.parse("2026-11-20");
        note.supply = null;
        Assessment credit = World.assessor().assess(note.invoice(), history);
        assertThat(credit.verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(credit.payable()).isEqualTo(Money.parse("USD 1000.00"));
        assertThat(credit.functional()).isEqualTo(invoice.functional());
        assertThat(credit.accepted().booked().on()).isEqualTo(LocalDate.parse("2026-11-02"));
        assertThat(credit.vatEntries().getFirst().base()).isEqualTo(Money.parse("EUR -800.00"));
        assertThat(credit.vatEntries().getFirst().outputTax()).isEqualTo(Money.parse("EUR -168.00"));
        assertThat(credit.accepted().cost()).isEqualTo(invoice.accepted().cost().negated());
        assertThat(history.acceptedNet("K-USD")).contains(Money.parse("USD 0.00"));
    }

    /** Issue date and tax point lie on both sides of a change of rates: a note that took the wrong one would leave a rest. */
    @Test
    void aCreditNoteCopiesBothDaysOfItsInvoice() {
        History history = World.nothingBefore();
        Draft supplied = usd("1000.00");
        supplied.issued = LocalDate.parse("2026-11-12");
        supplied.supply = LocalDate.parse("2026-10-31");
        Assessment invoice = World.assessor().assess(supplied.invoice(), history);
        Draft note = usd("1000.00").numbered("G-1");
        note.kind = DocumentKind.CREDIT_NOTE;
        note.preceding = supplied.number;
        note.issued = LocalDate.parse("2026-11-20");
        note.supply = null;

        Assessment credit = World.assessor().assess(note.invoice(), history);

        assertThat(invoice.functional()).isEqualTo(Money.parse("EUR 880.00"));
        assertThat(invoice.vatEntries().getFirst().base()).isEqualTo(Money.parse("EUR 800.00"));
        assertThat(credit.functional()).isEqualTo(invoice.functional());
        assertThat(credit.tax().taxPoint()).isEqualTo(LocalDate.parse("2026-10-31"));
        VatEntry taken = credit.vatEntries().getFirst();
        assertThat(taken.base()).isEqualTo(Money.parse("EUR -800.00"));
        assertThat(taken.outputTax())
                .isEqualTo(invoice.vatEntries().getFirst().outputTax().negated());
        assertThat(taken.period()).as("the note's own").isEqualTo(LocalDate.parse("2026-11-01"));
    }

    @Test
    void aCreditNoteOfAHeldInvoiceIsHeld() {
        History history = World.nothingBefore();
        Draft held = Draft.right();
        held.contract = null;
        World.assessor().assess(held.invoice(), history);
        Assessment credit =
                World.assessor().assess(Draft.creditNote("G-1", "2026-001").invoice(), history);
        assertThat(credit.findings().stream().map(Finding::message))
                .containsExactly("invoice 2026-001 of 2026-11-02 is held itself");
    }

    @Test
    void creditNotesGiveRoomUnderTheCapAgain() {
        History history = World.nothingBefore();
        assertThat(capped(history, "A", "600.00").verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(capped(history, "B", "400.00").verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(codes(capped(history, "C", "0.01"))).containsExactly(FindingCode.CONTRACT_CAP);
        Draft note = Draft.over("EUR", "400.00").numbered("G");
        note.kind = DocumentKind.CREDIT_NOTE;
        note.preceding = "B";
        note.contract = "K-CAP";
        assertThat(World.assessor().assess(note.invoice(), history).verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(capped(history, "D", "399.99").verdict()).isEqualTo(Verdict.ACCEPTED);
    }

    /** Sums in two currencies would be none; and whoever corrected the contract is not told by a crash. */
    @Test
    void aContractWhoseCurrencyWasChangedAfterwardsHoldsWhatComes() {
        History history =
                History.of(Map.of(), Map.of("K-1", Money.parse("USD 500.00"), "K-CAP", Money.parse("USD 1.00")));
        for (String contract : List.of("K-1", "K-CAP")) {
            Draft draft = Draft.over("EUR", contract.length() + "0.00").numbered(contract);
            draft.contract = contract;
            Assessment assessment = World.assessor().assess(draft.invoice(), history);
            assertThat(codes(assessment)).containsExactly(FindingCode.CONTRACT_CURRENCY);
            assertThat(assessment.findings().all().getFirst().message())
                    .isEqualTo("contract " + contract + " is in EUR, but documents in USD were accepted under it");
        }
    }

    @ParameterizedTest(name = "{0}: {1} + {2} - {3}")
    @CsvSource({"NL-BV,   150.00, 31.50, 31.50, 150.00", "NL-HALF, 150.00, 31.50, 15.75, 165.75"})
    void theCostIsTheGrossAndTheTaxThatCannotBeDeducted(
            String entity, String gross, String output, String input, String cost) {
        Draft draft = Draft.right();
        draft.entity = entity;
        draft.contract = entity.equals("NL-BV") ? "K-1" : "K-" + entity;
        Accepted accepted = World.assess(draft).accepted();
        assertThat(accepted.booked().to()).isEqualTo(Money.parse("EUR " + gross));
        assertThat(accepted.vatEntries().getFirst().outputTax()).isEqualTo(Money.parse("EUR " + output));
        assertThat(accepted.vatEntries().getFirst().inputTax()).isEqualTo(Money.parse("EUR " + input));
        assertThat(accepted.cost()).isEqualTo(Money.parse("EUR " + cost));
    }

    private static Assessment capped(History history, String number, String net) {
        Draft draft = Draft.over("EUR", net).numbered(number);
        draft.contract = "K-CAP";
        return World.assessor().assess(draft.invoice(), history);
    }

    private static Draft usd(String net) {
        Draft draft = Draft.over("USD", net);
        draft.contract = "K-USD";
        return draft;
    }

    /** One line at 21 % domestic VAT. */
    private static Draft domestic(String net) {
        String tax = "0.01";
        return Draft.empty()
                .line("1", net, net, VatCategory.S, "21")
                .breakdown(VatCategory.S, "21", net, tax)
                .totals(
                        net,
                        tax,
                        Money.parse("EUR " + net)
                                .plus(Money.parse("EUR " + tax))
                                .getAmount()
                                .toPlainString());
    }

    private static List<FindingCode> codes(Assessment assessment) {
        return assessment.findings().stream().map(Finding::code).toList();
    }

    /** What was found when the document was taken in counts as much as what is found now. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            WARN,   ACCEPTED
            HOLD,   HELD
            REJECT, REJECTED
            """)
    void whatWasFoundBeforeCounts(Severity severity, Verdict verdict) {
        Finding before =
                Finding.of(FindingCode.OFFICIAL_RULE_BROKEN, "BR-CO-15").with(severity);
        Assessment assessment =
                World.assessor().assess(Draft.right().invoice(), Findings.of(before), World.nothingBefore());
        assertThat(assessment.verdict()).isEqualTo(verdict);
        assertThat(assessment.findings()).contains(before);
        assertThat(assessment.payable() != null).isEqualTo(verdict == Verdict.ACCEPTED);
    }
}
