package io.quittance.invoice.job;

import io.quittance.delivery.Deliveries;
import io.quittance.delivery.DropFolder;
import io.quittance.delivery.NotTaken;
import io.quittance.delivery.store.ClaimRows;
import io.quittance.delivery.store.IntakeFiles.Kind;
import io.quittance.engine.Gate;
import io.quittance.platform.configuration.Configuration;
import io.quittance.stage.FrozenConfiguration;
import io.quittance.stage.Session;
import io.quittance.stage.Stage;
import io.quittance.stage.StageOutcome;
import io.quittance.stage.StageOutcome.Figure;
import io.quittance.stage.WorkSet;
import io.quittance.stage.WorkSets;
import io.quittance.stage.WorkSets.Freezing;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.batch.core.job.Job;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Takes in what lies in {@code inbox/invoices}. */
@Component
public class IntakeStage implements Stage {

    private static final String FIGURES = """
            select count(*) as files, count(*) filter (where d.outcome = 'DUPLICATE') as duplicates,
                   coalesce(sum(r.documents), 0) as documents, coalesce(sum(r.understood), 0) as understood,
                   coalesce(sum(r.refused), 0) as refused
            from quittance.intake_delivery d
            left join quittance.intake_result r
                   on r.sha256 = d.sha256 and r.intake = d.work_set and d.outcome <> 'DUPLICATE'
            where d.work_set = ?
            """;

    private final Session session;
    private final FrozenConfiguration configuration;
    private final WorkSets workSets;
    private final Deliveries deliveries;
    private final DropFolder folder;
    private final ClaimRows claims;
    private final Job job;
    private final JdbcClient jdbc;

    public IntakeStage(
            Session session,
            FrozenConfiguration configuration,
            WorkSets workSets,
            Deliveries deliveries,
            DropFolder folder,
            ClaimRows claims,
            @Qualifier("intake") Job job,
            JdbcClient jdbc) {
        this.session = session;
        this.configuration = configuration;
        this.workSets = workSets;
        this.deliveries = deliveries;
        this.folder = folder;
        this.claims = claims;
        this.job = job;
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "intake";
    }

    @Override
    public Gate gate() {
        return Gate.INTAKE;
    }

    @Override
    public Job job() {
        return job;
    }

    /** Files in the drop folder and those that an earlier start claimed. What lies on a server is not looked at. */
    @Override
    public List<Figure> waiting() {
        int claimed = claims.waiting(Kind.INVOICES).size();
        Stream<Figure> before = claimed == 0 ? Stream.of() : Stream.of(Figure.of("files claimed before", claimed));
        return Stream.concat(before, deliveries.waitingIn(session.workspace().inboxInvoices()).stream())
                .toList();
    }

    @Override
    public List<Figure> collect() {
        Configuration inForce = configuration.inForce().configuration();
        return NotTaken.figures(folder.sweep(
                session.workspace().inboxInvoices(), inForce.settings().intake(), inForce.intake()::has));
    }

    @Override
    public Optional<WorkSet> freeze() {
        if (claims.waiting(Kind.INVOICES).isEmpty()) {
            return Optional.empty();
        }
        WorkSet set =
                workSets.freeze(new Freezing(name(), scope(), session.businessDate(), configuration.freeze()), 1, null);
        deliveries.freezeClaims(set.id(), Kind.INVOICES, claims);
        return Optional.of(set);
    }

    @Override
    public StageOutcome outcome(WorkSet workSet) {
        List<Figure> figures = jdbc.sql(FIGURES)
                .params(workSet.id())
                .query((row, n) -> List.of(
                        Figure.of("files", row.getLong("files")),
                        Figure.of("duplicate files", row.getLong("duplicates")),
                        Figure.of("documents", row.getLong("documents")),
                        Figure.of("understood", row.getLong("understood")),
                        Figure.of("refused", row.getLong("refused"))))
                .single();
        return new StageOutcome(name(), workSet.id(), figures);
    }
}
