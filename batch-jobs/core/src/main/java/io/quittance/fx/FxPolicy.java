package io.quittance.fx;

import org.jspecify.annotations.Nullable;

/**
 * Which rates may be used by whom for what.
 *
 * @param entity the entity it is for, null for every entity without a row of its own
 * @param source the first source asked, e.g. {@code ECB} or {@code HMRC}
 * @param base the currency that the source quotes against: cross rates go through it ({@code EUR} for ECB, {@code GBP} for HMRC)
 * @param maxAgeDays how many days a rate may be older than the day it is used for; beyond that the line is held
 * @param basis where the rule comes from
 */
public record FxPolicy(@Nullable String entity, Purpose purpose, String source, String base, int maxAgeDays, String basis) {}
