package io.quittance.fx;

import java.time.LocalDate;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * Which rates may be used by whom for what.
 *
 * @param entity the entity it is for, null for every entity without a row of its own
 * @param source the source asked, e.g. {@code ECB} or {@code HMRC}
 * @param base the currency that the source quotes against: cross rates go through it (EUR for ECB, GBP for HMRC)
 * @param maxAgeDays how many days a rate may be older than the day it is used for; beyond that the line is held. 0 says
 *     that the rate's own day or period must cover the day
 * @param basis where the rule comes from
 * @param validFrom first day of use; a later row of the same entity and purpose replaces this one from its own day on
 */
public record FxPolicy(
        @Nullable String entity,
        Purpose purpose,
        String source,
        CurrencyUnit base,
        int maxAgeDays,
        String basis,
        LocalDate validFrom) {

    public FxPolicy {
        if (maxAgeDays < 0) {
            throw new IllegalArgumentException("The age limit of a rate is not negative: " + maxAgeDays);
        }
    }

    /** Whose row it is, for messages. */
    String owner() {
        return entity == null ? "every entity" : entity;
    }
}
