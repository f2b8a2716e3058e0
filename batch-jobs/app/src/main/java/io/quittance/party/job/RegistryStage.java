package io.quittance.party.job;

import io.quittance.delivery.Deliveries;
import io.quittance.delivery.store.IntakeFiles.Kind;
import io.quittance.engine.Gate;
import io.quittance.party.store.RegistryRows;
import io.quittance.party.store.RegistryRows.Delivered;
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
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** The stage of answers of tax registers. */
@Component
public class RegistryStage implements Stage {

    private final Session session;
    private final FrozenConfiguration configuration;
    private final WorkSets workSets;
    private final Deliveries deliveries;
    private final RegistryRows rows;
    private final Job job;

    public RegistryStage(
            Session session,
            FrozenConfiguration configuration,
            WorkSets workSets,
            Deliveries deliveries,
            RegistryRows rows,
            @Qualifier("registry") Job job) {
        this.session = session;
        this.configuration = configuration;
        this.workSets = workSets;
        this.deliveries = deliveries;
        this.rows = rows;
        this.job = job;
    }

    @Override
    public String name() {
        return "registry";
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
        return deliveries.waitingIn(session.workspace().inboxRegistry());
    }

    @Override
    public Optional<WorkSet> freeze() {
        Path inbox = session.workspace().inboxRegistry();
        if (!deliveries.any(inbox)) {
            return Optional.empty();
        }
        WorkSet set =
                workSets.freeze(new Freezing(name(), scope(), session.businessDate(), configuration.freeze()), 1, null);
        deliveries.freeze(set.id(), Kind.REGISTRY, inbox, rows::barren);
        return Optional.of(set);
    }

    @Override
    public StageOutcome outcome(WorkSet workSet) {
        List<Delivered> files = rows.readBy(workSet.id());
        return new StageOutcome(
                name(),
                workSet.id(),
                List.of(
                        Figure.of("files", files.size()),
                        Figure.of(
                                "answers",
                                files.stream().mapToLong(Delivered::recorded).sum()),
                        Figure.of(
                                "files with faults",
                                files.stream().filter(Delivered::refused).count())));
    }
}
