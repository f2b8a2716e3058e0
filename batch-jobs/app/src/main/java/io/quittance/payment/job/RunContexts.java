package io.quittance.payment.job;

import io.quittance.party.Entity;
import io.quittance.payment.RunTerms;
import io.quittance.payment.store.Run;
import io.quittance.payment.store.Runs;
import io.quittance.stage.FrozenConfiguration;
import io.quittance.stage.FrozenContexts;
import io.quittance.stage.Loaded;
import io.quittance.stage.WorkSet;
import io.quittance.stage.WorkSets;
import org.springframework.stereotype.Component;

/** The frozen facts of a run: always those it was proposed with, also when it is released days later. */
@Component
public class RunContexts {

    private final WorkSets workSets;
    private final Runs runs;
    private final FrozenConfiguration configuration;
    private final FrozenContexts contexts;

    public RunContexts(WorkSets workSets, Runs runs, FrozenConfiguration configuration, FrozenContexts contexts) {
        this.workSets = workSets;
        this.runs = runs;
        this.configuration = configuration;
        this.contexts = contexts;
    }

    /** The run that a propose work set makes. */
    RunContext ofWorkSet(String workSet) {
        return of(runs.ofWorkSet(workSet));
    }

    /** The run that a release work set lets go. */
    RunContext ofRelease(String workSet) {
        return of(runs.find(workSets.get(workSet).scope()).orElseThrow());
    }

    /** Any run. */
    public RunContext of(Run run) {
        WorkSet proposal = workSets.get(run.workSet());
        Loaded loaded = configuration.get(proposal.configDigest());
        Entity entity =
                loaded.register().entity(run.entity(), run.businessDate()).orElseThrow();
        var terms = new RunTerms(run.id(), entity, run.payDate(), run.horizon(), run.businessDate());
        return new RunContext(terms, contexts.of(proposal.id()).rates(), loaded, run.sequence());
    }
}
