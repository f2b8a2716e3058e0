package io.quittance.payment.job;

import io.quittance.platform.PlatformError;

/** A run cannot be proposed, released or handed over as asked; the remedy says what a person can do. */
public final class RunRefused extends PlatformError {

    private static final long serialVersionUID = 1L;

    private static final int USAGE = 2;
    private static final int BROKEN = 20;
    private static final int NOT_ALLOWED = 77;

    private RunRefused(int exitCode, String problem, String remedy) {
        super(exitCode, problem, remedy, null);
    }

    /** The command asks for something that cannot be. */
    static RunRefused usage(String problem, String remedy) {
        return new RunRefused(USAGE, problem, remedy);
    }

    /** What lies or lay in the outbox is not what was released: no try again without a person. */
    static RunRefused broken(String problem, String remedy) {
        return new RunRefused(BROKEN, problem, remedy);
    }

    /** The person may not, or the time is over. */
    static RunRefused notAllowed(String problem, String remedy) {
        return new RunRefused(NOT_ALLOWED, problem, remedy);
    }
}
