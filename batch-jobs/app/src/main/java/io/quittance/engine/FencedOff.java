package io.quittance.engine;

/**
 * The epoch of this run is over: somebody else has taken the gate since. The transaction that found out is rolled back;
 * what was committed before stays and is continued by the new owner. Exit code 75.
 */
public final class FencedOff extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FencedOff(String gate, long epoch) {
        super("epoch " + epoch + " of gate '" + gate + "' is over: another process has taken the gate."
                + " This run stops; the other one continues where it ended.");
    }
}
