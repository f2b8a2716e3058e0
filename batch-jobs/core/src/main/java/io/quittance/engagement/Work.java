package io.quittance.engagement;

import io.quittance.invoice.Period;
import io.quittance.party.BillingTerm.Basis;
import io.quittance.party.WorkUnit;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A piece of work under a contract that somebody approved, in the revision that counts.
 *
 * @param name what it is called within its contract: the same in every revision, and what running sums are kept by
 * @param unit what is counted; null of a milestone, whose quantity is its amount in the contract's currency
 * @param period when it was done, null of a milestone
 * @param milestone its id, null of time
 * @param revision of the time sheet; 0 where the contract itself grants it
 */
public record Work(
        String name,
        Basis basis,
        @Nullable WorkUnit unit,
        @Nullable Period period,
        @Nullable String milestone,
        BigDecimal quantity,
        int revision) {

    /** Time that was approved. */
    public static Work time(WorkUnit unit, Period period, BigDecimal quantity, int revision) {
        return new Work(nameOf(unit, period), Basis.TIME, unit, period, null, quantity, revision);
    }

    /** A milestone that was approved. @param amount in the currency of the contract */
    public static Work milestone(String id, BigDecimal amount, int revision) {
        return new Work(nameOf(id), Basis.MILESTONE, null, null, id, amount, revision);
    }

    /** The fee of one month, which the contract itself grants. */
    static Work fee(WorkUnit unit, YearMonth month) {
        var period = new Period(month.atDay(1), month.atEndOfMonth());
        return new Work("FEE " + unit + " " + month, Basis.FIXED, unit, period, null, BigDecimal.ONE, 0);
    }

    /** The period of time or of a fee. @throws NullPointerException of a milestone, which has none */
    Period days() {
        return Objects.requireNonNull(period, "time has a period");
    }

    /** The name of time of a period. */
    public static String nameOf(WorkUnit unit, Period period) {
        return unit + " " + period.from() + "/" + period.to();
    }

    /** The name of a milestone. */
    public static String nameOf(String milestone) {
        return "MILESTONE " + milestone;
    }
}
