package io.quittance.reconciliation.job;

import io.quittance.delivery.Deliveries;
import io.quittance.engine.Jobs;
import io.quittance.engine.Steps;
import io.quittance.ledger.job.SealStep;
import io.quittance.payment.store.PaymentEvents;
import io.quittance.reconciliation.job.MessageReader.Opened;
import io.quittance.reconciliation.store.BankMessages;
import io.quittance.stage.Session;
import io.quittance.stage.WorkSet;
import io.quittance.stage.WorkSets;
import java.util.function.Consumer;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Takes in what banks answered: one message is one transaction, status reports before statements, statements by date. */
@Configuration
public class BankJob {

    private final Steps steps;
    private final Deliveries deliveries;
    private final WorkSets workSets;
    private final BankMessages messages;
    private final MessageIntake intake;

    public BankJob(Steps steps, Deliveries deliveries, WorkSets workSets, BankMessages messages, MessageIntake intake) {
        this.steps = steps;
        this.deliveries = deliveries;
        this.workSets = workSets;
        this.messages = messages;
        this.intake = intake;
    }

    @Bean
    public Job bank(Jobs jobs, Session session, PaymentEvents events, BankQuarantine quarantine, SealStep end) {
        return jobs.of(
                "bank",
                read(),
                tasklet("runs", workSet -> events.settleRuns()),
                end.step(),
                tasklet("quarantine", quarantine::layOut),
                tasklet(
                        "clear",
                        workSet -> deliveries.clear(workSet, session.workspace().inboxBank())),
                end.finish());
    }

    private Step tasklet(String name, Consumer<String> act) {
        return steps.forWorkSet(
                name,
                workSet -> steps.tasklet(name, (contribution, context) -> {
                    act.accept(workSet);
                    return RepeatStatus.FINISHED;
                }));
    }

    /** A restart goes on with the message after the last one that was committed. */
    private Step read() {
        return steps.forWorkSet("read", workSet -> {
            WorkSet work = workSets.get(workSet);
            return steps.<Opened, Opened>chunk("read", 1)
                    .reader(new MessageReader(messages.of(workSet), deliveries.archived(workSet)))
                    .writer(opened -> opened.forEach(one -> intake.take(work, one)))
                    .build();
        });
    }
}
