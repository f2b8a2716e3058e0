package io.quittance.payment.job;

import io.quittance.engine.Gate;
import io.quittance.payment.RunState;
import io.quittance.payment.store.Run;
import io.quittance.payment.store.Runs;
import io.quittance.stage.Audit;
import io.quittance.stage.Broken;
import io.quittance.stage.Session;
import io.quittance.stage.Stage;
import io.quittance.stage.StageOutcome;
import io.quittance.stage.StageOutcome.Figure;
import io.quittance.stage.WorkSet;
import io.quittance.stage.WorkSets;
import io.quittance.stage.WorkSets.Freezing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.job.Job;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Releases one approved run. It works with the configuration that the run was proposed with. */
public final class ReleaseStage implements Stage {

    private static final Logger LOG = LoggerFactory.getLogger(ReleaseStage.class);

    static final String CANCEL = "Cancel the run and propose another: its documents go into that one.";

    private final Parts parts;
    private final String run;

    ReleaseStage(Parts parts, String run) {
        this.parts = parts;
        this.run = run;
    }

    /** What a stage of any run works with. */
    record Parts(
            Session session,
            WorkSets workSets,
            Runs runs,
            RunContexts contexts,
            ReleaseConditions conditions,
            Audit audit,
            Job job,
            JdbcClient jdbc) {}

    @Override
    public String name() {
        return "release";
    }

    @Override
    public String scope() {
        return run;
    }

    @Override
    public Gate gate() {
        return Gate.PIPELINE;
    }

    @Override
    public Job job() {
        return parts.job();
    }

    @Override
    public Optional<WorkSet> freeze() {
        Run approved = parts.runs().lock(run).orElseThrow();
        if (approved.state() != RunState.APPROVED) {
            return Optional.empty();
        }
        requireReleaser();
        parts.conditions().notOn().ifPresent(problem -> {
            throw RunRefused.notAllowed(run + " cannot be released: " + problem + ".", "Leave out --date.");
        });
        RunContext context = parts.contexts().of(approved);
        parts.conditions().tooLate(context).ifPresent(problem -> {
            throw RunRefused.notAllowed(run + " cannot be released: " + problem + ".", CANCEL);
        });
        parts.conditions().obstacle(context).ifPresent(problem -> {
            throw new Broken(run + " cannot be released: " + problem + ".", CANCEL).beforeAnythingLeft();
        });
        parts.conditions().note(context).ifPresent(this::note);
        WorkSet proposal = parts.workSets().get(approved.workSet());
        return Optional.of(parts.workSets()
                .freeze(new Freezing(name(), run, parts.session().businessDate(), proposal.configDigest()), 1, null));
    }

    /** Stays on record, since the payee may ask for it back. */
    private void note(String what) {
        LOG.warn(
                "{} withholds more than it would if it were proposed now; the audit trail says of which payments", run);
        parts.audit().note("run.withholds-more", run, what);
    }

    private void requireReleaser() {
        String user = parts.session().user();
        if (!parts.conditions().mayRelease(user)) {
            throw RunRefused.notAllowed(
                    user + " may not release " + run + ": it needs the role release.",
                    "Ask somebody who has it, or change config/users.yaml.");
        }
    }

    @Override
    public StageOutcome outcome(WorkSet workSet) {
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.of("run", run));
        parts.jdbc().sql("""
                        select f.name, b.currency, b.payments, b.sum_minor
                        from quittance.payment_file f join quittance.payment_batch b on b.file = f.message_id
                        where f.run = ? order by f.position, b.position
                        """).params(run).query(row -> {
            figures.add(Figure.counted(row.getString(1), row.getLong(3), row.getString(2), row.getLong(4)));
        });
        return new StageOutcome(name(), workSet.id(), figures);
    }
}
