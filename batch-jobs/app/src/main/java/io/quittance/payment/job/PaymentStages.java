package io.quittance.payment.job;

import io.quittance.fx.store.Rates;
import io.quittance.payment.store.Candidates;
import io.quittance.payment.store.Runs;
import io.quittance.stage.Audit;
import io.quittance.stage.FrozenConfiguration;
import io.quittance.stage.Session;
import io.quittance.stage.Stage;
import io.quittance.stage.WorkSets;
import io.quittance.tax.store.RuleRows;
import io.quittance.withholding.store.Withholdings;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.Job;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The stages of payment runs, each for one entity or one run. */
@Component
public class PaymentStages {

    private final ProposeStage.Parts proposing;
    private final ReleaseStage.Parts releasing;

    public PaymentStages(
            Session session,
            FrozenConfiguration configuration,
            WorkSets workSets,
            Runs runs,
            Candidates candidates,
            Withholdings withholdings,
            Rates rates,
            RuleRows rules,
            RunContexts contexts,
            ReleaseConditions conditions,
            Audit audit,
            @Qualifier("propose") Job propose,
            @Qualifier("release") Job release,
            JdbcClient jdbc) {
        proposing = new ProposeStage.Parts(
                session, configuration, workSets, runs, candidates, withholdings, rates, rules, propose, jdbc);
        releasing = new ReleaseStage.Parts(session, workSets, runs, contexts, conditions, audit, release, jdbc);
    }

    /** Proposes a run of an entity. @param payDate null for the next bank day */
    public Stage propose(String entity, @Nullable LocalDate payDate) {
        return new ProposeStage(proposing, entity, payDate);
    }

    /** Releases an approved run. */
    public Stage release(String run) {
        return new ReleaseStage(releasing, run);
    }
}
