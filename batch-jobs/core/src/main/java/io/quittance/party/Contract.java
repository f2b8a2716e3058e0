package io.quittance.party;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The engagement behind invoices.
 *
 * @param client on whose behalf the entity pays, null when for itself
 * @param cap the most that may be invoiced net over the whole contract, null for no cap
 * @param validity first and last day of supply
 * @param terms how work under it is billed, each with the clause that says so; empty when it says nothing of it
 * @param place the VAT territory in which the land lies or the event is held, where {@code service} depends on it; null when the
 *     contract does not say
 * @param buysAs as what the entity buys building work
 */
public record Contract(
        String id,
        String entity,
        String contractor,
        @Nullable String client,
        CurrencyUnit currency,
        @Nullable Money cap,
        ServiceKind service,
        Validity validity,
        List<BillingTerm> terms,
        @Nullable String place,
        BuysAs buysAs) {

    public Contract {
        terms = List.copyOf(terms);
    }

    /** A contract that says nothing of how it is billed: its documents are not matched. */
    public Contract(
            String id,
            String entity,
            String contractor,
            @Nullable String client,
            CurrencyUnit currency,
            @Nullable Money cap,
            ServiceKind service,
            Validity validity) {
        this(id, entity, contractor, client, currency, cap, service, validity, List.of(), null, BuysAs.UNKNOWN);
    }

    /** The same contract with these terms. */
    public Contract billedBy(List<BillingTerm> itsTerms) {
        return new Contract(id, entity, contractor, client, currency, cap, service, validity, itsTerms, place, buysAs);
    }

    /** The same contract over land or an event in this territory. */
    public Contract at(@Nullable String territory) {
        return new Contract(id, entity, contractor, client, currency, cap, service, validity, terms, territory, buysAs);
    }

    /** The same contract, under which the entity buys building work as this. */
    public Contract boughtAs(BuysAs buyer) {
        return new Contract(id, entity, contractor, client, currency, cap, service, validity, terms, place, buyer);
    }

    /** Its term of that kind on that day; at most one holds. */
    public Optional<BillingTerm> term(BillingTerm.Basis basis, @Nullable WorkUnit unit, LocalDate on) {
        return terms.stream()
                .filter(term -> term.basis() == basis && term.unit() == unit)
                .filter(term -> term.validity().covers(on))
                .findFirst();
    }

    /** As what somebody buys building work: most states shift the tax among builders only. Evidence says it, never the invoice. */
    public enum BuysAs {
        /** Nobody has said it. */
        UNKNOWN,
        /** A builder who passes it on: UStG s. 13b(5), VATA 1994 s. 55A under CIS, VATCA 2010 s. 16(3) as principal. */
        BUILDER,
        /** For itself: an end user (in GB one who has said so in writing), or outside such a scheme. */
        USER
    }

    /** What is supplied, as far as the place of supply depends on it. Exceptions are per contract, never guessed. */
    public enum ServiceKind {
        /** General rule, Directive 2006/112 art. 44: taxed where the customer is. */
        GENERAL,
        /** As the general rule, but supplied electronically: some countries tax only such services from abroad. */
        DIGITAL,
        /** As the general rule, but of a lawyer: a domestic reverse charge in some countries. */
        LEGAL,
        /** Connected with land, art. 47: taxed where the land is. */
        LAND,
        /** Building work on land, art. 47 and 199(1)(a): a domestic reverse charge in some countries. */
        CONSTRUCTION,
        /** Admission to events, art. 53: taxed where the event is. */
        ADMISSION;

        /** Whether it is taxed where the customer is; else the place is a fact of the contract. */
        public boolean followsTheCustomer() {
            return switch (this) {
                case GENERAL, DIGITAL, LEGAL -> true;
                case LAND, CONSTRUCTION, ADMISSION -> false;
            };
        }
    }
}
