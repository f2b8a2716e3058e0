package io.quittance.vat.job;

import io.quittance.platform.PlatformError;

/** Somebody asks of a return what cannot be or may not be done; the remedy says what a person can do. */
public final class ReturnRefused extends PlatformError {

    private static final long serialVersionUID = 1L;

    private static final int USAGE = 2;
    private static final int NO_INPUT = 66;
    private static final int BUSY = 75;
    private static final int NOT_ALLOWED = 77;

    private ReturnRefused(int exitCode, String problem, String remedy) {
        super(exitCode, problem, remedy, null);
    }

    static ReturnRefused usage(String problem, String remedy) {
        return new ReturnRefused(USAGE, problem, remedy);
    }

    static ReturnRefused noInput(String problem, String remedy) {
        return new ReturnRefused(NO_INPUT, problem, remedy);
    }

    static ReturnRefused busy(String problem, String remedy) {
        return new ReturnRefused(BUSY, problem, remedy);
    }

    static ReturnRefused notAllowed(String problem, String remedy) {
        return new ReturnRefused(NOT_ALLOWED, problem, remedy);
    }
}
