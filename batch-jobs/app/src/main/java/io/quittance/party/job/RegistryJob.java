package io.quittance.party.job;

import io.quittance.delivery.Deliveries;
import io.quittance.engine.Jobs;
import io.quittance.engine.Steps;
import io.quittance.ledger.job.SealStep;
import io.quittance.stage.Session;
import java.util.function.Consumer;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Takes in what lies in {@code inbox/registry}, before anything is assessed. */
@Configuration
public class RegistryJob {

    @Bean
    public Job registry(
            Jobs jobs, Steps steps, Deliveries deliveries, RegistryIntake intake, Session session, SealStep end) {
        return jobs.of(
                "registry",
                step(
                        steps,
                        "read",
                        workSet -> deliveries.archived(workSet).forEach(file -> intake.take(workSet, file))),
                step(steps, "quarantine", intake::quarantine),
                step(
                        steps,
                        "clear",
                        workSet -> deliveries.clear(workSet, session.workspace().inboxRegistry())),
                end.finish());
    }

    private static Step step(Steps steps, String name, Consumer<String> work) {
        return steps.forWorkSet(
                name,
                workSet -> steps.tasklet(name, (contribution, context) -> {
                    work.accept(workSet);
                    return RepeatStatus.FINISHED;
                }));
    }
}
