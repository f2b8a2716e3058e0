package io.quittance.reconciliation.job;

import io.quittance.engine.Jobs;
import io.quittance.engine.Steps;
import io.quittance.ledger.job.SealStep;
import io.quittance.reconciliation.store.Ties;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Computes the ties in one transaction: all figures are of the same instant. */
@Configuration
public class ReconcileJob {

    @Bean
    public Job reconcile(Jobs jobs, Steps steps, Ties ties, SealStep end) {
        return jobs.of(
                "reconcile",
                steps.forWorkSet(
                        "ties",
                        workSet -> steps.tasklet("ties", (contribution, context) -> {
                            ties.insert(workSet, ties.compute());
                            return RepeatStatus.FINISHED;
                        })),
                end.finish());
    }
}
