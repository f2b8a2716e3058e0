package io.quittance.engine;

import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.ResultSetExtractor;

/**
 * Keeps a run that lost its gate from writing. The epoch travels with the execution, as a parameter that does not
 * identify it, so a worker in another process is fenced by the same row.
 */
final class Fence {

    /** {@code for share}: the next owner's update of the epoch waits for us, and no other chunk does. */
    private static final String CHECK = "select 1 from quittance.gate where name = ? and epoch = ? for share";

    private final JdbcOperations jdbc;

    Fence(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    /** Locks the gate's row for the rest of the current transaction. Throws {@link FencedOff} if the epoch is over. */
    void check(StepExecution step) {
        JobParameters parameters = step.getJobParameters();
        String gate = parameters.getString(RunParameters.GATE);
        Long epoch = parameters.getLong(RunParameters.EPOCH);
        if (gate == null || epoch == null) {
            throw new IllegalStateException(step.getStepName() + " was not started by Launch: it has no gate");
        }
        ResultSetExtractor<Boolean> found = rows -> rows.next();
        if (!Boolean.TRUE.equals(jdbc.query(CHECK, found, gate, epoch))) {
            throw new FencedOff(gate, epoch);
        }
    }
}
