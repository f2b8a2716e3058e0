package io.quittance.payment.job;

import io.quittance.engine.Gate;
import io.quittance.fx.RateBook;
import io.quittance.fx.store.Rates;
import io.quittance.payment.Decision;
import io.quittance.payment.Outcome;
import io.quittance.payment.PayeePlan;
import io.quittance.payment.PayeePlanner;
import io.quittance.payment.RunTerms;
import io.quittance.payment.store.Candidates;
import io.quittance.payment.store.Candidates.Scope;
import io.quittance.payment.store.Run;
import io.quittance.payment.store.Runs;
import io.quittance.platform.configuration.Role;
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
import io.quittance.withholding.store.Withholdings;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.job.Job;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Proposes a payment run for one entity. While a run is open, its documents stay reserved and no other is proposed. */
public final class ProposeStage implements Stage {

    private static final Logger LOG = LoggerFactory.getLogger(ProposeStage.class);

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
            Withholdings withholdings,
            Rates rates,
            RuleRows rules,
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
        requireBankDay(payDate, loaded);
        int sequence = parts.runs().nextSequence(entity, payDate);
        RunTerms terms = new RunTerms(
                "%s-%s-%02d".formatted(entity, payDate.format(DateTimeFormatter.BASIC_ISO_DATE), sequence),
                loaded.register().entity(entity, businessDate).orElseThrow(),
                payDate,
                payDate.plusDays(loaded.settings().horizonDays()),
                businessDate);
        if (!parts.candidates().anyDue(entity, terms.horizon(), terms.businessDate())
                || !settlesAnything(terms, loaded)) {
            return Optional.empty();
        }
        requireProposer(loaded);
        WorkSet set = parts.workSets().freeze(new Freezing(name(), entity, businessDate, digest), 1, null);
        parts.rules().record(set.id(), loaded.taxFolder());
        parts.runs().insert(proposed(terms, set, sequence, loaded.settings().approvers()));
        parts.candidates().freeze(terms.run(), entity);
        return Optional.of(set);
    }

    @Override
    public List<Figure> waiting() {
        return parts.runs()
                .openOf(entity)
                .map(open -> List.of(Figure.of("waits for people", open.id())))
                .orElseGet(() -> parts.candidates().open(entity).stream()
                        .map(sum -> Figure.counted(
                                sum.verdict().toLowerCase(Locale.ROOT), sum.documents(), sum.currency(), sum.minor()))
                        .toList());
    }

    private Run proposed(RunTerms terms, WorkSet set, int sequence, int approvals) {
        return new Run(
                terms.run(),
                set.id(),
                entity,
                terms.entity().functionalCurrency().getCode(),
                terms.payDate(),
                sequence,
                terms.horizon(),
                terms.businessDate(),
                parts.session().user(),
                approvals,
                null,
                null,
                null);
    }

    private void requireBankDay(LocalDate payDate, Loaded loaded) {
        LocalDate on = parts.session().businessDate();
        PayDay.obstacle(payDate, on, loaded.bankDaysOf(entity, on)).ifPresent(problem -> {
            throw RunRefused.usage(
                    problem + ".",
                    "The next bank day of " + entity + " is " + loaded.nextBankDay(entity, on)
                            + "; leave out --pay-date for that.");
        });
    }

    /** Whoever starts the night may do all of it but this: a run begins with somebody who answers for it. */
    private void requireProposer(Loaded loaded) {
        String user = parts.session().user();
        boolean may = loaded.configuration()
                .users()
                .named(user)
                .filter(known -> known.may(Role.PROPOSE))
                .isPresent();
        if (!may) {
            throw RunRefused.notAllowed(
                    user + " may not propose a payment run for " + entity + ": it needs the role propose.",
                    "Ask somebody who has it, or change config/users.yaml.");
        }
    }

    /** A run that would pay and settle nothing would only be in the way of the next: such documents wait without one. */
    private boolean settlesAnything(RunTerms terms, Loaded loaded) {
        RateBook rates = (payer, purpose, amount, into, on) -> loaded.fx()
                .book(parts.rates().upTo(parts.rates().mark()), loaded.jurisdictions())
                .convert(payer, purpose, amount, into, on);
        PayeePlanner planner = new RunContext(terms, rates, loaded, 0).planner(parts.withholdings(), 0);
        String first = null;
        var reader = new ContractorReader(
                parts.candidates(),
                new Scope(
                        entity, null, terms.businessDate(), loaded.withholding().materials()));
        for (var documents = reader.read(); documents != null; documents = reader.read()) {
            PayeePlan plan = planner.plan(documents);
            if (!plan.payments().isEmpty() || !plan.nettings().isEmpty()) {
                return true;
            }
            first = first == null ? excluded(plan) : first;
        }
        LOG.warn("{}: documents are due, and none can be paid: {}", entity, first);
        return false;
    }

    private static @Nullable String excluded(PayeePlan plan) {
        return plan.decisions().stream()
                .filter(decision -> decision.outcome() == Outcome.EXCLUDED)
                .map(Decision::reason)
                .findFirst()
                .orElse(null);
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
