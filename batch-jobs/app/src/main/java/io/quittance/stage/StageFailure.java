package io.quittance.stage;

import io.quittance.engine.JobRun;
import io.quittance.platform.PlatformError;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A stage did not end well. Nothing of its last portion was stored; the same command goes on from there. */
public final class StageFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final JobRun.End end;

    private StageFailure(String message, JobRun.End end, @Nullable Throwable cause) {
        super(message, cause);
        this.end = end;
    }

    static StageFailure of(String stage, JobRun run) {
        List<Throwable> failures = run.failures();
        Throwable cause = failures.isEmpty() ? null : root(failures.getFirst());
        return new StageFailure(stage + " " + run.workSet() + " ended " + run.end(), run.end(), cause);
    }

    /** How the job ended. */
    public JobRun.End end() {
        return end;
    }

    /** The innermost cause, but no further than one that has an exit code and a remedy of its own. */
    private static Throwable root(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && !(cause instanceof PlatformError || cause instanceof UncheckedIOException)) {
            cause = cause.getCause();
        }
        return cause;
    }
}
