package io.quittance.payment;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The one outcome of a candidate.
 *
 * @param reason in words, with the figures that decided
 * @param payment the payment it is part of; null unless paid or netted
 */
public record Decision(
        UUID invoice,
        Outcome outcome,
        String reason,
        @Nullable String payment) {}
