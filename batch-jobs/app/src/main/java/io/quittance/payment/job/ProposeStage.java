package io.quittance.payment.job;

import io.quittance.engine.Gate;
import io.quittance.party.Entity;
import io.quittance.payment.store.Candidates;
import io.quittance.payment.store.Run;
import io.quittance.payment.store.Runs;
import io.quittance.stage.FrozenConfiguration;
import io.quittance.stage.Loaded;
import io.quittance.stage.Session;
import io.quittance.stage.Stage;
import io.quittance.stage.StageOutcome;
import io.quittance.stage.StageOutcome.Figure;
import io.quittance.stage.WorkSet;
import io.quittance.stage.WorkSets;
import io.quittance.stage.WorkSets.Freezing;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.Job;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Proposes a payment run for one entity. While a run is open, its documents stay reserved and no other is proposed. */
public final class ProposeStage implements Stage {

    private final Parts parts;
    private final String entity;
    private final @Nullable LocalDate askedPayDate;

    ProposeStage(Parts parts, String entity, @Nullable LocalDate askedPayDate) {
        this.parts = parts;
        this.entity = entity;
        this.askedPayDate = askedPayDate;
    }

    /** What a stage of any entity works with. */
    record Parts(
            Session session,
            FrozenConfiguration configuration,
            WorkSets workSets,
            Runs runs,
            Candidates candidates,
            Job job,
            JdbcClient jdbc) {}

    @Override
    public String name() {
        return "propose";
    }

    @Override
    public String scope() {
        return entity;
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
        if (parts.runs().openOf(entity).isPresent()) {
            return Optional.empty();
        }
        String digest = parts.configuration().freeze();
        Loaded loaded = parts.configuration().get(digest);
        LocalDate businessDate = parts.session().businessDate();
        LocalDate payDate = askedPayDate == null ? loaded.nextBankDay(entity, businessDate) : askedPayDate;
        LocalDate horizon = payDate.plusDays(loaded.settings().horizonDays());
        if (!parts.candidates().anyPayable(entity, horizon)) {
            return Optional.empty();
        }
        Entity payer = loaded.register().entity(entity, businessDate).orElseThrow();
        WorkSet set = parts.workSets().freeze(new Freezing(name(), entity, businessDate, digest), 1, null);
        int sequence = parts.runs().nextSequence(entity, payDate);
        parts.runs()
                .insert(new Run(
                        "%s-%s-%02d".formatted(entity, payDate.format(DateTimeFormatter.BASIC_ISO_DATE), sequence),
                        set.id(),
                        entity,
                        payer.functionalCurrency().getCode(),
                        payDate,
                        sequence,
                        horizon,
                        businessDate,
                        parts.session().user(),
                        null,
                        null,
                        null));
        return Optional.of(set);
    }

    @Override
    public StageOutcome outcome(WorkSet workSet) {
        String run = parts.runs().ofWorkSet(workSet.id()).id();
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.of("run", run));
        parts.jdbc().sql("""
                        select d.outcome, i.currency, count(*) as documents,
                               sum(case i.kind when 'INVOICE' then i.due_minor else -i.due_minor end)::bigint as sum
                        from quittance.run_decision d join quittance.invoice i on i.id = d.invoice
                        where d.run = ? group by 1, 2 order by 1 desc, 2
                        """).params(run).query(row -> {
            figures.add(Figure.counted(
                    row.getString(1).toLowerCase(Locale.ROOT), row.getLong(3), row.getString(2), row.getLong(4)));
        });
        return new StageOutcome(name(), workSet.id(), figures);
    }
}
