package io.quittance.document.job;

import io.quittance.platform.PlatformError;

/** Somebody asks of a document what cannot be or may not be done; the remedy says what a person can do. */
public final class DocumentRefused extends PlatformError {

    private static final long serialVersionUID = 1L;

    private static final int USAGE = 2;
    private static final int NO_INPUT = 66;
    private static final int CANNOT_CREATE = 73;
    private static final int NOT_ALLOWED = 77;

    private DocumentRefused(int exitCode, String problem, String remedy) {
        super(exitCode, problem, remedy, null);
    }

    /** The command asks for something that cannot be. */
    static DocumentRefused usage(String problem, String remedy) {
        return new DocumentRefused(USAGE, problem, remedy);
    }

    /** What the command speaks of is not there. */
    static DocumentRefused noInput(String problem, String remedy) {
        return new DocumentRefused(NO_INPUT, problem, remedy);
    }

    /** Something of that name is there already. */
    static DocumentRefused cannotCreate(String problem, String remedy) {
        return new DocumentRefused(CANNOT_CREATE, problem, remedy);
    }

    /** Nobody may, or it is too late. */
    static DocumentRefused notAllowed(String problem, String remedy) {
        return new DocumentRefused(NOT_ALLOWED, problem, remedy);
    }
}
