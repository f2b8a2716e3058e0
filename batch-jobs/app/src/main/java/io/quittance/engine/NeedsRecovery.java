package io.quittance.engine;

/**
 * A crash left the last execution of this very work unsettled. The gate is ours, so its owner is dead, but settling is a
 * command of its own: it is reported and audited. Exit code 75.
 */
public final class NeedsRecovery extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NeedsRecovery(String job, String workSet, String state) {
        super(job + " " + workSet + " was left " + state + " by a process that is gone."
                + " Run 'quittance recover', then the same command again.");
    }
}
