package io.quittance.reconciliation.job;

import io.quittance.engine.Gate;
import io.quittance.reconciliation.Tie;
import io.quittance.reconciliation.store.Ties;
import io.quittance.stage.FrozenConfiguration;
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
import org.springframework.batch.core.job.Job;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Computes every tie anew when the data has moved since the last time. */
@Component
public class ReconcileStage implements Stage {

    private final Session session;
    private final FrozenConfiguration configuration;
    private final WorkSets workSets;
    private final Ties ties;
    private final Job job;

    public ReconcileStage(
            Session session,
            FrozenConfiguration configuration,
            WorkSets workSets,
            Ties ties,
            @Qualifier("reconcile") Job job) {
        this.session = session;
        this.configuration = configuration;
        this.workSets = workSets;
        this.ties = ties;
        this.job = job;
    }

    @Override
    public String name() {
        return "reconcile";
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
        String state = ties.state();
        boolean unmoved = workSets.latestDone(name(), scope())
                .filter(last -> state.equals(last.content()))
                // a failed tie is told every night until it passes
                .filter(last -> ties.of(last.id()).stream().allMatch(Tie::passes))
                .isPresent();
        if (unmoved) {
            return Optional.empty();
        }
        return Optional.of(workSets.freeze(
                new Freezing(name(), scope(), session.businessDate(), configuration.freeze()), 1, state));
    }

    @Override
    public StageOutcome outcome(WorkSet workSet) {
        List<Tie> all = ties.of(workSet.id());
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.of("ties", all.size()));
        figures.add(Figure.of("passed", all.stream().filter(Tie::passes).count()));
        all.stream()
                .filter(tie -> !tie.passes())
                .forEach(tie -> figures.add(Figure.of(
                        StageOutcome.FAILED + " " + tie.id() + " " + tie.scope(),
                        tie.title() + ": expected " + tie.expected() + ", actual " + tie.actual())));
        return new StageOutcome(name(), workSet.id(), figures);
    }
}
