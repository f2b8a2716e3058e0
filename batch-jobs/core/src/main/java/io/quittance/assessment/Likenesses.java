package io.quittance.assessment;

import io.quittance.invoice.DocumentKind;
import io.quittance.invoice.Invoice;
import io.quittance.invoice.InvoiceKey;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.joda.money.Money;

/** Documents by what others may have in common with them: number or amount, per payer, contractor and kind. In memory. */
public final class Likenesses {

    private static final Comparator<Likeness> IN_ORDER = Comparator.comparing(Likeness::issueDate)
            .thenComparing(Likeness::number)
            .thenComparing(Likeness::file)
            .thenComparing(Likeness::invoice);

    private final Map<Trait, Map<UUID, Likeness>> byTrait = new HashMap<>();
    private final Map<UUID, Likeness> all = new HashMap<>();

    /** One thing that two documents may have in common. */
    private record Trait(String entity, DocumentKind kind, String contractor, String what) {

        static Trait number(String entity, DocumentKind kind, String contractor, String normalised) {
            return new Trait(entity, kind, contractor, "number " + normalised);
        }

        static Trait amount(String entity, DocumentKind kind, String contractor, Money gross) {
            return new Trait(entity, kind, contractor, "amount " + gross);
        }

        static Stream<Trait> of(Likeness one) {
            return Stream.of(
                    number(one.entity(), one.kind(), one.contractor(), one.normalisedNumber()),
                    amount(one.entity(), one.kind(), one.contractor(), one.gross()));
        }
    }

    /** Takes a document in, in place of what was known of it. */
    public void add(Likeness one) {
        remove(one.invoice());
        all.put(one.invoice(), one);
        Trait.of(one)
                .forEach(trait -> byTrait.computeIfAbsent(trait, unseen -> new LinkedHashMap<>())
                        .put(one.invoice(), one));
    }

    /** Forgets a document. */
    public void remove(UUID invoice) {
        Likeness known = all.remove(invoice);
        if (known != null) {
            Trait.of(known)
                    .forEach(trait -> byTrait.getOrDefault(trait, Map.of()).remove(invoice));
        }
    }

    /** Other documents of these contractors that have this one's number or amount, by date and number. */
    public List<Likeness> of(Invoice invoice, Collection<String> contractors) {
        String number = InvoiceKey.normalise(invoice.number());
        Money gross = invoice.totals().gross();
        return contractors.stream()
                .flatMap(contractor -> Stream.of(
                        Trait.number(invoice.entity(), invoice.kind(), contractor, number),
                        Trait.amount(invoice.entity(), invoice.kind(), contractor, gross)))
                .flatMap(trait -> byTrait.getOrDefault(trait, Map.of()).values().stream())
                .filter(other -> !other.invoice().equals(invoice.id()))
                .distinct()
                .sorted(IN_ORDER)
                .toList();
    }
}
