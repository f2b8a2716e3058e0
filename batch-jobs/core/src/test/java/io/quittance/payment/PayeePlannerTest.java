package io.quittance.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.quittance.party.BankAccount;
import io.quittance.party.PayeeAccount;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One row, one contractor: what is open, the transfers that come of it, and the one outcome of each document. */
class PayeePlannerTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # what                       | documents                                                                   | transfers                         | outcomes
            one invoice                  | I1 EUR 100.00 2026-11-20 A                                                  | EUR 100.00 SEPA                   | I1 PAID
            due on the horizon           | I1 EUR 100.00 2026-11-25 A                                                  | EUR 100.00 SEPA                   | I1 PAID
            due a day later              | I1 EUR 100.00 2026-11-26 A                                                  | ''                                | I1 LATER
            held                         | I1 EUR 100.00 2026-11-20 held                                               | ''                                | I1 HELD
            two in one transfer          | I1 EUR 100.00 2026-11-20 A; I2 EUR 0.50 2026-11-21 A                        | EUR 100.50 SEPA                   | I1 PAID, I2 PAID
            a credit note set off        | I1 EUR 100.00 2026-11-20 A; C1 EUR 30.00 2026-11-20 A                       | EUR 70.00 SEPA                    | C1 NETTED, I1 PAID
            a credit note due later      | I1 EUR 100.00 2026-11-20 A; C1 EUR 30.00 2027-11-20 A                       | EUR 70.00 SEPA                    | C1 NETTED, I1 PAID
            cancelled out                | I1 EUR 100.00 2026-11-20 A; C1 EUR 100.00 2026-11-20 A                      | ''                                | C1 NETTED, I1 NETTED
            more credit than due         | I1 EUR 100.00 2026-11-20 A; C1 EUR 100.01 2026-11-20 A                      | ''                                | C1 EXCLUDED, I1 EXCLUDED
            credit of another currency   | I1 EUR 100.00 2026-11-20 A; C1 USD 100.00 2026-11-20 A                      | EUR 100.00 SEPA                   | C1 EXCLUDED, I1 PAID
            credit of another account    | I1 EUR 100.00 2026-11-20 A; C1 EUR 30.00 2026-11-20 B                       | EUR 100.00 SEPA                   | C1 EXCLUDED, I1 PAID
            credit of an invoice later   | I1 EUR 100.00 2026-12-20 A; C1 EUR 30.00 2026-11-20 A                       | ''                                | C1 EXCLUDED, I1 LATER
            two accounts                 | I1 EUR 100.00 2026-11-20 A; I2 EUR 1.00 2026-11-20 B                        | EUR 1.00 SEPA, EUR 100.00 SEPA    | I1 PAID, I2 PAID
            one number, two banks        | I1 USD 100.00 2026-11-20 U; I2 USD 1.00 2026-11-20 V                        | USD 100.00 CROSS_BORDER, USD 1.00 CROSS_BORDER | I1 PAID, I2 PAID
            two currencies               | I1 USD 100.00 2026-11-20 A; I2 EUR 1.00 2026-11-20 A                        | EUR 1.00 SEPA, USD 100.00 CROSS_BORDER | I1 PAID, I2 PAID
            euro, but not to a SEPA bank | I1 EUR 100.00 2026-11-20 U                                                  | EUR 100.00 CROSS_BORDER           | I1 PAID
            held beside paid             | I1 EUR 100.00 2026-11-20 A; I2 EUR 1.00 2026-11-20 held                     | EUR 100.00 SEPA                   | I1 PAID, I2 HELD
            yen have no decimals         | I1 JPY 10000 2026-11-20 U; C1 JPY 1 2026-11-20 U                            | JPY 9999 CROSS_BORDER             | C1 NETTED, I1 PAID
            """)
    void everyDocumentHasOneOutcome(String what, String documents, String transfers, String outcomes) {
        List<Candidate> open = Due.documents(documents);
        PayeePlan plan = planner("EUR USD").plan(open);
        assertThat(plan.payments().stream()
                        .map(payment -> payment.amount() + " " + payment.rail())
                        .collect(Collectors.joining(", ")))
                .isEqualTo(transfers);
        assertThat(outcomes(open, plan)).isEqualTo(outcomes);
    }

    /** Without an account in the currency, the one in functional currency pays. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            EUR     | I1 USD 100.00 2026-11-20 U | I1 PAID
            USD     | I1 EUR 100.00 2026-11-20 A | I1 PAID
            """)
    void theAccountOfTheFunctionalCurrencyStandsIn(String accounts, String documents, String outcomes) {
        List<Candidate> open = Due.documents(documents);
        PayeePlan plan = planner(accounts).plan(open);
        assertThat(outcomes(open, plan)).isEqualTo(outcomes);
        assertThat(plan.payments())
                .as("SEPA is euro from a euro account")
                .allMatch(payment -> payment.rail() == Rail.CROSS_BORDER);
    }

    @Test
    void withoutAnyAccountNothingIsPaid() {
        List<Candidate> open = Due.documents("I1 USD 100.00 2026-11-20 U");
        PayeePlan plan = planner(Due.termsWithoutAccount()).plan(open);
        assertThat(plan.payments()).isEmpty();
        assertThat(plan.decisions())
                .extracting(Decision::outcome, Decision::reason)
                .containsExactly(tuple(Outcome.EXCLUDED, "NL-BV has no account to pay USD from"));
    }

    @Test
    void aPaymentSettlesItsDocumentsToTheCent() {
        PayeePlan plan = planner("EUR")
                .plan(Due.documents("I1 EUR 100.00 2026-11-20 A; I2 EUR 0.50 2026-11-20 A; C1 EUR 30.00 2026-11-20 A"));
        Payment payment = plan.payments().getFirst();
        assertThat(payment.settlements().stream().map(one -> one.number() + " " + one.amount()))
                .containsExactly("C1 EUR -30.00", "I1 EUR 100.00", "I2 EUR 0.50");
        assertThat(payment.id()).isEqualTo("NL-BV-20261125-01-00001");
        assertThat(payment.remittance()).isEqualTo("C1 I1 I2");
        assertThat(plan.decisions()).allMatch(decision -> payment.id().equals(decision.payment()));
    }

    /** References derive from what is paid: whatever order candidates come in, whichever run is started again. */
    @Test
    void theOrderOfCandidatesDoesNotMatter() {
        List<Candidate> open =
                Due.documents("I1 EUR 100.00 2026-11-20 A; I2 USD 7.00 2026-11-20 U; C1 EUR 30.00 2026-11-20 A");
        assertThat(planner("EUR USD").plan(open.reversed()))
                .isEqualTo(planner("EUR USD").plan(open));
    }

    @Test
    void anotherSetOfDocumentsHasOtherReferences() {
        Payment one = planner("EUR")
                .plan(Due.documents("I1 EUR 100.00 2026-11-20 A"))
                .payments()
                .getFirst();
        Payment other = planner("EUR")
                .plan(Due.documents("I2 EUR 100.00 2026-11-20 A"))
                .payments()
                .getFirst();
        assertThat(one.endToEndId()).isNotEqualTo(other.endToEndId()).matches("Q[A-Z2-7]{26}");
        assertThat(one.uetr())
                .isNotEqualTo(other.uetr())
                .matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    }

    private static PayeePlanner planner(String currencies) {
        return planner(Due.terms(currencies));
    }

    /** Euro from a euro account to an IBAN is SEPA, everything else goes across borders. */
    private static PayeePlanner planner(RunTerms terms) {
        BankRules banks = new BankRules() {
            @Override
            public Optional<Rail> rail(BankAccount from, PayeeAccount to, CurrencyUnit currency) {
                boolean euro = from.currency().equals(CurrencyUnit.EUR) && currency.equals(CurrencyUnit.EUR);
                return Optional.of(euro && to instanceof PayeeAccount.IbanAccount ? Rail.SEPA : Rail.CROSS_BORDER);
            }

            @Override
            public Optional<String> obstacle(RunTerms of, Payment payment) {
                return Optional.empty();
            }
        };
        return new PayeePlanner(terms, CurrentPayees.of(Due.register(), terms), banks, 0);
    }

    private static String outcomes(List<Candidate> open, PayeePlan plan) {
        Map<UUID, Candidate> byId = open.stream().collect(Collectors.toMap(Candidate::invoice, Function.identity()));
        return plan.decisions().stream()
                .map(decision -> byId.get(decision.invoice()).number() + " " + decision.outcome())
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
