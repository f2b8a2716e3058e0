package io.quittance.stage;

import io.quittance.assessment.Assessor;
import io.quittance.fx.store.Rates;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** What a stage froze, ready to use: register, rates and tax rules of one work set. Loaded once a command. */
@Component
public class FrozenContexts {

    private final WorkSets workSets;
    private final FrozenConfiguration configuration;
    private final Rates rates;
    private final Map<String, Assessor.Context> contexts = new ConcurrentHashMap<>();

    public FrozenContexts(WorkSets workSets, FrozenConfiguration configuration, Rates rates) {
        this.workSets = workSets;
        this.configuration = configuration;
        this.rates = rates;
    }

    /** The context of a work set. */
    public Assessor.Context of(String workSet) {
        return contexts.computeIfAbsent(workSet, this::load);
    }

    private Assessor.Context load(String id) {
        WorkSet workSet = workSets.get(id);
        Loaded loaded = configuration.get(workSet.configDigest());
        return new Assessor.Context(
                workSet.businessDate(),
                loaded.register(),
                loaded.fx().book(rates.upTo(workSet.ratesMark())),
                loaded.tax(),
                loaded.settings().defaultDueDays());
    }
}
