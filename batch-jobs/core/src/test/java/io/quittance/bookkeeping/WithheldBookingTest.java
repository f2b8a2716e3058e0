package io.quittance.bookkeeping;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.bookkeeping.PaymentBooking.Booked;
import io.quittance.bookkeeping.PaymentBooking.Retained;
import io.quittance.ledger.Account;
import io.quittance.ledger.Chart;
import io.quittance.ledger.Journal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Payments from which tax was kept back. 2610 income tax and 2620 VAT are owed to the tax office, in functional currency. */
class WithheldBookingTest {

    private static final LocalDate DAY = LocalDate.parse("2026-11-26");

    /** Withheld: account, what the payee got less, what is owed. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # what                       | ordered     | booked      | withheld                                                | journal
            Mexico: 11,600 is cleared    | MXN 9533.33 | MXN 9533.33 | 2610 MXN 1000.00 MXN 1000.00; 2620 MXN 1066.67 MXN 1066.67 | 2100 11600.00 MXN, 2190 -9533.33 MXN, 2610 -1000.00 MXN, 2620 -1066.67 MXN
            dollars, tax owed in euro    | USD 760.00  | EUR 684.00  | 2610 USD 240.00 EUR 216.00                              | 2100 1000.00 USD, 2190 -760.00 USD, 2610 -216.00 EUR, 1900 -240.00 USD, 1900 216.00 EUR
            the payer bears it: a cost   | SGD 8400.00 | SGD 8400.00 | 2610 SGD 0 SGD 1482.35                                  | 2100 8400.00 SGD, 2190 -8400.00 SGD, 2610 -1482.35 SGD, 6110 1482.35 SGD
            """)
    void releasedClearsTheWholeDocument(String what, String ordered, String booked, String withheld, String journal) {
        assertThat(Page.of(PaymentBooking.released(payment(ordered, booked, withheld), DAY)))
                .isEqualTo(journal);
    }

    /** Ordered, then refused, or executed and returned in full: as if nothing had been withheld. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            MXN 9533.33 | MXN 9533.33 | 2610 MXN 1000.00 MXN 1000.00; 2620 MXN 1066.67 MXN 1066.67
            USD 760.00  | EUR 684.00  | 2610 USD 240.00 EUR 216.00
            SGD 8400.00 | SGD 8400.00 | 2610 SGD 0 SGD 1482.35
            """)
    void whatIsTakenBackOwesNoTax(String ordered, String booked, String withheld) {
        Booked payment = payment(ordered, booked, withheld);
        Money worth = payment.booked();
        Money none = Money.zero(worth.getCurrencyUnit());
        var refused = new Books(List.of(PaymentBooking.released(payment, DAY), PaymentBooking.rejected(payment, DAY)));
        var returned = new Books(List.of(
                PaymentBooking.released(payment, DAY),
                PaymentBooking.settled(payment, worth, none, worth, DAY),
                PaymentBooking.returned(payment, worth, worth, DAY)));
        for (Account account : Chart.ACCOUNTS) {
            for (Money of : List.of(payment.amount(), worth)) {
                assertThat(refused.balance(account, of.getCurrencyUnit()).isZero())
                        .as(account.name())
                        .isTrue();
                assertThat(returned.balance(account, of.getCurrencyUnit()).isZero())
                        .as(account.name())
                        .isTrue();
            }
        }
    }

    /** A document booked at EUR 900 whose tax of USD 240 is owed at EUR 216: a rate that stays costs nothing. */
    @Test
    void theTaxIsNoCurrencyDifference() {
        Booked payment = payment("USD 760.00", "EUR 684.00", "2610 USD 240.00 EUR 216.00");
        Money worth = Money.parse("EUR 684.00");
        Journal settled = PaymentBooking.settled(payment, worth, Money.parse("EUR 0.00"), worth, DAY);
        var books = new Books(List.of(PaymentBooking.released(payment, DAY), settled));
        assertThat(books.balance(Chart.FX_DIFFERENCE, worth.getCurrencyUnit()).isZero())
                .isTrue();
        assertThat(books.balance(Chart.FX_CLEARING, worth.getCurrencyUnit())).isEqualTo(Money.parse("EUR 900.00"));
        assertThat(books.balance(Chart.WITHHELD_INCOME_TAX, worth.getCurrencyUnit()))
                .isEqualTo(Money.parse("EUR -216.00"));
    }

    private static Booked payment(String ordered, String booked, String withheld) {
        List<Retained> retained = Arrays.stream(withheld.split(";"))
                .map(String::strip)
                .map(one -> one.split(" "))
                .map(word -> new Retained(
                        word[0].equals("2610") ? Chart.WITHHELD_INCOME_TAX : Chart.WITHHELD_VAT,
                        Money.parse(word[1] + " " + word[2]),
                        Money.parse(word[3] + " " + word[4])))
                .toList();
        return new Booked("P-1", "E-1", Money.parse(ordered), Money.parse(booked), retained);
    }
}
