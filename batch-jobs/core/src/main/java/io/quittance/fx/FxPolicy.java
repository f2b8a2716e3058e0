package io.quittance.fx;

import java.time.LocalDate;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * Which rates may be used by whom for what.
 *
 * @param entity the entity it is for; null for every entity of the jurisdiction, or for every entity at all
 * @param jurisdiction the VAT territory whose entities it is for; null with an entity, and for every entity at all
 * @param source the source asked, e.g. {@code ECB} or {@code HMRC}
 * @param base the currency that the source quotes against: cross rates go through it (EUR for ECB, GBP for HMRC)
 * @param days which published rate is the one of a day
 * @param maxAgeDays how many days a rate may be away from the day it is used for; beyond that the line is held. 0 says
 *     that the rate's own day or period must cover the day
 * @param lockInMonths for how many months from {@code validFrom} the method may not be changed, 0 where no law asks for it
 * @param basis where the rule comes from
 * @param validFrom first day of use; a later row of the same owner and purpose replaces this one from its own day on
 */
public record FxPolicy(
        @Nullable String entity,
        @Nullable String jurisdiction,
        Purpose purpose,
        String source,
        CurrencyUnit base,
        DayRule days,
        int maxAgeDays,
        int lockInMonths,
        String basis,
        LocalDate validFrom) {

    public FxPolicy {
        if (maxAgeDays < 0 || lockInMonths < 0) {
            throw new IllegalArgumentException(
                    "Neither the age limit of a rate nor the lock-in of a method is negative: " + maxAgeDays + ", "
                            + lockInMonths);
        }
        if (entity != null && jurisdiction != null) {
            throw new IllegalArgumentException(
                    "A policy is for an entity or for a jurisdiction, not for " + entity + " and " + jurisdiction);
        }
    }

    /** Whose row it is, for messages. */
    public String owner() {
        if (entity != null) {
            return entity;
        }
        return jurisdiction == null ? "every entity" : "entities in " + jurisdiction;
    }

    /**
     * Whether a later row of the same owner and purpose may replace this one on its day. The method is the source and the
     * rule of days; a row that keeps both may come at any time.
     */
    public boolean mayBeFollowedBy(FxPolicy next) {
        boolean sameMethod = next.source.equals(source) && next.days == days;
        return sameMethod || !next.validFrom.isBefore(validFrom.plusMonths(lockInMonths));
    }
}
