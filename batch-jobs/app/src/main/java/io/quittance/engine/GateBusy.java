package io.quittance.engine;

/** Another process holds the gate, or is still ending its last transaction. Nothing was done; exit code 75, try again. */
public final class GateBusy extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Gate gate;
    private final String holder;

    GateBusy(Gate gate, String holder) {
        super("gate '" + gate.key() + "' is busy: " + holder
                + ". Nothing was changed; run the same command again later.");
        this.gate = gate;
        this.holder = holder;
    }

    public Gate gate() {
        return gate;
    }

    /** Who and since when, for people: process, host, instant. */
    public String holder() {
        return holder;
    }
}
