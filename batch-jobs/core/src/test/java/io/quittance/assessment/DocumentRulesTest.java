package io.quittance.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.finding.FindingCode;
import io.quittance.invoice.VatCategory;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What can be said of a document alone. */
class DocumentRulesTest {

    private record Case(String name, Consumer<Draft> change, String findings) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(
                new Case("a right document", draft -> {}, ""),
                new Case("parties that nobody knows", draft -> draft.contractor = "stranger", ""),
                new Case("gross raised by one", draft -> draft.gross = "151.00", "Q205 REJECT, Q206 REJECT"),
                new Case("amount due raised by one", draft -> draft.amountDue = "151.00", "Q206 REJECT"),
                new Case("net total lowered", draft -> draft.net = "149.00", "Q202 REJECT, Q205 REJECT"),
                new Case("tax that was not due", draft -> draft.tax = "1.00", "Q204 REJECT, Q205 REJECT"),
                new Case("due before issue", draft -> draft.due = draft.issued.minusDays(1), "Q208 REJECT"),
                new Case("supply years ahead", draft -> draft.supply = draft.issued.plusYears(2), "Q208 REJECT"),
                new Case("IBAN with a slip", draft -> draft.account = "DE88370400440532013000", "Q308 REJECT"),
                new Case("a BIC that is none", draft -> draft.bic = "[BIC]", "Q308 WARN"),
                new Case("VAT id with a slip", draft -> draft.vatId = "DE136695977", "Q312 WARN"),
                new Case("VAT id of no known form", draft -> draft.vatId = "12345", "Q312 WARN"),
                new Case("no VAT id", draft -> draft.vatId = null, ""),
                new Case(
                        "all paid",
                        draft -> {
                            draft.prepaid = "150.00";
                            draft.amountDue = "0.00";
                        },
                        "Q211 HOLD"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void says(Case one) {
        Draft draft = Draft.right();
        one.change.accept(draft);
        assertThat(said(draft)).isEqualTo(one.findings);
    }

    /** Whoever corrects what he is told is not told of the next thing a night later. */
    @Test
    void anAmountDueThatFitsTheWrongGrossTotalIsToldWithIt() {
        Draft draft = Draft.right();
        draft.gross = "151.00";
        draft.amountDue = "151.00";
        assertThat(DocumentRules.judge(draft.invoice()).all()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(FindingCode.GROSS_MISMATCH);
            assertThat(finding.hint())
                    .isEqualTo(
                            "Correct the gross total. With a gross total of 150.00 the amount due is 150.00, not 151.00:"
                                    + " correct both.");
        });
        draft.net = "149.00";
        assertThat(DocumentRules.judge(draft.invoice()).all())
                .filteredOn(finding -> finding.code() == FindingCode.GROSS_MISMATCH)
                .singleElement()
                .satisfies(finding -> assertThat(finding.hint()).isEqualTo("Correct the gross total."));
    }

    @Test
    void aCreditNoteWithoutItsInvoiceWarns() {
        assertThat(said(Draft.creditNote("G-1", null))).isEqualTo("Q209 WARN");
    }

    /** VAT Notice 700, 17.5: 20 % of 0.99 is 0.198, which a British supplier may round down. */
    @Test
    void aStrangerRoundsByTheCountryOfHisVatId() {
        Draft draft = Draft.over("GBP", "0.99");
        draft.lines.clear();
        draft.vat.clear();
        draft.line("1", "0.99", "0.99", VatCategory.S, "20").breakdown(VatCategory.S, "20", "0.99", "0.19");
        draft.tax = "0.19";
        draft.gross = "1.18";
        draft.amountDue = "1.18";
        draft.vatId = "GB980780684";
        assertThat(said(draft)).isEmpty();
        draft.vatId = "NL123456782B12";
        assertThat(said(draft)).contains("Q203 REJECT");
    }

    private static String said(Draft draft) {
        return DocumentRules.judge(draft.invoice(), World.BRITISH).stream()
                .map(finding -> finding.code().id() + " " + finding.severity())
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
