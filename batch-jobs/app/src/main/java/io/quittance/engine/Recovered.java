package io.quittance.engine;

/**
 * One thing that recovery did, for its report.
 *
 * @param what the kind of thing
 * @param job name of the job
 * @param workSet what it worked on, empty when the crash came before that was stored
 * @param detail the step and the state it was left in
 */
public record Recovered(What what, String job, String workSet, String detail) {

    /** What recovery does to metadata; it never touches business rows. */
    public enum What {
        /** An execution without a living owner is now FAILED: the next launch continues it. */
        EXECUTION_SETTLED,
        /** A step likewise. */
        STEP_SETTLED,
        /** A step that was created and never began is deleted: the next launch continues its predecessor. */
        STEP_DELETED,
        /** An instance without any execution is deleted: the next launch creates it anew. */
        INSTANCE_DELETED
    }

    @Override
    public String toString() {
        return what + " " + job + (workSet.isEmpty() ? "" : " " + workSet) + ": " + detail;
    }
}
