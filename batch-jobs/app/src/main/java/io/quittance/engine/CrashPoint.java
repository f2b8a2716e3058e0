package io.quittance.engine;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The named instants at which tests kill the process: {@code -Dquittance.crash.at=chunk-committed} and, for the n-th time
 * a point is passed, {@code -Dquittance.crash.count=n}; of the points of a chunk, {@code -Dquittance.crash.step=book} counts those
 * of one step only. Without the property a point costs one read of a final field.
 */
public enum CrashPoint {
    /** The advisory lock is held; the epoch is not yet raised. */
    GATE_LOCKED,
    /** The epoch is raised; nothing is launched yet. */
    GATE_TAKEN,
    /** A delivered file is in the archive; no row says so yet. */
    CLAIM_ARCHIVED,
    /** The row of a delivered file is stored; the file still lies in the drop folder. */
    CLAIM_RECORDED,
    /** A delivered file is gone from the drop folder; its row does not say so yet. */
    CLAIM_REMOVED,
    /** A step has stored the position it inherited, and read nothing. */
    STEP_BEGUN,
    /** The transaction of a chunk has begun and passed the fence. */
    CHUNK_BEGUN,
    /** All rows and the position are written; COMMIT is next. */
    CHUNK_COMMITTING,
    /** COMMIT has returned. */
    CHUNK_COMMITTED,
    /** The rows of an act of a person (closing a return) are written; COMMIT is next. */
    ACT_COMMITTING,
    /** COMMIT of such an act has returned; nobody was told. */
    ACT_COMMITTED,
    /** A payment file was copied into the outbox; others may wait. */
    FILE_HANDED_OVER,
    /** Recovery has changed one execution and not committed. */
    RECOVERY_SETTLING,
    /** Recovery has committed one execution; others may wait. */
    RECOVERY_SETTLED;

    /** What a halted process leaves as its exit code: that of a SIGKILL. */
    public static final int EXIT = 137;

    private static final AtomicInteger PASSES = new AtomicInteger();

    private static final String STEP = System.getProperty("quittance.crash.step", "");

    private final boolean armed = id().equals(System.getProperty("quittance.crash.at"));

    /** The name in the system property: {@code chunk-committed}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Ends the process at once, without hooks and without flushing, if this is the armed point. */
    public void hit() {
        if (armed && PASSES.incrementAndGet() >= Integer.getInteger("quittance.crash.count", 1)) {
            Runtime.getRuntime().halt(EXIT);
        }
    }

    /** The same within a step: passes of other steps do not count where one is named. */
    void hit(String step) {
        if (armed && (STEP.isEmpty() || STEP.equals(step))) {
            hit();
        }
    }
}
