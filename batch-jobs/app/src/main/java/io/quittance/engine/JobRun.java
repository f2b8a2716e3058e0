package io.quittance.engine;

import java.util.List;

/**
 * How a launch ended.
 *
 * @param job name of the job
 * @param workSet what it worked on
 * @param end how it ended
 * @param failures what was thrown, in order; empty unless it failed
 */
public record JobRun(String job, String workSet, End end, List<Throwable> failures) {

    public JobRun {
        failures = List.copyOf(failures);
    }

    /** True when the work set is done, now or before. */
    public boolean done() {
        return end == End.COMPLETED || end == End.NOTHING_TO_DO;
    }

    /** The process's exit code, of the table in the reference of exit codes. */
    public int exit() {
        return end.exit;
    }

    /** Every way a launch can end. */
    public enum End {
        /** All steps are done. */
        COMPLETED(0),
        /** They were done before. */
        NOTHING_TO_DO(0),
        /** Stopped at a chunk boundary by a signal; the same command continues. */
        STOPPED(143),
        /** A bug or the surroundings; rolled back to the last chunk. The same command continues once the cause is gone. */
        FAILED(1),
        /** Another process took the gate over; it continues the work. */
        FENCED_OFF(75),
        /** The database went away in mid-run; 'quittance recover', then the same command. */
        UNSETTLED(75);

        private final int exit;

        End(int exit) {
            this.exit = exit;
        }

        /** What a command ends with that ran such a job. */
        public int exitCode() {
            return exit;
        }
    }
}
