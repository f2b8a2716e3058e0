package io.quittance.stage;

/**
 * A sum or an invariant is wrong: the command stops before anything leaves, exit code 20, and a person must look. Never
 * tried again by itself.
 */
public final class Broken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message which figure is wrong, and against which other one */
    public Broken(String message) {
        super(message);
    }
}
