package io.quittance.report.job;

import io.quittance.engine.Gate;
import io.quittance.stage.Stage;
import io.quittance.stage.StageOutcome;
import io.quittance.stage.WorkSet;
import java.util.Optional;
import org.springframework.batch.core.job.Job;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Writes the workbooks of what has changed since they were last written. */
@Component
public class ReportStage implements Stage {

    private final Job job;

    public ReportStage(@Qualifier("reconcile") Job job) {
        this.job = job;
    }

    @Override
    public String name() {
        return "report";
    }

    @Override
    public Gate gate() {
        return Gate.PIPELINE;
    }

    @Override
    public Optional<WorkSet> freeze() {
        return Optional.empty();
    }

    @Override
    public Job job() {
        return job;
    }

    @Override
    public StageOutcome outcome(WorkSet workSet) {
        return StageOutcome.nothing(name());
    }
}
