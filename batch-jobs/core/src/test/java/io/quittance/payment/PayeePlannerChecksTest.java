package io.quittance.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.quittance.party.BankAccount;
import io.quittance.party.PayeeAccount;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class PayeePlannerChecksTest {

    private static final CurrentPayees KNOWN = CurrentPayees.of(
            Payees.register("2020-01-01 to", Payees.OLD + ", 2020-01-01, 2020-01-01 to"), Payees.TERMS);

    @Test
    void oneTransferAnAccountAndCreditNotesAreSetOff() {
        PayeePlan plan = planner(new AnyBank())
                .plan(List.of(document(1, "100.00"), document(2, "50.00"), document(3, "-30.00")));
        assertThat(plan.payments())
                .extracting(Payment::id, Payment::amount)
                .containsExactly(tuple("NL-BV-20261125-01-00001", Money.parse("EUR 120.00")));
        assertThat(plan.decisions())
                .extracting(Decision::outcome)
                .containsExactly(Outcome.PAID, Outcome.PAID, Outcome.NETTED);
    }

    /** One faulty row must not stop the others, nor leave a gap in the numbers that check looks for. */
    @Test
    void whatTheBankWouldRefuseIsLeftOutWithTheReasonAndTakesNoNumber() {
        PayeePlanner planner = planner(new AnyBank());
        PayeePlan refused = planner.plan(List.of(document(1, "100.13")));
        PayeePlan paid = planner.plan(List.of(document(2, "50.00")));
        assertThat(refused.payments()).isEmpty();
        assertThat(refused.decisions())
                .extracting(Decision::outcome, Decision::reason, Decision::payment)
                .containsExactly(tuple(Outcome.EXCLUDED, "the bank dislikes 13", null));
        assertThat(paid.payments()).extracting(Payment::id).containsExactly("NL-BV-20261125-01-00001");
    }

    @Test
    void anAccountThatNoFileOfTheBankReachesIsLeftOut() {
        PayeePlan plan = planner(new BankRules() {
                    @Override
                    public Optional<Rail> rail(BankAccount from, PayeeAccount to, CurrencyUnit currency) {
                        return Optional.empty();
                    }

                    @Override
                    public Optional<String> obstacle(RunTerms terms, Payment payment) {
                        throw new AssertionError("nothing to ask about");
                    }
                })
                .plan(List.of(document(1, "100.00")));
        assertThat(plan.decisions())
                .extracting(Decision::outcome, Decision::reason)
                .containsExactly(
                        tuple(Outcome.EXCLUDED, "the bank of NL-BV-EUR takes no file for EUR to an account in DE"));
    }

    private static PayeePlanner planner(BankRules banks) {
        return new PayeePlanner(Payees.TERMS, KNOWN, banks, 0);
    }

    private static Candidate document(int number, String amount) {
        return Payees.document(number, amount, null);
    }
}
