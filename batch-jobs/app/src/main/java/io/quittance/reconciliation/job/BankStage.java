package io.quittance.reconciliation.job;

import io.quittance.engine.Gate;
import io.quittance.invoice.store.IntakeFiles.Kind;
import io.quittance.stage.Deliveries;
import io.quittance.stage.FrozenConfiguration;
import io.quittance.stage.Session;
import io.quittance.stage.Stage;
import io.quittance.stage.StageOutcome;
import io.quittance.stage.StageOutcome.Figure;
import io.quittance.stage.WorkSet;
import io.quittance.stage.WorkSets;
import io.quittance.stage.WorkSets.Freezing;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.batch.core.job.Job;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes in what lies in {@code inbox/bank}. */
@Component
public class BankStage implements Stage {

    private final Session session;
    private final FrozenConfiguration configuration;
    private final WorkSets workSets;
    private final Deliveries deliveries;
    private final Job job;
    private final JdbcClient jdbc;

    public BankStage(
            Session session,
            FrozenConfiguration configuration,
            WorkSets workSets,
            Deliveries deliveries,
            @Qualifier("bank") Job job,
            JdbcClient jdbc) {
        this.session = session;
        this.configuration = configuration;
        this.workSets = workSets;
        this.deliveries = deliveries;
        this.job = job;
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "bank";
    }

    @Override
    public Gate gate() {
        return Gate.PIPELINE;
    }

    @Override
    public Job job() {
        return job;
    }

    @Override
    public Optional<WorkSet> freeze() {
        Path inbox = session.workspace().inboxBank();
        if (!deliveries.any(inbox)) {
            return Optional.empty();
        }
        WorkSet set =
                workSets.freeze(new Freezing(name(), scope(), session.businessDate(), configuration.freeze()), 1, null);
        deliveries.freeze(set.id(), Kind.BANK, inbox);
        return Optional.of(set);
    }

    @Override
    public StageOutcome outcome(WorkSet workSet) {
        List<Figure> figures = new ArrayList<>();
        jdbc.sql(
                        "select outcome, count(*) as files from quittance.intake_delivery where work_set = ? group by 1 order by 1 desc")
                .params(workSet.id())
                .query(row -> {
                    figures.add(Figure.of("files " + row.getString(1).toLowerCase(Locale.ROOT), row.getLong(2)));
                });
        jdbc.sql("""
                        select e.state, p.currency, count(*) as payments, sum(p.minor)::bigint as sum
                        from quittance.payment_event e join quittance.payment p on p.id = e.payment
                        where e.work_set = ? group by 1, 2 order by 1, 2
                        """).params(workSet.id()).query(row -> {
            figures.add(Figure.counted(
                    row.getString(1).toLowerCase(Locale.ROOT), row.getLong(3), row.getString(2), row.getLong(4)));
        });
        jdbc.sql("select count(*) from quittance.finding where work_set = ?")
                .params(workSet.id())
                .query(row -> {
                    figures.add(Figure.of("findings", row.getLong(1)));
                });
        return new StageOutcome(name(), workSet.id(), figures);
    }
}
