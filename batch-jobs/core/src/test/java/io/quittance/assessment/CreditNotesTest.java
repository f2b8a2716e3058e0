package io.quittance.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.invoice.DocumentKind;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What credit notes may take back. */
class CreditNotesTest {

    private final History history = World.nothingBefore();

    @Test
    void togetherTheyTakeBackNoMoreThanTheInvoiceAskedFor() {
        assess(Draft.over("EUR", "150.00").numbered("A-1"));
        assertThat(credit("G-1", "A-1", "100.00").verdict()).isEqualTo(Verdict.ACCEPTED);
        Assessment tooMuch = credit("G-2", "a 1", "50.01");
        assertThat(tooMuch.verdict()).isEqualTo(Verdict.HELD);
        assertThat(tooMuch.findings().stream().map(Finding::message))
                .containsExactly("invoice A-1 of 2026-11-02 is EUR 150.00; taken back: 100.00 + 50.01 = 150.01");
        assertThat(credit("G-3", "A-1", "50.00").verdict())
                .as("what is held takes nothing back")
                .isEqualTo(Verdict.ACCEPTED);
        assertThat(codes(credit("G-4", "A-1", "0.01"))).containsExactly(FindingCode.CREDIT_EXCEEDS_INVOICE);
    }

    @Test
    void aCreditNoteThatComesTwiceIsADuplicateAndNothingElse() {
        assess(Draft.over("EUR", "150.00").numbered("A-1"));
        credit("G-1", "A-1", "150.00");
        assertThat(codes(credit("G-1", "A-1", "150.00"))).containsExactly(FindingCode.DUPLICATE_EXACT);
    }

    @Test
    void withoutAnInvoiceAContractIsEnoughUpToWhatWasAcceptedUnderIt() {
        assess(Draft.over("EUR", "150.00").numbered("A-1"));
        assertThat(codes(credit("G-1", null, "150.01"))).containsExactly(FindingCode.CREDIT_EXCEEDS_INVOICE);
        assertThat(credit("G-2", null, "100.00").verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(codes(credit("G-3", null, "60.00"))).containsExactly(FindingCode.CREDIT_EXCEEDS_INVOICE);
    }

    @Test
    void whoWantsTheInvoiceNamedSaysSo() {
        Draft draft = Draft.creditNote("G-1", " ");
        var strict = new Suspicion(60, 60, Map.of(), false);
        assertThat(World.assessor(World.REGISTER, strict).assess(draft.invoice(), history).findings().stream()
                        .map(Finding::message))
                .contains("credit note G-1 does not say which invoice it corrects");
    }

    @Test
    void oneThatNamesNeitherIsHeld() {
        Draft draft = Draft.creditNote("G-1", null);
        draft.contract = null;
        assertThat(codes(assess(draft))).contains(FindingCode.PRECEDING_INVOICE_MISSING);
    }

    private Assessment credit(String number, String invoice, String net) {
        Draft draft = Draft.over("EUR", net).numbered(number);
        draft.kind = DocumentKind.CREDIT_NOTE;
        draft.preceding = invoice;
        return assess(draft);
    }

    private Assessment assess(Draft draft) {
        return World.assessor().assess(draft.invoice(), history);
    }

    private static Iterable<FindingCode> codes(Assessment assessed) {
        return assessed.findings().stream().map(Finding::code).toList();
    }
}
