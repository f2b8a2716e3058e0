package io.quittance.engine;

/**
 * What only one process at a time may do to one database.
 *
 * <p>Recovery takes all gates in the order of declaration; whoever needs two takes them in that order too.
 */
public enum Gate {
    /** Taking documents in. */
    INTAKE("intake"),
    /** Everything from assess to close. */
    PIPELINE("pipeline");

    private final String key;

    Gate(String key) {
        this.key = key;
    }

    /** The name in {@code quittance.gate}, and what the advisory lock's key is hashed from. Never changes. */
    public String key() {
        return key;
    }
}
