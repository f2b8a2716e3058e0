package io.quittance.fx.job;

import io.quittance.delivery.Deliveries;
import io.quittance.delivery.store.IntakeFiles.Kind;
import io.quittance.engine.Gate;
import io.quittance.engine.Jobs;
import io.quittance.engine.Steps;
import io.quittance.fx.store.Rates;
import io.quittance.ledger.job.SealStep;
import io.quittance.stage.FrozenConfiguration;
import io.quittance.stage.Session;
import io.quittance.stage.Stage;
import io.quittance.stage.StageOutcome;
import io.quittance.stage.StageOutcome.Figure;
import io.quittance.stage.WorkSet;
import io.quittance.stage.WorkSets;
import io.quittance.stage.WorkSets.Freezing;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes in what lies in {@code inbox/rates}, before anything is assessed. */
@Configuration
public class RatesJob {

    @Bean
    public Job rates(Jobs jobs, Steps steps, Deliveries deliveries, RatesIntake intake, Session session, SealStep end) {
        return jobs.of(
                "rates",
                steps.forWorkSet(
                        "read",
                        workSet -> steps.tasklet("read", (contribution, context) -> {
                            deliveries.archived(workSet).forEach(file -> intake.take(workSet, file));
                            return RepeatStatus.FINISHED;
                        })),
                steps.forWorkSet(
                        "quarantine",
                        workSet -> steps.tasklet("quarantine", (contribution, context) -> {
                            intake.quarantine(workSet);
                            return RepeatStatus.FINISHED;
                        })),
                steps.forWorkSet(
                        "clear",
                        workSet -> steps.tasklet("clear", (contribution, context) -> {
                            deliveries.clear(workSet, session.workspace().inboxRates());
                            return RepeatStatus.FINISHED;
                        })),
                end.finish());
    }

    /** The stage of that job. */
    @Component
    public static final class RatesStage implements Stage {

        private final Session session;
        private final FrozenConfiguration configuration;
        private final WorkSets workSets;
        private final Deliveries deliveries;
        private final Rates published;
        private final Job job;
        private final JdbcClient jdbc;

        public RatesStage(
                Session session,
                FrozenConfiguration configuration,
                WorkSets workSets,
                Deliveries deliveries,
                Rates published,
                @Qualifier("rates") Job job,
                JdbcClient jdbc) {
            this.session = session;
            this.configuration = configuration;
            this.workSets = workSets;
            this.deliveries = deliveries;
            this.published = published;
            this.job = job;
            this.jdbc = jdbc;
        }

        @Override
        public String name() {
            return "rates";
        }

        @Override
        public Gate gate() {
            return Gate.INTAKE;
        }

        @Override
        public Job job() {
            return job;
        }

        @Override
        public List<Figure> waiting() {
            return deliveries.waitingIn(session.workspace().inboxRates());
        }

        @Override
        public Optional<WorkSet> freeze() {
            Path inbox = session.workspace().inboxRates();
            if (!deliveries.any(inbox)) {
                return Optional.empty();
            }
            WorkSet set = workSets.freeze(
                    new Freezing(name(), scope(), session.businessDate(), configuration.freeze()), 1, null);
            deliveries.freeze(set.id(), Kind.RATES, inbox, published::barren);
            return Optional.of(set);
        }

        @Override
        public StageOutcome outcome(WorkSet workSet) {
            long files = jdbc.sql("select count(*) from quittance.intake_delivery where work_set = ?")
                    .params(workSet.id())
                    .query(Long.class)
                    .single();
            long recorded = jdbc.sql(
                            "select count(*) from quittance.rate r join quittance.intake_delivery d on d.sha256 = r.file"
                                    + " where d.work_set = ? and d.outcome <> 'DUPLICATE'")
                    .params(workSet.id())
                    .query(Long.class)
                    .single();
            long findings = jdbc.sql("select count(*) from quittance.finding where work_set = ?")
                    .params(workSet.id())
                    .query(Long.class)
                    .single();
            return new StageOutcome(
                    name(),
                    workSet.id(),
                    List.of(Figure.of("files", files), Figure.of("rates", recorded), Figure.of("findings", findings)));
        }
    }
}
