package io.quittance.party;

import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The engagement behind invoices.
 *
 * @param client on whose behalf the entity pays, null when for itself
 * @param cap the most that may be invoiced net over the whole contract, null for no cap
 * @param validity first and last day of supply
 */
public record Contract(
        String id,
        String entity,
        String contractor,
        @Nullable String client,
        CurrencyUnit currency,
        @Nullable Money cap,
        ServiceKind service,
        Validity validity) {

    /** What is supplied, as far as the place of supply depends on it. Exceptions are per contract, never guessed. */
    public enum ServiceKind {
        /** General rule, Directive 2006/112 art. 44: taxed where the customer is. */
        GENERAL,
        /** Connected with land, art. 47: taxed where the land is. */
        LAND,
        /** Admission to events, art. 53: taxed where the event is. */
        ADMISSION
    }
}
