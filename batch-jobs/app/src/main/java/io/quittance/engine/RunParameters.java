package io.quittance.engine;

import java.util.Set;
import java.util.TreeSet;
import org.springframework.batch.core.job.parameters.InvalidJobParametersException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.step.StepExecution;

/**
 * The parameters of every job, in one place, because their names and types are part of a job instance's identity: one
 * that identifies (the frozen work set) and two that do not (the gate and the epoch it runs under).
 */
final class RunParameters {

    static final String WORK_SET = "workSet";
    static final String GATE = "gate";
    static final String EPOCH = "epoch";

    private static final Set<String> NAMES = new TreeSet<>(Set.of(WORK_SET, GATE, EPOCH));

    private RunParameters() {}

    static JobParameters of(String workSet, HeldGate held) {
        return new JobParametersBuilder()
                .addString(WORK_SET, workSet)
                .addString(GATE, held.gate().key(), false)
                .addLong(EPOCH, held.epoch(), false)
                .toJobParameters();
    }

    static String workSet(StepExecution step) {
        return workSet(step.getJobParameters());
    }

    static String workSet(JobParameters parameters) {
        String workSet = parameters.getString(WORK_SET);
        if (workSet == null) {
            throw new IllegalStateException("the run has no work set");
        }
        return workSet;
    }

    /** Refuses a missing or an unknown name: a second identifying parameter would be a second payment of the same work. */
    static void validate(JobParameters parameters) throws InvalidJobParametersException {
        Set<String> given = new TreeSet<>();
        parameters.forEach(parameter -> given.add(parameter.name()));
        if (!given.equals(NAMES)) {
            throw new InvalidJobParametersException("expected exactly the parameters " + NAMES + ", got " + given);
        }
    }
}
