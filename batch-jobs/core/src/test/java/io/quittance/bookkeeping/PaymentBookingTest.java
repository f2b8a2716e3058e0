package io.quittance.bookkeeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.quittance.bookkeeping.PaymentBooking.Booked;
import io.quittance.identity.Uuid5;
import io.quittance.ledger.Journal;
import java.time.LocalDate;
import org.assertj.core.groups.Tuple;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 2100 payables, 2190 in transit, 1100 bank, 1900 currency clearing, 6800 bank charges, 6900 currency differences. */
class PaymentBookingTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-26");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            EUR 100.00 | EUR 100.00 | 2100 100.00 EUR, 2190 -100.00 EUR | 2100 -100.00 EUR, 2190 100.00 EUR
            USD 100.00 | EUR 90.00  | 2100 100.00 USD, 2190 -100.00 USD | 2100 -100.00 USD, 2190 100.00 USD
            """)
    void releasedAndRejected(String amount, String booked, String released, String rejected) {
        Booked payment = payment(amount, booked);
        Journal order = PaymentBooking.released(payment, DAY);
        Journal refusal = PaymentBooking.rejected(payment, DAY.plusDays(1));
        assertThat(Page.of(order)).isEqualTo(released);
        assertThat(Page.of(refusal)).isEqualTo(rejected);
        assertThat(refusal.reverses()).isEqualTo(order.id());
        assertThat(refusal.kind()).isEqualTo("REVERSAL");
        assertThat(refusal.eventKey()).isEqualTo("payment:NL-BV-20261125-01-00007:rejected");
        assertThat(refusal.businessDate()).isEqualTo(DAY.plusDays(1));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # what                       | ordered    | booked     | taken      | charges  | worth      | journal
            euro from a euro account     | EUR 100.00 | EUR 100.00 | EUR 100.00 | EUR 0    | EUR 100.00 | 2190 100.00 EUR, 1100 -100.00 EUR
            with charges                 | EUR 100.00 | EUR 100.00 | EUR 100.00 | EUR 1.50 | EUR 100.00 | 2190 100.00 EUR, 1100 -100.00 EUR, 6800 1.50 EUR, 1100 -1.50 EUR
            dollars, as booked           | USD 100.00 | EUR 90.00  | EUR 90.00  | EUR 0    | EUR 90.00  | 2190 100.00 USD, 1100 -90.00 EUR, 1900 -100.00 USD, 1900 90.00 EUR
            dollars grew dear            | USD 100.00 | EUR 90.00  | EUR 92.00  | EUR 0    | EUR 92.00  | 2190 100.00 USD, 1100 -92.00 EUR, 1900 -100.00 USD, 1900 92.00 EUR, 6900 2.00 EUR, 1900 -2.00 EUR
            dollars grew cheap           | USD 100.00 | EUR 90.00  | EUR 87.00  | EUR 0    | EUR 87.00  | 2190 100.00 USD, 1100 -87.00 EUR, 1900 -100.00 USD, 1900 87.00 EUR, 6900 -3.00 EUR, 1900 3.00 EUR
            dollars and charges          | USD 100.00 | EUR 90.00  | EUR 92.00  | EUR 5.00 | EUR 92.00  | 2190 100.00 USD, 1100 -92.00 EUR, 6800 5.00 EUR, 1100 -5.00 EUR, 1900 -100.00 USD, 1900 92.00 EUR, 6900 2.00 EUR, 1900 -2.00 EUR
            from a dollar account        | USD 100.00 | SGD 135.00 | USD 100.00 | USD 0    | SGD 136.00 | 2190 100.00 USD, 1100 -100.00 USD, 6900 1.00 SGD, 1900 -1.00 SGD
            from a dollar account, gain  | USD 100.00 | SGD 135.00 | USD 100.00 | USD 0    | SGD 134.10 | 2190 100.00 USD, 1100 -100.00 USD, 6900 -0.90 SGD, 1900 0.90 SGD
            a dollar account's charges   | USD 100.00 | SGD 135.00 | USD 100.00 | USD 7.00 | SGD 135.00 | 2190 100.00 USD, 1100 -100.00 USD, 6800 7.00 USD, 1100 -7.00 USD
            euro from a dollar account   | EUR 100.00 | EUR 100.00 | USD 108.00 | USD 0    | EUR 101.00 | 2190 100.00 EUR, 1100 -108.00 USD, 1900 -100.00 EUR, 1900 108.00 USD, 6900 1.00 EUR, 1900 -1.00 EUR
            yen of a euro account        | JPY 10000  | EUR 60.00  | EUR 61.23  | EUR 0    | EUR 61.23  | 2190 10000 JPY, 1100 -61.23 EUR, 1900 -10000 JPY, 1900 61.23 EUR, 6900 1.23 EUR, 1900 -1.23 EUR
            """)
    void settled(
            String what, String ordered, String booked, String taken, String charges, String worth, String journal) {
        Journal settled = PaymentBooking.settled(
                payment(ordered, booked), Money.parse(taken), Money.parse(charges), Money.parse(worth), DAY);
        assertThat(Page.of(settled)).isEqualTo(journal);
    }

    /** Before each of them stands {@link #settled}: payable 0, clearing as it is there. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # what                          | ordered    | booked     | received   | worth      | journal
            all of it                       | EUR 100.00 | EUR 100.00 | EUR 100.00 | EUR 100.00 | 2100 -100.00 EUR, 1100 100.00 EUR
            less a fee                      | EUR 100.00 | EUR 100.00 | EUR 95.00  | EUR 95.00  | 2100 -100.00 EUR, 1100 95.00 EUR, 6800 5.00 EUR
            dollars, worth less now         | USD 100.00 | EUR 90.00  | EUR 88.00  | EUR 88.00  | 2100 -100.00 USD, 1100 88.00 EUR, 1900 100.00 USD, 1900 -88.00 EUR, 6900 2.00 EUR, 1900 -2.00 EUR
            dollars, worth more now         | USD 100.00 | EUR 90.00  | EUR 93.00  | EUR 93.00  | 2100 -100.00 USD, 1100 93.00 EUR, 1900 100.00 USD, 1900 -93.00 EUR, 6900 -3.00 EUR, 1900 3.00 EUR
            to a dollar account             | USD 100.00 | SGD 135.00 | USD 100.00 | SGD 137.00 | 2100 -100.00 USD, 1100 100.00 USD, 6900 -2.00 SGD, 1900 2.00 SGD
            to a dollar account, less a fee | USD 100.00 | SGD 135.00 | USD 95.00  | SGD 130.15 | 2100 -100.00 USD, 1100 95.00 USD, 6800 5.00 USD, 6900 -2.00 SGD, 1900 2.00 SGD
            fee at an uneven rate           | USD 100.00 | SGD 135.00 | USD 97.00  | SGD 130.11 | 2100 -100.00 USD, 1100 97.00 USD, 6800 3.00 USD, 6900 0.87 SGD, 1900 -0.87 SGD
            """)
    void returned(String what, String ordered, String booked, String received, String worth, String journal) {
        Journal returned =
                PaymentBooking.returned(payment(ordered, booked), Money.parse(received), Money.parse(worth), DAY);
        assertThat(Page.of(returned)).isEqualTo(journal);
    }

    @Test
    void whatIsTakenInTheSameCurrencyIsWhatWasOrdered() {
        Money less = Money.parse("EUR 99.99");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PaymentBooking.settled(
                        payment("EUR 100.00", "EUR 100.00"), less, Money.parse("EUR 0.00"), less, DAY))
                .withMessageContaining("does not balance");
    }

    /** The debt is zero dollars; what is left of it in euro is a difference of rates. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            EUR  2.00 | 1900 2.00 EUR, 6900 -2.00 EUR
            EUR -2.00 | 1900 -2.00 EUR, 6900 2.00 EUR
            """)
    void netted(String rest, String journal) {
        Journal netted = PaymentBooking.netted("R:netting:C-1:USD:0", "NL-BV", Money.parse(rest), DAY)
                .orElseThrow();
        assertThat(Page.of(netted)).isEqualTo(journal);
        assertThat(netted.kind()).isEqualTo("FX_DIFFERENCE");
        assertThat(netted.eventKey()).isEqualTo("R:netting:C-1:USD:0:netted");
    }

    @Test
    void whatCancelsOutMovesNothing() {
        assertThat(PaymentBooking.netted("R:netting:C-1:EUR:0", "NL-BV", Money.parse("EUR 0.00"), DAY))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            EUR -12.50 | 1100 -12.50 EUR, 1990 12.50 EUR
            EUR 300.00 | 1100 300.00 EUR, 1990 -300.00 EUR
            """)
    void unexplained(String amount, String journal) {
        Journal unexplained = PaymentBooking.unexplained("entry:1:2:0", "NL-BV", Money.parse(amount), "REF", DAY);
        assertThat(Page.of(unexplained)).isEqualTo(journal);
        assertThat(unexplained.kind()).isEqualTo("UNEXPLAINED");
        assertThat(unexplained.eventKey()).isEqualTo("entry:1:2:0:unexplained");
        assertThat(unexplained.reference()).isEqualTo("REF");
    }

    @Test
    void everyEventHasAKeyOfItsOwn() {
        Booked payment = payment("EUR 100.00", "EUR 100.00");
        Money all = payment.amount();
        Journal settled = PaymentBooking.settled(payment, all, Money.parse("EUR 0.00"), all, DAY);
        Journal returned = PaymentBooking.returned(payment, all, all, DAY);
        Journal released = PaymentBooking.released(payment, DAY);
        assertThat(new Journal[] {released, settled, returned})
                .extracting(Journal::eventKey, Journal::kind, Journal::id)
                .containsExactly(
                        row("payment:NL-BV-20261125-01-00007:released", "RELEASED"),
                        row("payment:NL-BV-20261125-01-00007:settled", "SETTLED"),
                        row("payment:NL-BV-20261125-01-00007:returned", "RETURNED"));
        assertThat(PaymentBooking.settled(payment, all, Money.parse("EUR 1.00"), all, DAY.plusDays(1))
                        .id())
                .as("told twice, in whatever words, it is the same event")
                .isEqualTo(settled.id());
    }

    private static Tuple row(String key, String kind) {
        return tuple(key, kind, Uuid5.of(key));
    }

    private static Booked payment(String amount, String booked) {
        return new Booked("NL-BV-20261125-01-00007", "NL-BV", Money.parse(amount), Money.parse(booked));
    }
}
