package io.quittance.payment.job;

import io.quittance.engine.Gate;
import io.quittance.engine.HeldGate;
import io.quittance.engine.JobGate;
import io.quittance.fx.Conversion;
import io.quittance.fx.Purpose;
import io.quittance.payment.Approvals;
import io.quittance.payment.Approvals.Approval;
import io.quittance.payment.RunState;
import io.quittance.payment.store.Handovers;
import io.quittance.payment.store.Handovers.How;
import io.quittance.payment.store.Handovers.Parcel;
import io.quittance.payment.store.Run;
import io.quittance.payment.store.Runs;
import io.quittance.platform.configuration.User;
import io.quittance.stage.Audit;
import io.quittance.stage.WorkSets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** What people do with runs. Each act locks the run's row, so that two acts at once have an order, and is audited. */
@Component
public class RunActs {

    private static final int SHORTEST_DIGEST = 12;
    private static final String SEE_STATES = "quittance run list tells every run and its state.";

    private static final String LINES = """
            select d.outcome, i.contractor, coalesce(p.payee_name, i.contractor_name), i.number, i.currency,
                   case i.kind when 'INVOICE' then i.due_minor else -i.due_minor end as minor,
                   d.payment, p.account_country || '…' || right(p.account_number, 4), p.debit_account,
                   case when p.id is null then '' else concat_ws(' ',
                       case when p.payee_name is distinct from a.payee_name then 'name' end,
                       case when (p.payee_street, p.payee_building, p.payee_post_code, p.payee_town, p.payee_subdivision,
                                  p.payee_country)
                            is distinct from (a.payee_street, a.payee_building, a.payee_post_code, a.payee_town,
                                  a.payee_subdivision, a.payee_country) then 'address' end,
                       case when (p.account_country, p.account_number, p.account_bic, p.account_system, p.account_member)
                            is distinct from (a.account_country, a.account_number, a.account_bic, a.account_system,
                                  a.account_member) then 'account' end) end as changed,
                   d.reason,
                   (select string_agg(l.code || ' lifted by ' || l.lifted_by || ' on ' || l.on_date || ': ' || l.reason, '; '
                                      order by l.code, l.on_date, l.reason)
                    from quittance.lifted_in_run l where l.run = d.run and l.invoice = d.invoice) as lifted,
                   (select string_agg(w.name || coalesce(': ' || w.below, ' ' || quittance.amount(w.minor, w.currency)
                                      || case w.borne_by when 'PAYER' then ' borne by the payer' else '' end), ', '
                                      order by w.position)
                    from quittance.withholding w where w.run = d.run and w.invoice = d.invoice) as withheld
            from quittance.run_decision d join quittance.invoice i on i.id = d.invoice
            left join quittance.payment p on p.id = d.payment
            left join quittance.assessment a on a.invoice = d.invoice and a.latest
            where d.run = ?
            order by array_position(array['PAID', 'NETTED', 'HELD', 'LATER', 'EXCLUDED'], d.outcome),
                     i.contractor, i.issue_date, i.number
            """;

    private final TransactionOperations transactions;
    private final JobGate gates;
    private final Runs runs;
    private final RunContexts contexts;
    private final RunDigests digests;
    private final WorkSets workSets;
    private final Audit audit;
    private final Staging staging;
    private final HandOver outbox;
    private final Handovers handovers;
    private final JdbcClient jdbc;

    public RunActs(
            TransactionOperations transactions,
            JobGate gates,
            Runs runs,
            RunContexts contexts,
            RunDigests digests,
            WorkSets workSets,
            Audit audit,
            Staging staging,
            HandOver outbox,
            Handovers handovers,
            JdbcClient jdbc) {
        this.transactions = transactions;
        this.gates = gates;
        this.runs = runs;
        this.contexts = contexts;
        this.digests = digests;
        this.workSets = workSets;
        this.audit = audit;
        this.staging = staging;
        this.outbox = outbox;
        this.handovers = handovers;
        this.jdbc = jdbc;
    }

    /**
     * A run as a person sees it.
     *
     * @param valid how many approvals count
     * @param needed how many it takes
     */
    public record Shown(Run run, int valid, int needed, List<Total> totals, List<Line> lines) {

        /** Whether it cannot be released for want of approvals. */
        public boolean waits() {
            return run.state() == RunState.PROPOSED || run.state() == null;
        }
    }

    /** What happens to so many documents of a currency. */
    public record Total(String outcome, String currency, long documents, long minor) {}

    /**
     * One document of a run.
     *
     * @param name of the payee as the payment has it; as the document has it where none is made
     * @param account of the payee, masked: country and the last four digits
     * @param debitAccount our short name of the account that it is paid from
     * @param changed in what the payment is not what the document was accepted for, since the register has changed: of {@code name},
     *     {@code address} and {@code account} those that differ; empty when all is as it was
     * @param lifted by whom and why what held the document was lifted; null when nothing was
     * @param withheld taxes and what was kept back or reported for each, in the document's currency; null for none
     */
    public record Line(
            String outcome,
            String contractor,
            String name,
            String number,
            String currency,
            long minor,
            @Nullable String payment,
            @Nullable String account,
            @Nullable String debitAccount,
            String changed,
            String reason,
            @Nullable String lifted,
            @Nullable String withheld) {}

    /** The run as it is. */
    public Shown show(String id) {
        return in(() -> shown(run(id)));
    }

    /** Signs the content of a run as this user. @param digest what the user was shown, at least its first 12 digits */
    public Shown approve(String id, String digest, User user) {
        return in(() -> {
            Run run = lock(id);
            if (run.state() != RunState.PROPOSED && run.state() != RunState.APPROVED) {
                throw RunRefused.notAllowed(
                        id + " is " + (run.isBeingProposed() ? "being proposed" : run.state())
                                + " and cannot be approved.",
                        SEE_STATES);
            }
            RunContext context = contexts.of(run);
            String current = digests.digest(context);
            String seen = current.startsWith(digest) && digest.length() >= SHORTEST_DIGEST ? current : digest;
            List<Approval> given = runs.approvals(id);
            Approvals.refusal(user.name(), run.proposedBy(), given, seen, current)
                    .ifPresent(reason -> {
                        throw RunRefused.notAllowed(
                                reason + ".", "quittance run show " + id + " tells who proposed it and what to sign.");
                    });
            requireOtherEyes(run, user);
            requireLimit(context, run, user);
            runs.approve(id, new Approval(user.name(), current));
            audit.noteAs(user.name(), "run.approve", id, "digest " + current);
            boolean enough = Approvals.suffice(runs.approvals(id), run.proposedBy(), current, run.approvalsNeeded());
            if (enough && run.state() == RunState.PROPOSED) {
                runs.move(id, RunState.APPROVED);
            }
            return shown(run(id));
        });
    }

    /**
     * Gives up a run that was not released, also one that broke while it was proposed or released. Takes the pipeline's
     * gate, so that nobody works on it meanwhile, and ends what they had begun, so that nobody goes on with it.
     */
    public void cancel(String id) {
        try (HeldGate held = gates.take(Gate.PIPELINE)) {
            in(() -> {
                Run run = lock(id);
                boolean open =
                        run.isBeingProposed() || run.state() == RunState.PROPOSED || run.state() == RunState.APPROVED;
                if (!open) {
                    throw RunRefused.notAllowed(
                            id + " is " + run.state() + " and cannot be cancelled any more.", SEE_STATES);
                }
                workSets.open("propose", run.entity())
                        .filter(set -> set.id().equals(run.workSet()))
                        .ifPresent(set -> workSets.finish(set.id()));
                workSets.open("release", id).ifPresent(set -> workSets.finish(set.id()));
                runs.move(id, RunState.CANCELLED);
                runs.freeSettlements(id);
                audit.note("run.cancel", id, null);
                return run;
            });
            staging.clear(id);
        }
    }

    /** What a person found out about a file that vanished in the middle of its hand-over. */
    public enum Missing {
        /** The bank has it. */
        DELIVERED,
        /** The bank never had it: it may be put into the outbox again. */
        LOST
    }

    /**
     * Settles what became of files of a run that are at neither place. The release then goes on with the others. All of them or
     * none: whoever names a file that is not missing means another one, or says it a second time.
     *
     * @param fates by {@link Parcel#path()}
     */
    public void settleMissing(String id, Map<String, Missing> fates) {
        try (HeldGate held = gates.take(Gate.PIPELINE)) {
            in(() -> {
                RunContext context = contexts.of(lock(id));
                Map<String, Parcel> missing =
                        outbox.missing(id).stream().collect(Collectors.toMap(Parcel::path, Function.identity()));
                fates.keySet().forEach(file -> requireMissing(id, file, missing));
                fates.forEach((file, fate) -> settle(context, Objects.requireNonNull(missing.get(file)), fate));
                return id;
            });
        }
    }

    private static void requireMissing(String run, String file, Map<String, Parcel> missing) {
        if (!missing.containsKey(file)) {
            throw RunRefused.noInput(
                    file + " of " + run + " is not missing.",
                    missing.isEmpty()
                            ? "No file of the run is: quittance run release " + run + " goes on without --missing."
                            : "Missing is " + String.join(", ", new TreeSet<>(missing.keySet())) + ".");
        }
    }

    private void settle(RunContext context, Parcel parcel, Missing fate) {
        switch (fate) {
            case DELIVERED -> handovers.done(parcel, How.CONFIRMED);
            case LOST -> outbox.stageAgain(context, parcel);
        }
        audit.note("run.missing-" + fate.name().toLowerCase(Locale.ROOT), parcel.run(), parcel.path());
    }

    /** Whoever lifted what held a document has decided about it once: somebody else signs the run that pays it. */
    private void requireOtherEyes(Run run, User user) {
        jdbc.sql(
                        "select distinct code, i.number from quittance.lifted_in_run l join quittance.invoice i on i.id = l.invoice"
                                + " where l.run = ? and l.lifted_by = ? order by 2, 1 limit 1")
                .params(run.id(), user.name())
                .query((row, n) -> row.getString(1) + " of " + row.getString(2))
                .optional()
                .ifPresent(lifted -> {
                    throw RunRefused.notAllowed(
                            user.name() + " lifted " + lifted + ", which " + run.id()
                                    + " pays, and may not approve it too.",
                            "Ask an approver who lifted nothing in it; quittance run show " + run.id()
                                    + " tells who did.");
                });
    }

    /** A limit in another currency is compared at the rate of payments: no rate, no approval. */
    private void requireLimit(RunContext context, Run run, User user) {
        Money limit = user.approvalLimit();
        if (limit == null) {
            return;
        }
        long minor = jdbc.sql("select coalesce(sum(functional_minor), 0)::bigint from quittance.payment where run = ?")
                .params(run.id())
                .query(Long.class)
                .single();
        Money worth = Money.ofMinor(CurrencyUnit.of(run.functionalCurrency()), minor);
        if (inCurrencyOf(limit, worth, context).isGreaterThan(limit)) {
            throw RunRefused.notAllowed(
                    "the run is worth more than " + user.name() + " may approve, " + limit + ".",
                    "Ask an approver with a higher limit, or change config/users.yaml.");
        }
    }

    private static Money inCurrencyOf(Money limit, Money worth, RunContext context) {
        CurrencyUnit currency = limit.getCurrencyUnit();
        if (worth.getCurrencyUnit().equals(currency)) {
            return worth;
        }
        String payer = context.terms().entity().id();
        Conversion conversion = context.rates()
                .convert(
                        payer, Purpose.PAYMENT, worth, currency, context.terms().businessDate());
        return switch (conversion) {
            case Conversion.Converted converted -> converted.to();
            case Conversion.Refused refused ->
                throw RunRefused.notAllowed(
                        "the run is in " + worth.getCurrencyUnit() + ", the limit in " + currency
                                + ", and there is no rate between them.",
                        "Give " + currency + " rates, or a limit in " + worth.getCurrencyUnit() + ".");
        };
    }

    private Shown shown(Run run) {
        String digest = Objects.requireNonNullElse(run.digest(), "");
        int valid = (int) Approvals.valid(runs.approvals(run.id()), run.proposedBy(), digest).stream()
                .map(Approval::user)
                .distinct()
                .count();
        return new Shown(run, valid, run.approvalsNeeded(), totals(run.id()), lines(run.id()));
    }

    private List<Total> totals(String run) {
        return jdbc.sql("""
                        select d.outcome, i.currency, count(*) as documents,
                               sum(case i.kind when 'INVOICE' then i.due_minor else -i.due_minor end)::bigint as minor
                        from quittance.run_decision d join quittance.invoice i on i.id = d.invoice
                        where d.run = ? group by 1, 2
                        order by array_position(array['PAID', 'NETTED', 'HELD', 'LATER', 'EXCLUDED'], d.outcome), 2
                        """)
                .params(run)
                .query((row, n) -> new Total(row.getString(1), row.getString(2), row.getLong(3), row.getLong(4)))
                .list();
    }

    private List<Line> lines(String run) {
        return jdbc.sql(LINES)
                .params(run)
                .query((row, n) -> new Line(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getLong(6),
                        row.getString(7),
                        row.getString(8),
                        row.getString(9),
                        row.getString(10),
                        row.getString(11),
                        row.getString(12),
                        row.getString(13)))
                .list();
    }

    private Run run(String id) {
        return runs.find(id).orElseThrow(() -> unknown(id));
    }

    private Run lock(String id) {
        return runs.lock(id).orElseThrow(() -> unknown(id));
    }

    private static RunRefused unknown(String id) {
        return RunRefused.noInput("there is no run " + id + ".", SEE_STATES);
    }

    private interface Act<T> {
        T act();
    }

    private <T> T in(Act<T> act) {
        return Objects.requireNonNull(transactions.execute(status -> act.act()));
    }
}
