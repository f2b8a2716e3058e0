package io.quittance.report.store;

import io.quittance.ledger.Chart;
import io.quittance.ledger.store.Seals;
import io.quittance.payment.store.Run;
import io.quittance.payment.store.Runs;
import io.quittance.report.AboutFacts;
import io.quittance.report.AboutFacts.Accounts;
import io.quittance.report.AboutFacts.Fact;
import io.quittance.report.Workbook;
import io.quittance.report.WorkbookModel;
import io.quittance.stage.FrozenConfiguration;
import io.quittance.stage.Loaded;
import io.quittance.stage.WorkSet;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Draws up workbooks over the database, and remembers which state of the data each one shows. */
@Repository
public class Workbooks {

    /** What a run's workbook depends on; events carry what the bank said. */
    private static final String RUN_STATES = """
            select r.id as scope, concat_ws(' ', r.state, r.digest,
                       (select count(*) from quittance.payment_event e join quittance.payment p on p.id = e.payment where p.run = r.id),
                       (select count(*) from quittance.approval a where a.run = r.id),
                       (select count(*) from quittance.statement s where s.entity = r.entity)) as state
            from quittance.payment_run r where r.state not in ('PROPOSING', 'CANCELLED') order by r.id
            """;

    private final JdbcClient jdbc;
    private final Runs runs;
    private final Seals seals;
    private final FrozenConfiguration configuration;

    public Workbooks(JdbcClient jdbc, Runs runs, Seals seals, FrozenConfiguration configuration) {
        this.jdbc = jdbc;
        this.runs = runs;
        this.seals = seals;
        this.configuration = configuration;
    }

    /** What a workbook is about, and the state of the data that it would show. */
    public record Due(String scope, String state) {}

    /** The run workbooks whose state has moved since they were written. */
    public List<Due> dueRuns() {
        return jdbc
                .sql(RUN_STATES)
                .query((row, n) -> new Due(row.getString("scope"), row.getString("state")))
                .list()
                .stream()
                .filter(due -> !isWritten(due))
                .toList();
    }

    /** Whether the workbook of this scope already shows this state. */
    public boolean isWritten(Due due) {
        return jdbc.sql("select exists (select 1 from quittance.report where scope = ? and state = ?)")
                .params(due.scope(), due.state())
                .query(Boolean.class)
                .single();
    }

    /** The version that the next workbook of a scope gets, from 1. */
    public int nextVersion(String scope) {
        return jdbc.sql("select count(*) + 1 from quittance.report where scope = ?")
                .params(scope)
                .query(Integer.class)
                .single();
    }

    /** Remembers a workbook that was written. */
    public void written(String workSet, Due due, String name, String sha256) {
        jdbc.sql("insert into quittance.report (work_set, scope, state, name, sha256) values (?, ?, ?, ?, ?)")
                .params(workSet, due.scope(), due.state(), name, sha256)
                .update();
    }

    /** Draws up a workbook. Call it in a transaction and write it there: its rows stream. */
    public Workbook draw(Due due, WorkSet workSet) {
        Loaded loaded = configuration.get(workSet.configDigest());
        boolean month = due.scope().matches("[0-9]{4}-[0-9]{2}");
        ReportScope scope = month
                ? ReportScope.ofMonth(YearMonth.parse(due.scope()))
                : ReportScope.ofRun(due.scope(), workSet.businessDate());
        scope.fix(jdbc);
        AboutFacts about = about(scope, workSet, loaded);
        return WorkbookModel.of(new SqlWorkbookContent(jdbc, about, month ? null : due.scope()));
    }

    private AboutFacts about(ReportScope scope, WorkSet workSet, Loaded loaded) {
        Seals.Head head = seals.head();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Written by", "Quittance 0.1.0"));
        facts.add(new Fact("Configuration", workSet.configDigest()));
        facts.add(new Fact("Ledger", "block " + head.block() + ", journals 1 to " + head.number()));
        if (!scope.isMonth()) {
            runs.find(scope.name()).ifPresent(run -> about(run, facts));
        }
        return new AboutFacts(
                scope.isMonth() ? "Period " + scope.name() : "Payment run " + scope.name(),
                loaded.settings().company(),
                scope.name(),
                workSet.businessDate(),
                scope.from(),
                scope.to(),
                workSet.businessDate(),
                head.hex(),
                new Accounts(
                        Chart.PAYABLES.code(),
                        Chart.IN_TRANSIT.code(),
                        Chart.OUTPUT_TAX.code(),
                        Chart.INPUT_TAX.code()),
                facts);
    }

    private void about(Run run, List<Fact> facts) {
        facts.add(new Fact("Entity", run.entity()));
        facts.add(new Fact("Pay date", run.payDate().toString()));
        facts.add(new Fact("State", String.valueOf(run.state())));
        facts.add(new Fact("Proposed by", run.proposedBy()));
        runs.approvals(run.id()).forEach(approval -> facts.add(new Fact("Approved by", approval.user())));
        if (run.releasedBy() != null) {
            facts.add(new Fact("Released by", run.releasedBy()));
        }
        facts.add(new Fact("Signed content", String.valueOf(run.digest())));
    }
}
