package io.quittance.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.reconciliation.Statement.Transaction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementMatcherTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # what                          | sent                  | transaction                                            | match
            as ordered                      | P1 EUR 100.00 ORDERED | EUR_-100.00 end=E1                                     | EXACT P1 EUR 100.00 + EUR 0.00 (end-to-end id and amount)
            by UETR in capitals             | P1 EUR 100.00 ORDERED | EUR_-100.00 uetr=U1                                    | EXACT P1 EUR 100.00 + EUR 0.00 (UETR and amount)
            by UETR, strange end-to-end id  | P1 EUR 100.00 ORDERED | EUR_-100.00 end=X uetr=u1                              | EXACT P1 EUR 100.00 + EUR 0.00 (UETR and amount)
            by our id in its batch          | P1 EUR 100.00 ORDERED | EUR_-100.00 end=NOTPROVIDED batch=B instr=P1           | EXACT P1 EUR 100.00 + EUR 0.00 (our id in its batch and amount)
            charges beside the exact amount | P1 EUR 100.00 ORDERED | EUR_-100.00 end=E1 charges=EUR_2.00                    | EXACT P1 EUR 100.00 + EUR 0.00 (end-to-end id and amount)
            charges on top                  | P1 USD 100.00 ORDERED | USD_-115.00 end=E1 charges=USD_15.00                   | FEE P1 USD 100.00 + USD 15.00 (end-to-end id and amount without stated charges)
            converted                       | P1 USD 100.00 ORDERED | EUR_-87.00 end=E1 instructed=USD_100.00                | FX P1 EUR 87.00 + EUR 0.00 (end-to-end id and instructed amount)
            converted, with charges         | P1 USD 100.00 ORDERED | EUR_-92.00 end=E1 instructed=USD_100.00 charges=EUR_5.00 | FX P1 EUR 87.00 + EUR 5.00 (end-to-end id and instructed amount)
            nothing but charges             | P1 USD 100.00 ORDERED | EUR_-5.00 end=E1 instructed=USD_100.00 charges=EUR_5.00 | MISMATCH P1 (ordered USD 100.00, booked EUR 5.00 of which charges EUR 5.00)
            converted without saying what   | P1 USD 100.00 ORDERED | EUR_-87.00 end=E1                                      | MISMATCH P1 (ordered USD 100.00, booked EUR 87.00 of which charges EUR 0.00)
            too much                        | P1 EUR 100.00 ORDERED | EUR_-100.01 end=E1                                     | MISMATCH P1 (ordered EUR 100.00, booked EUR 100.01 of which charges EUR 0.00)
            executed twice                  | P1 EUR 100.00 SETTLED | EUR_-100.00 end=E1                                     | MISMATCH P1 (executed, but the payment is SETTLED already)
            refused, executed after all     | P1 EUR 100.00 REJECTED | EUR_-100.00 end=E1                                    | AFTER ALL P1 (executed, but the payment is REJECTED already)
            returned, executed after all    | P1 EUR 100.00 RETURNED | EUR_-100.00 end=E1                                    | AFTER ALL P1 (executed, but the payment is RETURNED already)
            refused, another amount went    | P1 EUR 100.00 REJECTED | EUR_-77.00 end=E1                                     | AFTER ALL P1 (executed, but the payment is REJECTED already)
            returned                        | P1 EUR 100.00 SETTLED | EUR_100.00 end=E1 returned=AC04                        | RETURNED P1 EUR 100.00 AC04 (end-to-end id of a return)
            returned, less a bank's charge  | P1 EUR 100.00 SETTLED | EUR_95.00 end=E1 returned=AC04                         | RETURNED P1 EUR 95.00 AC04 (end-to-end id of a return)
            returned by UETR                | P1 EUR 100.00 SETTLED | EUR_100.00 uetr=u1 returned=AC04                       | RETURNED P1 EUR 100.00 AC04 (UETR of a return)
            booked back                     | P1 EUR 100.00 SETTLED | EUR_100.00 end=E1 reversal=true                        | RETURNED P1 EUR 100.00 reversal (end-to-end id of a return)
            more came back                  | P1 EUR 100.00 SETTLED | EUR_101.00 end=E1 returned=AC04                        | MISMATCH P1 (more came back, EUR 101.00, than was paid, EUR 100.00)
            back before it went             | P1 EUR 100.00 ORDERED | EUR_100.00 end=E1 returned=AC04                        | MISMATCH P1 (returned, but the payment is ORDERED)
            back a second time              | P1 EUR 100.00 RETURNED | EUR_100.00 end=E1 returned=AC04                       | MISMATCH P1 (returned, but the payment is RETURNED)
            came in, but is no return       | P1 EUR 100.00 SETTLED | EUR_100.00 end=E1                                      | MISMATCH P1 (money came in under our end-to-end id, but it is no return)
            went out as a reversal          | P1 EUR 100.00 ORDERED | EUR_-100.00 end=E1 reversal=true                       | MISMATCH P1 (money went out as a return or reversal, not as our order)
            two references, two payments    | P1 EUR 1.00 ORDERED; P2 EUR 1.00 ORDERED | EUR_-1.00 end=E1 uetr=u2            | MISMATCH P1 (end-to-end id names P1, UETR names P2)
            a stranger                      | P1 EUR 100.00 ORDERED | EUR_-100.00 end=X                                      | UNMATCHED (no payment of ours has end-to-end id X)
            no reference at all             | P1 EUR 100.00 ORDERED | EUR_-100.00                                            | UNMATCHED (names neither a payment nor a batch)
            the whole batch, as one         | P1 EUR 1.00 ORDERED; P2 EUR 2.00 ORDERED | EUR_-3.00 batch=B                   | LOT P1 P2 (batch B: 2 payments, EUR 3.00)
            """)
    void aTransaction(String what, String sent, String text, String match) {
        Transaction transaction = Entries.transaction(text);
        var matcher = new StatementMatcher(Sent.of(sent), "OURS");
        assertThat(page(matcher.match(Entries.around(transaction, text), transaction)))
                .isEqualTo(match);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # what                       | sent                                         | entry                      | match
            the whole batch              | P1 EUR 1.00 ORDERED; P2 EUR 2.00 ORDERED     | EUR_-3.00 batch=B          | LOT P1 P2 (batch B: 2 payments, EUR 3.00)
            counted                      | P1 EUR 1.00 ORDERED; P2 EUR 2.00 ORDERED     | EUR_-3.00 batch=B count=2  | LOT P1 P2 (batch B: 2 payments, EUR 3.00)
            without the refused one      | P1 EUR 1.00 ORDERED; P2 EUR 2.00 REJECTED    | EUR_-1.00 batch=B count=1  | LOT P1 (batch B: 1 payments, EUR 1.00)
            counted with the refused one | P1 EUR 1.00 ORDERED; P2 EUR 2.00 REJECTED    | EUR_-1.00 batch=B count=2  | LOT P1 (batch B: 1 payments, EUR 1.00)
            counted wrongly              | P1 EUR 1.00 ORDERED; P2 EUR 2.00 ORDERED     | EUR_-3.00 batch=B count=3  | LOT MISMATCH B P1 (batch B of 2 open payments is EUR 3.00, booked EUR -3.00 for 3 payments)
            another sum                  | P1 EUR 1.00 ORDERED; P2 EUR 2.00 ORDERED     | EUR_-2.00 batch=B          | LOT MISMATCH B P1 (batch B of 2 open payments is EUR 3.00, booked EUR -2.00)
            reversed                     | P1 EUR 1.00 ORDERED                          | EUR_-1.00 batch=B reversal=true | LOT MISMATCH B P1 (batch B of 1 open payments is EUR 1.00, booked EUR -1.00 as a reversal)
            with the refused one         | P1 EUR 1.00 ORDERED; P2 EUR 2.00 REJECTED    | EUR_-3.00 batch=B          | LOT AFTER ALL B P1 (batch B of 1 open payments is EUR 1.00, booked EUR -3.00)
            every one refused            | P1 EUR 1.00 REJECTED; P2 EUR 2.00 REJECTED   | EUR_-3.00 batch=B          | LOT AFTER ALL B P1 (no payment of batch B is open)
            a second time                | P1 EUR 1.00 SETTLED                          | EUR_-1.00 batch=B          | LOT MISMATCH B P1 (no payment of batch B is open)
            a stranger's batch           | P1 EUR 1.00 ORDERED                          | EUR_-1.00 batch=X          | UNMATCHED (no payment of ours is in batch X)
            a fee                        | P1 EUR 1.00 ORDERED                          | EUR_-1.00                  | UNMATCHED (names neither a payment nor a batch)
            """)
    void anEntryWithoutTransactions(String what, String sent, String entry, String match) {
        assertThat(page(new StatementMatcher(Sent.of(sent), "OURS").match(Entries.lot(entry))))
                .isEqualTo(match);
    }

    /** Whoever pays from one account does not see his order on another. */
    @Test
    void onAnotherAccountNothingIsClosed() {
        Transaction transaction = Entries.transaction("EUR_-1.00 end=E1");
        var matcher = new StatementMatcher(Sent.of("P1 EUR 1.00 ORDERED"), "OTHER");
        assertThat(page(matcher.match(Entries.around(transaction, "EUR_-1.00"), transaction)))
                .isEqualTo("MISMATCH P1 (ordered from OURS, booked on OTHER)");
        assertThat(page(matcher.match(Entries.lot("EUR_-1.00 batch=B"))))
                .isEqualTo("LOT MISMATCH B P1 (batch B was ordered from OURS, booked on OTHER)");
    }

    @Test
    void aPaymentIsTakenOnce() {
        Transaction transaction = Entries.transaction("EUR_-1.00 end=E1");
        Transaction back = Entries.transaction("EUR_1.00 end=E1 returned=AC04");
        var matcher = new StatementMatcher(Sent.of("P1 EUR 1.00 ORDERED"), "OURS");
        assertThat(matcher.match(Entries.around(transaction, "EUR_-1.00"), transaction))
                .isInstanceOf(Match.Settled.class);
        assertThat(page(matcher.match(Entries.around(transaction, "EUR_-1.00"), transaction)))
                .isEqualTo("MISMATCH P1 (executed, but the payment is SETTLED already)");
        assertThat(page(matcher.match(Entries.lot("EUR_-1.00 batch=B"))))
                .isEqualTo("LOT MISMATCH B P1 (no payment of batch B is open)");
        assertThat(matcher.match(Entries.around(back, "EUR_1.00"), back)).isInstanceOf(Match.Returned.class);
        assertThat(page(matcher.match(Entries.around(transaction, "EUR_-1.00"), transaction)))
                .isEqualTo("AFTER ALL P1 (executed, but the payment is RETURNED already)");
    }

    private static String page(Match match) {
        String what = switch (match) {
            case Match.Settled settled ->
                settled.kind() + " " + settled.payment().id() + " " + settled.taken() + " + " + settled.charges();
            case Match.Lot lot ->
                "LOT "
                        + String.join(
                                " ",
                                lot.payments().stream().map(SentPayment::id).toList());
            case Match.Returned returned ->
                "RETURNED " + returned.payment().id() + " " + returned.received() + " " + returned.reason();
            case Match.Mismatch mismatch ->
                (mismatch.afterAll() ? "AFTER ALL " : "MISMATCH ")
                        + mismatch.payment().id();
            case Match.LotMismatch mismatch ->
                (mismatch.afterAll() ? "LOT AFTER ALL " : "LOT MISMATCH ") + mismatch.batch() + " "
                        + mismatch.payment().id();
            case Match.Unmatched unmatched -> "UNMATCHED";
        };
        return what + " (" + match.rule() + ")";
    }
}
