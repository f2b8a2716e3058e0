package io.quittance.payment.job;

import io.quittance.engine.Gate;
import io.quittance.engine.HeldGate;
import io.quittance.engine.JobGate;
import io.quittance.payment.Approvals;
import io.quittance.payment.Approvals.Approval;
import io.quittance.payment.RunState;
import io.quittance.payment.store.Run;
import io.quittance.payment.store.Runs;
import io.quittance.platform.configuration.User;
import io.quittance.stage.Audit;
import io.quittance.stage.WorkSets;
import java.util.List;
import java.util.Objects;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** What people do with runs. Each act locks the run's row, so that two acts at once have an order, and is audited. */
@Component
public class RunActs {

    private final TransactionOperations transactions;
    private final JobGate gates;
    private final Runs runs;
    private final RunContexts contexts;
    private final RunDigests digests;
    private final WorkSets workSets;
    private final Audit audit;
    private final JdbcClient jdbc;

    public RunActs(
            TransactionOperations transactions,
            JobGate gates,
            Runs runs,
            RunContexts contexts,
            RunDigests digests,
            WorkSets workSets,
            Audit audit,
            JdbcClient jdbc) {
        this.transactions = transactions;
        this.gates = gates;
        this.runs = runs;
        this.contexts = contexts;
        this.digests = digests;
        this.workSets = workSets;
        this.audit = audit;
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

    /** One document of a run. */
    public record Line(
            String outcome,
            String contractor,
            String name,
            String number,
            String currency,
            long minor,
            @Nullable String payment,
            String reason) {}

    /** Why an act was refused; the message says it. */
    public static final class NotAllowed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotAllowed(String message) {
            super(message);
        }
    }

    /** The run as it is. */
    public Shown show(String id) {
        return in(() -> shown(run(id)));
    }

    /** Signs the content of a run as this user. @param digest what the user was shown, null for the content as it is */
    public Shown approve(String id, @Nullable String digest, User user) {
        return in(() -> {
            Run run = lock(id);
            if (run.state() != RunState.PROPOSED && run.state() != RunState.APPROVED) {
                throw new NotAllowed(id + " is " + run.state() + " and cannot be approved");
            }
            RunContext context = contexts.of(run);
            String current = digests.digest(context);
            String seen = digest == null || current.startsWith(digest) && digest.length() >= 12 ? current : digest;
            List<Approval> given = runs.approvals(id);
            Approvals.refusal(user.name(), run.proposedBy(), given, seen, current)
                    .ifPresent(reason -> {
                        throw new NotAllowed(reason);
                    });
            requireLimit(run, user);
            runs.approve(id, new Approval(user.name(), current));
            audit.noteAs(user.name(), "run.approve", id, "digest " + current);
            boolean enough =
                    Approvals.suffice(runs.approvals(id), run.proposedBy(), current, context.approvalsNeeded());
            if (enough && run.state() == RunState.PROPOSED) {
                runs.move(id, RunState.APPROVED);
            }
            return shown(run(id));
        });
    }

    /** Gives up a run that was not released. Takes the pipeline's gate, so that it cannot meet a release. */
    public void cancel(String id) {
        try (HeldGate held = gates.take(Gate.PIPELINE)) {
            in(() -> {
                Run run = lock(id);
                boolean open = run.state() == RunState.PROPOSED || run.state() == RunState.APPROVED;
                if (!open || workSets.open("release", id).isPresent()) {
                    throw new NotAllowed(id + " is " + run.state() + " and cannot be cancelled any more");
                }
                runs.move(id, RunState.CANCELLED);
                runs.freeSettlements(id);
                audit.note("run.cancel", id, null);
                return run;
            });
        }
    }

    private void requireLimit(Run run, User user) {
        Money limit = user.approvalLimit();
        if (limit == null) {
            return;
        }
        long total = jdbc.sql("select coalesce(sum(functional_minor), 0)::bigint from quittance.payment where run = ?")
                .params(run.id())
                .query(Long.class)
                .single();
        boolean same = limit.getCurrencyUnit().getCode().equals(run.functionalCurrency());
        if (same && total > limit.getAmountMinorLong()) {
            throw new NotAllowed("the run is worth more than " + user.name() + " may approve, " + limit);
        }
    }

    private Shown shown(Run run) {
        RunContext context = contexts.of(run);
        String digest = Objects.requireNonNullElse(run.digest(), "");
        int valid = (int) Approvals.valid(runs.approvals(run.id()), run.proposedBy(), digest).stream()
                .map(Approval::user)
                .distinct()
                .count();
        return new Shown(run, valid, context.approvalsNeeded(), totals(run.id()), lines(run.id()));
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
        return jdbc.sql("""
                        select d.outcome, i.contractor, i.contractor_name, i.number, i.currency,
                               case i.kind when 'INVOICE' then i.due_minor else -i.due_minor end as minor,
                               d.payment, d.reason
                        from quittance.run_decision d join quittance.invoice i on i.id = d.invoice
                        where d.run = ?
                        order by array_position(array['PAID', 'NETTED', 'HELD', 'LATER', 'EXCLUDED'], d.outcome),
                                 i.contractor, i.issue_date, i.number
                        """)
                .params(run)
                .query((row, n) -> new Line(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getLong(6),
                        row.getString(7),
                        row.getString(8)))
                .list();
    }

    private Run run(String id) {
        return runs.find(id).orElseThrow(() -> new NotAllowed("there is no run " + id));
    }

    private Run lock(String id) {
        return runs.lock(id).orElseThrow(() -> new NotAllowed("there is no run " + id));
    }

    private interface Act<T> {
        T act();
    }

    private <T> T in(Act<T> act) {
        return Objects.requireNonNull(transactions.execute(status -> act.act()));
    }
}
