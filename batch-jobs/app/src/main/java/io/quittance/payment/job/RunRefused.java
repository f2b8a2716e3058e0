package io.quittance.payment.job;

import io.quittance.platform.PlatformError;

/** Somebody asks of a run what cannot be or may not be done; the remedy says what a person can do. */
public final class RunRefused extends PlatformError {

    private static final long serialVersionUID = 1L;

    private static final int USAGE = 2;
    private static final int NO_INPUT = 66;
    private static final int NOT_ALLOWED = 77;

    private RunRefused(int exitCode, String problem, String remedy) {
        super(exitCode, problem, remedy, null);
    }

    /** The command asks for something that cannot be. */
    static RunRefused usage(String problem, String remedy) {
        return new RunRefused(USAGE, problem, remedy);
    }

    /** What the command speaks of is not there. */
    static RunRefused noInput(String problem, String remedy) {
        return new RunRefused(NO_INPUT, problem, remedy);
    }

    /** The person may not, or the time is over. */
    static RunRefused notAllowed(String problem, String remedy) {
        return new RunRefused(NOT_ALLOWED, problem, remedy);
    }
}
