package io.quittance.bookkeeping;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.assessment.Accepted;
import io.quittance.bookkeeping.Life.End;
import io.quittance.ledger.Account;
import io.quittance.ledger.Chart;
import io.quittance.ledger.Journal;
import io.quittance.testkit.property.Gen;
import io.quittance.testkit.property.Property;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** What holds after any life of a payment: any currency, rate, account, charge and end. */
class BookkeepingLawsTest {

    private static final CurrencyUnit EUR = CurrencyUnit.EUR;

    @Test
    void everyJournalBalancesPerCurrencyAndHasAKeyOfItsOwn() {
        Property.forAll(Life.ending(End.values())).holds(life -> {
            List<Journal> journals = life.journals();
            for (Journal journal : journals) {
                var books = new Books(List.of(journal));
                assertThat(books.total(EUR).isZero()).isTrue();
                assertThat(books.total(foreign(life)).isZero()).isTrue();
            }
            assertThat(journals).extracting(Journal::eventKey).doesNotHaveDuplicates();
            assertThat(journals).extracting(Journal::id).doesNotHaveDuplicates();
        });
    }

    @Test
    void whatIsAcceptedIsOwed() {
        Property.forAll(Life.ending(End.ACCEPTED)).holds(life -> {
            var books = new Books(life.journals());
            assertThat(books.balance(Chart.PAYABLES, foreign(life)))
                    .isEqualTo(life.amount().negated());
            assertThat(books.balance(Chart.PREPAYMENTS, foreign(life)))
                    .isEqualTo(prepaid(life).negated());
        });
    }

    /** Income statement: gross and rounding at the booked rates, less input tax, plus output tax; nothing later changes it. */
    @Test
    void theCostIsBookedInFunctionalCurrencyOnce() {
        Property.forAll(Life.ending(End.values())).holds(life -> {
            Money cost = Money.zero(EUR);
            for (Accepted one : life.accepted()) {
                int sign = one.invoice().kind().sign();
                cost = cost.plus(one.cost()).plus(one.roundingBooked().multipliedBy(sign));
            }
            assertThat(new Books(life.journals()).balance(Chart.EXPENSE, EUR)).isEqualTo(cost);
        });
    }

    @Test
    void aReleasedPaymentIsInTransitAndARefusedOneNever() {
        Property.forAll(Life.ending(End.RELEASED, End.REJECTED)).holds(life -> {
            var books = new Books(life.journals());
            boolean released = life.end() == End.RELEASED;
            Money none = Money.zero(foreign(life));
            assertThat(books.balance(Chart.IN_TRANSIT, foreign(life)))
                    .isEqualTo(released ? life.amount().negated() : none);
            assertThat(books.balance(Chart.PAYABLES, foreign(life)))
                    .isEqualTo(released ? none : life.amount().negated());
        });
    }

    @Test
    void aSettledPaymentLeavesNothingOwedAndNothingInTransit() {
        Property.forAll(Life.ending(End.SETTLED)).holds(life -> {
            var books = new Books(life.journals());
            assertZero(books, Chart.PAYABLES, foreign(life));
            assertZero(books, Chart.IN_TRANSIT, foreign(life));
            assertThat(books.balance(Chart.BANK, life.taken().getCurrencyUnit()))
                    .isEqualTo(life.taken().plus(life.charges()).negated());
            assertThat(books.balance(Chart.BANK_CHARGES, life.taken().getCurrencyUnit()))
                    .isEqualTo(life.charges());
        });
    }

    /** A prepayment stays until its own payment is booked: nothing else may be left. */
    @Test
    void whatIsPaidFromAnAccountInFunctionalCurrencyLeavesNothingInClearing() {
        Property.forAll(fromEuro(End.SETTLED)).holds(life -> {
            var books = new Books(life.journals());
            if (inFunctional(life)) {
                assertZero(books, Chart.FX_CLEARING, EUR);
            } else {
                assertThat(books.balance(Chart.FX_CLEARING, foreign(life))).isEqualTo(prepaid(life));
                assertThat(books.balance(Chart.FX_CLEARING, EUR))
                        .isEqualTo(prepaidBooked(life).negated());
            }
        });
    }

    /** There the clearing account mirrors what the bank account moved, at its worth. */
    @Test
    void whatIsPaidFromAForeignAccountIsMirroredInClearing() {
        Property.forAll(fromOwn(End.SETTLED)).holds(life -> {
            var books = new Books(life.journals());
            assertThat(books.balance(Chart.FX_CLEARING, foreign(life)))
                    .isEqualTo(life.amount().plus(prepaid(life)));
            assertThat(books.balance(Chart.FX_CLEARING, EUR))
                    .isEqualTo(life.worth().plus(prepaidBooked(life)).negated());
        });
    }

    @Test
    void theDifferenceIsWorthLessBooked() {
        Property.forAll(Life.ending(End.SETTLED))
                .holds(life -> assertThat(new Books(life.journals()).balance(Chart.FX_DIFFERENCE, EUR))
                        .isEqualTo(
                                inFunctional(life)
                                        ? Money.zero(EUR)
                                        : life.worth().minus(life.booked())));
    }

    @Test
    void aReturnedPaymentIsOwedAgainAsAfterAcceptance() {
        Property.forAll(Life.ending(End.RETURNED)).holds(life -> {
            var before = new Books(life.until(End.ACCEPTED).journals());
            var after = new Books(life.journals());
            assertSame(before, after, Chart.PAYABLES, foreign(life));
            assertSame(before, after, Chart.FX_CLEARING, foreign(life));
            assertSame(before, after, Chart.IN_TRANSIT, foreign(life));
        });
    }

    @Test
    void clearingIsAsAfterAcceptanceWhenTheMoneyCameBackToAFunctionalAccount() {
        Property.forAll(fromEuro(End.RETURNED)).holds(life -> {
            var before = new Books(life.until(End.ACCEPTED).journals());
            var after = new Books(life.journals());
            assertSame(before, after, Chart.FX_CLEARING, EUR);
            assertThat(after.balance(Chart.FX_DIFFERENCE, EUR))
                    .as("all that was lost on the way out and back: one amount cannot tell rate and fee apart")
                    .isEqualTo(
                            inFunctional(life) ? Money.zero(EUR) : life.worth().minus(life.worthBack()));
        });
    }

    /** What a bank kept of it is a charge in its currency: it is no currency difference as well. */
    @Test
    void aFeeOfAReturnIsNoCurrencyDifference() {
        Property.forAll(fromOwn(End.RETURNED)).holds(life -> {
            var books = new Books(life.journals());
            Money kept = life.amount().minus(life.received());
            assertThat(books.balance(Chart.BANK_CHARGES, foreign(life))).isEqualTo(kept.plus(life.charges()));
            Money whole = new Books(new Life(
                                    life.id(),
                                    life.documents(),
                                    true,
                                    life.paidRate(),
                                    life.backRate(),
                                    life.chargesMinor(),
                                    0,
                                    End.RETURNED)
                            .journals())
                    .balance(Chart.FX_DIFFERENCE, EUR);
            Money difference = books.balance(Chart.FX_DIFFERENCE, EUR);
            // The worth of the part was rounded to a cent; scaled up to the whole this is at most one of its own sort.
            long cents =
                    1 + life.amount().getAmountMinorLong() / life.received().getAmountMinorLong();
            assertThat(difference.minus(whole).abs().getAmountMinorLong()).isLessThanOrEqualTo(cents);
        });
    }

    private static Gen<Life> fromEuro(End end) {
        return Life.ending(end).where(life -> inFunctional(life) || !life.ownAccount());
    }

    private static Gen<Life> fromOwn(End end) {
        return Life.ending(end).where(life -> !inFunctional(life) && life.ownAccount());
    }

    private static boolean inFunctional(Life life) {
        return foreign(life).equals(EUR);
    }

    private static CurrencyUnit foreign(Life life) {
        return life.amount().getCurrencyUnit();
    }

    private static Money prepaid(Life life) {
        return life.documents().stream()
                .map(document -> document.prepaid().multipliedBy(document.kind().sign()))
                .reduce(Money.zero(foreign(life)), Money::plus);
    }

    private static Money prepaidBooked(Life life) {
        Money sum = Money.zero(EUR);
        for (Accepted one : life.accepted()) {
            Money prepaid = one.booked().to().plus(one.roundingBooked()).minus(one.payableBooked());
            sum = sum.plus(prepaid.multipliedBy(one.invoice().kind().sign()));
        }
        return sum;
    }

    private static void assertZero(Books books, Account account, CurrencyUnit currency) {
        assertThat(books.balance(account, currency).isZero()).as(account.name()).isTrue();
    }

    private static void assertSame(Books before, Books after, Account account, CurrencyUnit currency) {
        assertThat(after.balance(account, currency)).as(account.name()).isEqualTo(before.balance(account, currency));
    }
}
