package io.quittance.fx;

/** Which published rate is meant by "the rate of a day": the order in which a policy looks back or forward. */
public enum DayRule {
    /** That of the day, else the newest published before it: a weekend has Friday's. */
    ON_OR_BEFORE("on or before"),
    /** The newest published before the day, never that of the day itself (Poland: the last working day before). */
    BEFORE("before"),
    /**
     * The one before the newest that was published before the day: where rates are dated by their determination but printed on
     * the next working day, this is the newest that was in print on the day before (Mexico).
     */
    LAST_BUT_ONE("twice before"),
    /** That of the day, else the next one published after it (Directive 2006/112 art. 366: OSS). */
    ON_OR_AFTER("on or after");

    private final String words;

    DayRule(String words) {
        this.words = words;
    }

    /** As messages say it: {@code no ECB rate EUR/USD on or before 2026-11-24}. */
    String words() {
        return words;
    }
}
