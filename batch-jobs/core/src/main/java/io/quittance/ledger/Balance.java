package io.quittance.ledger;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Sums of postings per currency. */
final class Balance {

    private Balance() {}

    /** @throws IllegalArgumentException when a currency does not sum to zero, or there are fewer than two postings */
    static void requireZero(String eventKey, Collection<Posting> postings) {
        if (postings.size() < 2) {
            throw new IllegalArgumentException("Journal " + eventKey + " needs at least two postings");
        }
        Map<CurrencyUnit, Money> sums = new TreeMap<>();
        for (Posting posting : postings) {
            sums.merge(posting.amount().getCurrencyUnit(), posting.amount(), Money::plus);
        }
        for (Money sum : sums.values()) {
            if (!sum.isZero()) {
                throw new IllegalArgumentException("Journal " + eventKey + " does not balance: " + sum);
            }
        }
    }
}
