package io.quittance.invoice.ruleset;

import java.time.Duration;

/**
 * How much the official rules may cost.
 *
 * @param threads documents that are validated at once
 * @param time of one document; loading a rule set at its first use does not count
 * @param lines of one document (BG-25): time grows faster than the lines
 */
public record RuleLimits(int threads, Duration time, int lines) {

    /** What the pipeline runs with unless configuration says otherwise. */
    public static final RuleLimits DEFAULT = new RuleLimits(2, Duration.ofSeconds(30), 2_000);

    public RuleLimits {
        if (threads < 1 || lines < 1 || time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("A limit is not positive");
        }
    }
}
