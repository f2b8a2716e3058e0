package io.quittance.stage;

import io.quittance.assessment.Assessor;
import io.quittance.fx.store.Rates;
import io.quittance.invoice.profile.Profiles;
import io.quittance.party.store.RegistryRows;
import io.quittance.platform.configuration.RuleSettings;
import io.quittance.vat.Filings;
import io.quittance.vat.store.ClosedReturns;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** What a stage froze, ready to use: register, rates and tax rules of one work set. Loaded once a command. */
@Component
public class FrozenContexts {

    private final WorkSets workSets;
    private final FrozenConfiguration configuration;
    /** How long before the business date a tax point may lie for which more than the last answer before is looked at. */
    private static final int DAYS_LOOKED_BACK = 800;

    private final Rates rates;
    private final ClosedReturns closed;
    private final RegistryRows registries;
    private final Map<String, Assessor.Context> contexts = new ConcurrentHashMap<>();

    public FrozenContexts(
            WorkSets workSets,
            FrozenConfiguration configuration,
            Rates rates,
            ClosedReturns closed,
            RegistryRows registries) {
        this.workSets = workSets;
        this.configuration = configuration;
        this.rates = rates;
        this.closed = closed;
        this.registries = registries;
    }

    /** The context of a work set. */
    public Assessor.Context of(String workSet) {
        return contexts.computeIfAbsent(workSet, this::load);
    }

    /** What official findings do by the configuration that a work set froze. */
    public RuleSettings rules(String workSet) {
        return configuration
                .get(workSets.get(workSet).configDigest())
                .configuration()
                .rules();
    }

    /** The profiles of sheets of a work set. */
    public Profiles profiles(String workSet) {
        return configuration
                .get(workSets.get(workSet).configDigest())
                .configuration()
                .intake();
    }

    private Assessor.Context load(String id) {
        WorkSet workSet = workSets.get(id);
        Loaded loaded = configuration.get(workSet.configDigest());
        return new Assessor.Context(
                workSet.businessDate(),
                loaded.register(),
                loaded.fx().book(rates.upTo(workSet.ratesMark()), loaded.jurisdictions()),
                loaded.tax(),
                loaded.settings().defaultDueDays(),
                loaded.configuration().rules().suspicion(),
                loaded.policies(),
                // Nobody closes a period while an assessment is open, so that its restart finds the same.
                Filings.of(loaded.boxes(), loaded.forms(), closed.all(), loaded.periods()),
                new Assessor.Registries(
                        registries.bookOf(id, workSet.businessDate().minusDays(DAYS_LOOKED_BACK)),
                        loaded.configuration().rules().registry()));
    }
}
