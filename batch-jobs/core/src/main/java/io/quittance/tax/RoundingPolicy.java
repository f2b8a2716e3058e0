package io.quittance.tax;

import io.quittance.money.Rounding;
import io.quittance.party.Validity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * How tax becomes an amount, a row of {@code config/tax/rounding-policies.csv}. A rate is never rounded.
 *
 * @param id of the row; the VAT ledger keeps that of the payer
 * @param jurisdiction the VAT area whose law it is, {@link Jurisdictions#ALL} for areas without a row of their own
 * @param currency for amounts in this currency only, null for all
 * @param level what is rounded
 * @param grain how finely
 * @param mode how the tax of a level is rounded
 * @param sum how a sum of lines comes to the minor unit, where lines are rounded finer than that
 * @param parts rates that are rounded one by one when the rate is their sum (Canada: federal and provincial part); empty for none
 * @param favour who gains from it
 * @param users who may use it
 * @param basis the article of law
 * @param recordedAt when the row was written; {@code RP-GB-40.2} takes the place of {@code RP-GB-40} on the days on which it holds
 */
public record RoundingPolicy(
        String id,
        String jurisdiction,
        @Nullable CurrencyUnit currency,
        Level level,
        Grain grain,
        Rounding mode,
        Rounding sum,
        List<BigDecimal> parts,
        Favour favour,
        Set<User> users,
        String basis,
        Validity validity,
        LocalDate recordedAt,
        String source,
        Confidence confidence) {

    /** What is rounded. */
    public enum Level {
        /** The tax of each line; then they are added. */
        LINE,
        /** The tax of each category and rate (EN 16931 BG-23). */
        CATEGORY_TOTAL,
        /** The tax of each rate, once an invoice. */
        INVOICE_RATE_TOTAL
    }

    /** Who gains from a rounding. */
    public enum Favour {
        NEITHER,
        CUSTOMER,
        SUPPLIER,
        CHOICE
    }

    /** Who may use a policy. */
    public enum User {
        /** Who issues the invoice. */
        SUPPLIER,
        /** Who reckons tax for himself: reverse charge, or his credit where he may choose. */
        PAYER
    }

    /**
     * How finely: a multiple of a unit.
     *
     * @param scale decimals of the unit, null for those of the currency
     * @param step how many units, e.g. 5 with scale 3 for half a penny
     */
    public record Grain(@Nullable Integer scale, int step) {

        /** The minor unit of the currency. */
        public static final Grain MINOR_UNIT = new Grain(null, 1);

        BigDecimal of(CurrencyUnit currency) {
            return BigDecimal.valueOf(step, scale == null ? currency.getDecimalPlaces() : scale);
        }
    }

    public RoundingPolicy {
        parts = List.copyOf(parts);
        users = Set.copyOf(users);
    }

    /** Whether another row says this one anew: of one series that hold on one day, the one that was recorded last speaks. */
    boolean isCorrectedBy(RoundingPolicy other) {
        return other.recordedAt.isAfter(recordedAt) && other.series().equals(series());
    }

    /** The id without the number of the correction: {@code RP-GB-40} of {@code RP-GB-40.2}. Alternatives are series of their own. */
    String series() {
        int correction = id.indexOf('.');
        return correction < 0 ? id : id.substring(0, correction);
    }

    /** Whether it may be used for a rate and a currency. */
    boolean fits(CurrencyUnit of, BigDecimal ratePercent) {
        boolean rateFits = parts.isEmpty()
                || parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add).compareTo(ratePercent) == 0;
        return rateFits && (currency == null || currency.equals(of));
    }

    /**
     * The tax of a category.
     *
     * @param base the sum of the lines
     * @param lines their net amounts; with none, the base counts for one
     */
    public Money tax(Money base, List<Money> lines, BigDecimal ratePercent) {
        List<Money> levels = level == Level.LINE && !lines.isEmpty() ? lines : List.of(base);
        BigDecimal total = BigDecimal.ZERO;
        for (Money amount : levels) {
            for (BigDecimal rate : parts.isEmpty() ? List.of(ratePercent) : parts) {
                total = total.add(rounded(amount, rate));
            }
        }
        return sum.amount(base.getCurrencyUnit(), total);
    }

    private BigDecimal rounded(Money amount, BigDecimal ratePercent) {
        BigDecimal exact = amount.getAmount().multiply(ratePercent.movePointLeft(2));
        BigDecimal grains = grain.of(amount.getCurrencyUnit());
        return mode.quotient(exact, grains, 0).multiply(grains);
    }
}
