package io.quittance.reconciliation;

import io.quittance.reconciliation.Statement.Batch;
import io.quittance.reconciliation.Statement.Entry;
import io.quittance.reconciliation.Statement.Transaction;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Statement entries in short: words as {@code end=E1}, with {@code _} for a blank. */
final class Entries {

    private static final LocalDate DAY = LocalDate.parse("2026-11-25");

    private Entries() {}

    /** One transaction: amount, then end, instr, uetr, batch, instructed, charges, returned. */
    static Transaction transaction(String text) {
        Map<String, String> words = words(text);
        return new Transaction(
                words.get("end"),
                words.get("instr"),
                words.get("uetr"),
                words.get("batch"),
                Money.parse(words.getOrDefault("amount", "")),
                money(words.get("instructed")),
                money(words.get("charges")),
                words.get("returned"),
                "");
    }

    /** The entry of one transaction; {@code reversal=true} is a word of the entry. */
    static Entry around(Transaction transaction, String text) {
        boolean reversal = words(text).containsKey("reversal");
        return entry(transaction.amount(), reversal, null, List.of(transaction));
    }

    /** An entry without transactions: amount, then batch, count, reversal. */
    static Entry lot(String text) {
        Map<String, String> words = words(text);
        String batch = words.get("batch");
        String count = words.get("count");
        return entry(
                Money.parse(words.getOrDefault("amount", "")),
                words.containsKey("reversal"),
                batch == null ? null : new Batch(null, batch, count == null ? null : Integer.valueOf(count), null),
                List.of());
    }

    private static Entry entry(Money amount, boolean reversal, @Nullable Batch batch, List<Transaction> within) {
        return new Entry(1, "", amount, DAY, DAY, reversal, "", batch, within, "");
    }

    private static @Nullable Money money(@Nullable String text) {
        return text == null ? null : Money.parse(text);
    }

    private static Map<String, String> words(String text) {
        return Stream.of(("amount=" + text).split(" "))
                .map(word -> word.replace('_', ' ').split("="))
                .collect(Collectors.toMap(word -> word[0], word -> word[1]));
    }
}
