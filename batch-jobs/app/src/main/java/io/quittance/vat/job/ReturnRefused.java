package io.quittance.vat.job;

import io.quittance.platform.PlatformError;

/** Somebody asks of a return what cannot be or may not be done; the remedy says what a person can do. */
public final class ReturnRefused extends PlatformError {

    private static final long serialVersionUID = 1L;

    private static final int USAGE = 2;
    private static final int NO_INPUT = 66;
    private static final int BUSY = 75;
    private static final int WAITING = 11;
    private static final int CONFIGURATION = 78;

    private ReturnRefused(int exitCode, String problem, String remedy) {
        super(exitCode, problem, remedy, null);
    }

    static ReturnRefused usage(String problem, String remedy) {
        return new ReturnRefused(USAGE, problem, remedy);
    }

    static ReturnRefused noInput(String problem, String remedy) {
        return new ReturnRefused(NO_INPUT, problem, remedy);
    }

    /** Later it will be possible: something else must be over or done first. */
    static ReturnRefused notYet(String problem, String remedy) {
        return new ReturnRefused(BUSY, problem, remedy);
    }

    /** A person has to decide. */
    static ReturnRefused undecided(String problem, String remedy) {
        return new ReturnRefused(WAITING, problem, remedy);
    }

    static ReturnRefused configuration(String problem, String remedy) {
        return new ReturnRefused(CONFIGURATION, problem, remedy);
    }
}
