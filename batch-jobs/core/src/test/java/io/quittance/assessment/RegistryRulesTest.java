package io.quittance.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.finding.Finding;
import io.quittance.invoice.Invoice;
import io.quittance.party.Contract;
import io.quittance.party.Contractor;
import io.quittance.party.Entity;
import io.quittance.party.RegistryAnswer;
import io.quittance.party.RegistryAnswer.Match;
import io.quittance.party.RegistryBook;
import io.quittance.party.RegistryPolicy;
import io.quittance.party.RegistryPolicy.Required;
import io.quittance.tax.TaxDecision;
import io.quittance.tax.TaxPolicies;
import io.quittance.tax.TaxStep;
import io.quittance.tax.TreatmentRule.IdsNeeded;
import io.quittance.vat.Filings;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A service of C-1 (DE136695976) on 2026-10-31, for which NL-BV owes the tax: what the tax register's word does to it. */
class RegistryRulesTest {

    private static final String NUMBER = "DE136695976";

    /** Answers are written as {@code day yes|no}, silences as {@code day ?}; the tax point is the day of supply, 2026-10-31. */
    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            NONE | -                                   | ACCEPTED | -
            WARN | -                                   | ACCEPTED | Q821 WARN
            HOLD | -                                   | HELD     | Q821 HOLD
            HOLD | 2026-10-31 yes                      | ACCEPTED | -
            HOLD | 2026-10-01 yes                      | ACCEPTED | -
            HOLD | 2026-11-30 yes                      | ACCEPTED | -
            HOLD | 2026-09-30 yes                      | HELD     | Q821 HOLD
            WARN | 2026-09-30 yes                      | ACCEPTED | Q821 WARN
            NONE | 2026-09-30 yes                      | ACCEPTED | -
            NONE | 2026-10-31 no                       | HELD     | Q820 HOLD
            WARN | 2024-01-01 no                       | HELD     | Q820 HOLD
            NONE | 2026-10-20 no, 2026-10-30 yes       | ACCEPTED | -
            NONE | 2026-10-30 no, 2026-11-01 yes       | ACCEPTED | -
            NONE | 2026-10-30 yes, 2026-11-01 no       | HELD     | Q820 HOLD
            NONE | 2026-10-31 no, 2026-11-20 yes       | HELD     | Q820 HOLD
            NONE | 2026-10-31 yes, 2026-11-20 no       | ACCEPTED | -
            HOLD | 2026-10-20 yes, 2026-11-01 ?        | ACCEPTED | Q821 WARN
            WARN | 2026-10-20 yes, 2026-11-01 ?        | ACCEPTED | Q821 WARN
            NONE | 2026-10-20 yes, 2026-11-01 ?        | ACCEPTED | -
            HOLD | 2026-10-20 yes, 2026-10-10 ?        | ACCEPTED | -
            HOLD | 2026-10-31 yes, 2026-11-01 ?        | ACCEPTED | -
            HOLD | 2026-11-01 ?                        | HELD     | Q821 HOLD
            """)
    void theAnswerNearestToTheTaxPointDecides(
            Required required, @Nullable String said, String verdict, @Nullable String found) {
        Assessment assessment = assess(new RegistryPolicy(required, 30), book(said), IdsNeeded.BOTH);
        assertThat(assessment.verdict()).hasToString(verdict);
        assertThat(assessment.findings().stream()
                        .filter(one -> one.code().id().startsWith("Q82"))
                        .map(one -> one.code().id() + " " + one.severity()))
                .containsExactlyElementsOf(found == null ? List.of() : List.of(found));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            -                            | DE136695976: no registry answer
            2026-10-31 yes               | DE136695976: in force on 2026-10-31 by VIES, consultation number WAPI1
            2026-10-31 no                | DE136695976: not in force on 2026-10-31 by VIES, consultation number WAPI1
            2026-10-20 yes, 2026-11-01 ? | DE136695976: in force on 2026-10-20 by VIES, consultation number WAPI1, provisional: no answer since
            2026-08-01 yes               | DE136695976: in force on 2026-08-01 by VIES, consultation number WAPI1, 91 days from the tax point
            """)
    void theDeterminationNamesTheAnswerItRestsOn(@Nullable String said, String told) {
        TaxDecision tax =
                assess(RegistryPolicy.NONE, book(said), IdsNeeded.BOTH).tax();
        assertThat(tax).isNotNull();
        assertThat(tax.steps())
                .extracting(TaxStep::toString)
                .containsExactly(
                        "15 what is kept: the payer has no VAT id [the register's answer nearest to 2026-10-31]",
                        "15 what is kept: the supplier's VAT id " + told
                                + " [the register's answer nearest to 2026-10-31]");
    }

    @Test
    void whereTaxHangsOnNoIdNothingIsLookedUp() {
        RegistryBook no = book("2026-10-31 no");
        assertThat(assess(new RegistryPolicy(Required.HOLD, 30), no, IdsNeeded.NONE)
                        .verdict())
                .isEqualTo(Verdict.ACCEPTED);
        assertThat(assess(new RegistryPolicy(Required.HOLD, 30), no, IdsNeeded.PAYER)
                        .verdict())
                .as("the supplier's is not needed")
                .isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void anotherNameInTheRegisterIsToldWithoutEitherName() {
        var other = new RegistryAnswer(
                "NL004495445B01",
                "DE",
                NUMBER,
                true,
                Match.DIFFERENT,
                Match.SAME,
                null,
                Instant.parse("2026-10-31T08:00:00Z"),
                "BZSt");
        Assessment assessment = assess(RegistryPolicy.NONE, RegistryBook.of(List.of(other), Map.of()), IdsNeeded.BOTH);
        assertThat(assessment.verdict()).isEqualTo(Verdict.ACCEPTED);
        assertThat(assessment.findings().stream().map(Finding::toString))
                .containsExactly("Q822 WARN invoices.csv:2 BT-31: BZSt had another name for the supplier's VAT id"
                        + " DE136695976 on 2026-10-31");
    }

    private static Assessment assess(RegistryPolicy policy, RegistryBook book, IdsNeeded ids) {
        var context = new Assessor.Context(
                World.BUSINESS_DATE,
                World.REGISTER,
                World.RATES,
                (invoice, payer, supplier, contract) -> needing(ids, invoice, payer, supplier, contract),
                30,
                Suspicion.DEFAULT,
                TaxPolicies.GENERAL,
                Filings.NONE,
                new Assessor.Registries(book, policy));
        return Assessor.of(context).assess(Draft.right().invoice(), World.nothingBefore());
    }

    private static TaxDecision needing(
            IdsNeeded ids, Invoice invoice, Entity payer, Contractor supplier, @Nullable Contract contract) {
        TaxDecision plain = World.reverseCharge(invoice, payer, supplier, contract);
        return new TaxDecision(
                plain.treatment(),
                plain.jurisdiction(),
                plain.area(),
                plain.taxPoint(),
                plain.steps(),
                plain.lines(),
                plain.findings(),
                null,
                ids);
    }

    private static RegistryBook book(@Nullable String said) {
        List<String[]> words = said == null
                ? List.of()
                : Arrays.stream(said.split(", ")).map(one -> one.split(" ")).toList();
        List<RegistryAnswer> answers = words.stream()
                .filter(one -> !one[1].equals("?"))
                .map(one -> new RegistryAnswer(
                        null,
                        "DE",
                        NUMBER,
                        one[1].equals("yes"),
                        Match.NOT_COMPARED,
                        Match.NOT_COMPARED,
                        "WAPI1",
                        Instant.parse(one[0] + "T09:30:00Z"),
                        "VIES"))
                .toList();
        return words.stream()
                .filter(one -> one[1].equals("?"))
                .findFirst()
                .map(one -> RegistryBook.of(answers, Map.of(NUMBER, Instant.parse(one[0] + "T09:30:00Z"))))
                .orElseGet(() -> RegistryBook.of(answers, Map.of()));
    }
}
