package io.quittance.assessment.job;

import io.quittance.assessment.Parties;
import io.quittance.assessment.store.AssessWork;
import io.quittance.assessment.store.DocumentKeys;
import io.quittance.engagement.store.TimeSheetRows;
import io.quittance.engine.Gate;
import io.quittance.engine.Partitions;
import io.quittance.fx.store.Rates;
import io.quittance.party.Register;
import io.quittance.party.store.RegistryRows;
import io.quittance.stage.FrozenConfiguration;
import io.quittance.stage.Loaded;
import io.quittance.stage.Session;
import io.quittance.stage.Stage;
import io.quittance.stage.StageOutcome;
import io.quittance.stage.StageOutcome.Figure;
import io.quittance.stage.WorkSet;
import io.quittance.stage.WorkSets;
import io.quittance.stage.WorkSets.Freezing;
import io.quittance.tax.store.RuleRows;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.batch.core.job.Job;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Assesses what was taken in, and held documents again when configuration, rates, time sheets or the day have changed. */
@Component
public class AssessStage implements Stage {

    private final Session session;
    private final FrozenConfiguration configuration;
    private final WorkSets workSets;
    private final AssessWork work;
    private final DocumentKeys keys;
    private final Rates rates;
    private final TimeSheetRows sheets;
    private final RegistryRows registries;
    private final RuleRows rules;
    private final Job job;
    private final JdbcClient jdbc;

    public AssessStage(
            Session session,
            FrozenConfiguration configuration,
            WorkSets workSets,
            AssessWork work,
            DocumentKeys keys,
            Rates rates,
            TimeSheetRows sheets,
            RegistryRows registries,
            RuleRows rules,
            @Qualifier("assess") Job job,
            JdbcClient jdbc) {
        this.session = session;
        this.configuration = configuration;
        this.workSets = workSets;
        this.work = work;
        this.keys = keys;
        this.rates = rates;
        this.sheets = sheets;
        this.registries = registries;
        this.rules = rules;
        this.job = job;
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "assess";
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
        long due = work.due(context(configuration.digestInForce()));
        return due == 0 ? List.of() : List.of(Figure.of("documents", due));
    }

    @Override
    public Optional<WorkSet> freeze() {
        String digest = configuration.freeze();
        AssessWork.Context context = context(digest);
        long due = work.due(context);
        if (due == 0) {
            return Optional.empty();
        }
        WorkSet set = workSets.freeze(
                new Freezing(name(), scope(), session.businessDate(), digest), Partitions.countFor(due), null);
        Loaded loaded = configuration.get(digest);
        rules.record(set.id(), loaded.taxFolder());
        Register register = loaded.register();
        keys.carryOver(register);
        work.freeze(
                set.id(),
                context,
                stated -> Parties.contractor(stated.text(), stated.nameOnly(), register),
                id -> Collections.min(register.kin(id)));
        return Optional.of(set);
    }

    private AssessWork.Context context(String digest) {
        return new AssessWork.Context(digest, rates.mark(), sheets.mark(), registries.mark(), session.businessDate());
    }

    @Override
    public StageOutcome outcome(WorkSet workSet) {
        List<Figure> figures = new ArrayList<>();
        jdbc.sql("select verdict, currency, count(*) as documents, sum(payable_minor)::bigint as payable"
                        + " from quittance.assessment where work_set = ? group by 1, 2 order by 1, 2")
                .params(workSet.id())
                .query(row -> {
                    figures.add(Figure.counted(
                            row.getString("verdict").toLowerCase(Locale.ROOT),
                            row.getLong("documents"),
                            row.getString("currency"),
                            row.getLong("payable")));
                });
        return new StageOutcome(name(), workSet.id(), figures);
    }
}
