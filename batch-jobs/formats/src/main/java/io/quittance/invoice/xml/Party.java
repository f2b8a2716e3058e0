package io.quittance.invoice.xml;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who a party says it is (BG-4 seller, BG-7 buyer).
 *
 * @param name BT-27, BT-44
 * @param ids BT-29, BT-46
 * @param vatIds BT-31, BT-48, as written
 * @param registrations BT-30, BT-47
 * @param taxRegistrations BT-32
 */
public record Party(
        @Nullable String name,
        List<String> ids,
        List<String> vatIds,
        List<String> registrations,
        List<String> taxRegistrations) {

    /** The VAT id as written; null when there is none. */
    @Nullable
    String vatId() {
        return vatIds.stream().filter(id -> !id.isEmpty()).findFirst().orElse(null);
    }

    /** The identifier to look the party up by: its id, else VAT id, else legal registration, else other tax registration. */
    Optional<String> identifier() {
        return Stream.of(ids, vatIds, registrations, taxRegistrations)
                .flatMap(List::stream)
                .filter(id -> !id.isEmpty())
                .findFirst();
    }
}
