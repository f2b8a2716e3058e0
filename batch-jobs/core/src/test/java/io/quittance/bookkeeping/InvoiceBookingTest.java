package io.quittance.bookkeeping;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.assessment.Accepted;
import io.quittance.identity.Uuid5;
import io.quittance.invoice.DocumentKind;
import io.quittance.ledger.Journal;
import java.math.BigDecimal;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 2100 payables, 6100 cost, 1510 input and 2510 output tax, 1900 currency clearing, 1400 prepayments. Functional: EUR. */
class InvoiceBookingTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # what                        | kind    | gross       | rate  | input | output | journal
            no tax at all                 | INVOICE | EUR 100.00  | 1     |  0    |  0     | 2100 -100.00 EUR, 6100 100.00 EUR
            domestic VAT                  | INVOICE | EUR 121.00  | 1     | 21    |  0     | 2100 -121.00 EUR, 6100 100.00 EUR, 1510 21.00 EUR
            domestic VAT, not recoverable | INVOICE | EUR 121.00  | 1     |  0    |  0     | 2100 -121.00 EUR, 6100 121.00 EUR
            reverse charge                | INVOICE | EUR 100.00  | 1     | 21    | 21     | 2100 -100.00 EUR, 6100 100.00 EUR, 1510 21.00 EUR, 2510 -21.00 EUR
            reverse charge, half back     | INVOICE | EUR 100.00  | 1     | 10.50 | 21     | 2100 -100.00 EUR, 6100 110.50 EUR, 1510 10.50 EUR, 2510 -21.00 EUR
            foreign                       | INVOICE | USD 100.00  | 0.9   |  0    |  0     | 2100 -100.00 USD, 1900 100.00 USD, 1900 -90.00 EUR, 6100 90.00 EUR
            foreign, without minor units  | INVOICE | JPY 10000   | 0.006 |  0    |  0     | 2100 -10000 JPY, 1900 10000 JPY, 1900 -60.00 EUR, 6100 60.00 EUR
            foreign, three decimals       | INVOICE | BHD 10.125  | 2.4   |  0    |  0     | 2100 -10.125 BHD, 1900 10.125 BHD, 1900 -24.30 EUR, 6100 24.30 EUR
            foreign, VAT at its own rate  | INVOICE | USD 121.00  | 0.9   | 19.11 |  0     | 2100 -121.00 USD, 1900 121.00 USD, 1900 -108.90 EUR, 6100 89.79 EUR, 1510 19.11 EUR
            foreign, reverse charge       | INVOICE | USD 100.00  | 0.9   | 19.11 | 19.11  | 2100 -100.00 USD, 1900 100.00 USD, 1900 -90.00 EUR, 6100 90.00 EUR, 1510 19.11 EUR, 2510 -19.11 EUR
            foreign, worth next to nothing| INVOICE | JPY 1       | 0.004 |  0    |  0     | 2100 -1 JPY, 1900 1 JPY
            credit note                   | CREDIT_NOTE | EUR 121.00 | 1  | 21    |  0     | 2100 121.00 EUR, 6100 -100.00 EUR, 1510 -21.00 EUR
            credit note, reverse charge   | CREDIT_NOTE | EUR 100.00 | 1  | 21    | 21     | 2100 100.00 EUR, 6100 -100.00 EUR, 1510 -21.00 EUR, 2510 21.00 EUR
            credit note, foreign          | CREDIT_NOTE | USD 100.00 | 0.9 | 0    |  0     | 2100 100.00 USD, 1900 -100.00 USD, 1900 90.00 EUR, 6100 -90.00 EUR
            """)
    void accepted(
            String what,
            DocumentKind kind,
            String gross,
            BigDecimal rate,
            String input,
            String output,
            String journal) {
        Money amount = Money.parse(gross);
        Money none = Money.zero(amount.getCurrencyUnit());
        var document = new Documents(kind, "2026-001", amount, none, none, rate, euro(input), euro(output)).accepted();
        assertThat(Page.of(InvoiceBooking.accepted(document))).isEqualTo(journal);
        assertThat(document.payableBooked()).isEqualTo(document.booked().to());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # what               | kind        | gross      | prepaid | rounding | rate | payable booked | journal
            prepaid              | INVOICE     | EUR 100.00 | 20.00   |  0       | 1    |  80.00 | 2100 -80.00 EUR, 1400 -20.00 EUR, 6100 100.00 EUR
            prepaid, foreign     | INVOICE     | USD 100.00 | 20.00   |  0       | 0.9  |  72.00 | 2100 -80.00 USD, 1400 -20.00 USD, 1900 100.00 USD, 1900 -90.00 EUR, 6100 90.00 EUR
            prepaid, credit note | CREDIT_NOTE | USD 100.00 | 20.00   |  0       | 0.9  |  72.00 | 2100 80.00 USD, 1400 20.00 USD, 1900 -100.00 USD, 1900 90.00 EUR, 6100 -90.00 EUR
            rounded down         | INVOICE     | EUR 100.02 |  0      | -0.02    | 1    | 100.00 | 2100 -100.00 EUR, 6100 -0.02 EUR, 6100 100.02 EUR
            rounded up           | INVOICE     | EUR  99.98 |  0      |  0.02    | 1    | 100.00 | 2100 -100.00 EUR, 6100 0.02 EUR, 6100 99.98 EUR
            rounded, foreign     | INVOICE     | USD  99.60 |  0      |  0.40    | 0.9  |  90.00 | 2100 -100.00 USD, 6100 0.36 EUR, 1900 100.00 USD, 1900 -90.00 EUR, 6100 89.64 EUR
            rounded, credit note | CREDIT_NOTE | USD  99.60 |  0      |  0.40    | 0.9  |  90.00 | 2100 100.00 USD, 6100 -0.36 EUR, 1900 -100.00 USD, 1900 90.00 EUR, 6100 -89.64 EUR
            both                 | INVOICE     | USD  99.60 | 50.00   |  0.40    | 0.9  |  45.00 | 2100 -50.00 USD, 1400 -50.00 USD, 6100 0.36 EUR, 1900 100.00 USD, 1900 -90.00 EUR, 6100 89.64 EUR
            """)
    void prepaidAndRounded(
            String what,
            DocumentKind kind,
            String gross,
            BigDecimal prepaid,
            BigDecimal rounding,
            BigDecimal rate,
            String payable,
            String journal) {
        Money amount = Money.parse(gross);
        CurrencyUnit currency = amount.getCurrencyUnit();
        Accepted document = new Documents(
                        kind,
                        "2026-001",
                        amount,
                        Money.of(currency, prepaid),
                        Money.of(currency, rounding),
                        rate,
                        euro("0"),
                        euro("0"))
                .accepted();
        assertThat(Page.of(InvoiceBooking.accepted(document))).isEqualTo(journal);
        assertThat(document.payableBooked()).isEqualTo(euro(payable));
    }

    @Test
    void theJournalSaysWhatItIsAbout() {
        Accepted document = Documents.invoice("2026-007", euro("5.00"), BigDecimal.ONE, CurrencyUnit.EUR)
                .accepted();
        Journal journal = InvoiceBooking.accepted(document);
        String key = "invoice:" + document.invoice().id() + ":accepted";
        assertThat(journal.eventKey()).isEqualTo(key);
        assertThat(journal.id()).isEqualTo(Uuid5.of(key));
        assertThat(journal.kind()).isEqualTo("ACCEPTED");
        assertThat(journal.entity()).isEqualTo("NL-BV");
        assertThat(journal.reference()).isEqualTo("2026-007");
        assertThat(journal.businessDate()).isEqualTo(Documents.DAY);
        assertThat(journal.reverses()).isNull();
    }

    private static Money euro(String amount) {
        return Money.of(CurrencyUnit.EUR, new BigDecimal(amount));
    }
}
