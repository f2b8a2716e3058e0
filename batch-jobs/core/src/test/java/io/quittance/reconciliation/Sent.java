package io.quittance.reconciliation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.Money;

/**
 * Released payments in short: {@code P1 EUR 100.00 ORDERED}, a semicolon between two. Payment {@code P1} has the end-to-end id
 * {@code E1} and the UETR {@code u1}; all stand in batch {@code B}, ordered from account {@code OURS}.
 */
record Sent(List<SentPayment> all) implements SentPayments {

    static Sent of(String text) {
        return new Sent(
                Stream.of(text.split(";")).map(String::strip).map(Sent::payment).toList());
    }

    private static SentPayment payment(String text) {
        String[] word = text.split(" ");
        String number = word[0].substring(1);
        Money amount = Money.parse(word[1] + " " + word[2]);
        return new SentPayment(
                word[0],
                "NL-BV",
                amount,
                amount,
                "E" + number,
                "u" + number,
                "B",
                "OURS",
                SentPayment.State.valueOf(word[3]));
    }

    @Override
    public Optional<SentPayment> byEndToEndId(String endToEndId) {
        return all.stream().filter(one -> one.endToEndId().equals(endToEndId)).findFirst();
    }

    @Override
    public Optional<SentPayment> byUetr(String uetr) {
        return all.stream().filter(one -> one.uetr().equals(uetr)).findFirst();
    }

    @Override
    public List<SentPayment> ofBatch(String paymentInformationId) {
        return all.stream()
                .filter(one -> one.batch().equals(paymentInformationId))
                .toList();
    }
}
