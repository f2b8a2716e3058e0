package io.quittance.cli;

/** A command that will not be done, for a reason that the person who typed it can act on. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ExitCode exit;

    /** @param message what, why, and what to do */
    Refused(ExitCode exit, String message) {
        super(message);
        this.exit = exit;
    }

    ExitCode exit() {
        return exit;
    }
}
