package io.quittance.reconciliation.job;

import io.quittance.delivery.Deliveries;
import io.quittance.delivery.store.IntakeFiles.Kind;
import io.quittance.engine.Gate;
import io.quittance.fx.store.Rates;
import io.quittance.reconciliation.store.BankMessages;
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

/** Takes in what lies in {@code inbox/bank}, and what was held before and may pass now. */
@Component
public class BankStage implements Stage {

    private final Session session;
    private final FrozenConfiguration configuration;
    private final WorkSets workSets;
    private final Deliveries deliveries;
    private final BankMail mail;
    private final BankMessages messages;
    private final Rates rates;
    private final Job job;
    private final JdbcClient jdbc;

    public BankStage(
            Session session,
            FrozenConfiguration configuration,
            WorkSets workSets,
            Deliveries deliveries,
            BankMail mail,
            BankMessages messages,
            Rates rates,
            @Qualifier("bank") Job job,
            JdbcClient jdbc) {
        this.session = session;
        this.configuration = configuration;
        this.workSets = workSets;
        this.deliveries = deliveries;
        this.mail = mail;
        this.messages = messages;
        this.rates = rates;
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
    public List<Figure> waiting() {
        return deliveries.waitingIn(session.workspace().inboxBank());
    }

    @Override
    public Optional<WorkSet> freeze() {
        Path inbox = session.workspace().inboxBank();
        List<String> held = messages.held();
        boolean delivered = deliveries.any(inbox);
        if (!delivered && held.isEmpty()) {
            return Optional.empty();
        }
        String digest = configuration.freeze();
        if (!delivered && !messages.mayPass(digest, rates.mark())) {
            return Optional.empty();
        }
        WorkSet set = workSets.freeze(new Freezing(name(), scope(), session.businessDate(), digest), 1, null);
        deliveries.freeze(set.id(), Kind.BANK, inbox, messages::unfinished);
        deliveries.takeUp(set.id(), Kind.BANK, held);
        messages.freeze(set.id(), mail.sorted(deliveries.archived(set.id())));
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
        jdbc.sql(
                        "select r.outcome, count(*) from quittance.bank_message m join quittance.bank_result r"
                                + " using (file, number, attempt) where m.work_set = ? and r.outcome <> 'TAKEN' group by 1 order by 1")
                .params(workSet.id())
                .query(row -> {
                    figures.add(Figure.of("messages " + row.getString(1).toLowerCase(Locale.ROOT), row.getLong(2)));
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
