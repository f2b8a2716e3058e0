package io.quittance.money;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * How many amounts there are and what they sum to, currency by currency: the figure that has to be the same on both
 * sides of every step. Currencies are sorted by code and are never added together.
 */
public record ControlTotal(SortedMap<CurrencyUnit, Subtotal> subtotals) {

    /** Nothing counted. */
    public static final ControlTotal NONE = new ControlTotal(Collections.emptySortedMap());

    /** Count and sum of one currency. */
    public record Subtotal(long count, Money sum) {

        private Subtotal and(Subtotal other) {
            return new Subtotal(Math.addExact(count, other.count), sum.plus(other.sum));
        }

        @Override
        public String toString() {
            return sum + " (" + count + ")";
        }
    }

    public ControlTotal {
        subtotals = Collections.unmodifiableSortedMap(new TreeMap<>(subtotals));
    }

    /** The total of these amounts. */
    public static ControlTotal of(Collection<Money> amounts) {
        var sums = new TreeMap<CurrencyUnit, Subtotal>();
        amounts.forEach(amount -> add(sums, new Subtotal(1, amount)));
        return new ControlTotal(sums);
    }

    /** So many amounts that are known to sum to this, as a database counts them. */
    public static ControlTotal of(long count, Money sum) {
        var sums = new TreeMap<CurrencyUnit, Subtotal>();
        add(sums, new Subtotal(count, sum));
        return new ControlTotal(sums);
    }

    /** This total with one more amount. */
    public ControlTotal plus(Money amount) {
        return and(of(1, amount));
    }

    /** Both totals together. */
    public ControlTotal and(ControlTotal other) {
        var sums = new TreeMap<>(subtotals);
        other.subtotals.values().forEach(subtotal -> add(sums, subtotal));
        return new ControlTotal(sums);
    }

    /** How many amounts were counted in all currencies. */
    public long count() {
        return subtotals.values().stream().mapToLong(Subtotal::count).sum();
    }

    /** The sum in one currency; zero when it has none. */
    public Money sum(CurrencyUnit currency) {
        Subtotal subtotal = subtotals.get(currency);
        return subtotal == null ? Money.zero(currency) : subtotal.sum();
    }

    /** {@code EUR 150.00 (2), JPY 5000 (1)}, or {@code nothing}. */
    @Override
    public String toString() {
        return subtotals.isEmpty()
                ? "nothing"
                : subtotals.values().stream().map(Subtotal::toString).collect(Collectors.joining(", "));
    }

    private static void add(SortedMap<CurrencyUnit, Subtotal> sums, Subtotal subtotal) {
        sums.merge(subtotal.sum().getCurrencyUnit(), subtotal, Subtotal::and);
    }
}
