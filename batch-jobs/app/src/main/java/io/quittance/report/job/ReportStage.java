package io.quittance.report.job;

import io.quittance.engine.Gate;
import io.quittance.reconciliation.store.Ties;
import io.quittance.report.store.Workbooks;
import io.quittance.report.store.Workbooks.Due;
import io.quittance.stage.FrozenConfiguration;
import io.quittance.stage.Session;
import io.quittance.stage.Stage;
import io.quittance.stage.StageOutcome;
import io.quittance.stage.StageOutcome.Figure;
import io.quittance.stage.WorkSet;
import io.quittance.stage.WorkSets;
import io.quittance.stage.WorkSets.Freezing;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.batch.core.job.Job;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes the workbook of each run that has moved, and that of the month when anything has. */
@Component
public class ReportStage implements Stage {

    private static final String FIELD = "\t";

    private final Session session;
    private final FrozenConfiguration configuration;
    private final WorkSets workSets;
    private final Workbooks workbooks;
    private final Ties ties;
    private final Job job;
    private final JdbcClient jdbc;

    public ReportStage(
            Session session,
            FrozenConfiguration configuration,
            WorkSets workSets,
            Workbooks workbooks,
            Ties ties,
            @Qualifier("report") Job job,
            JdbcClient jdbc) {
        this.session = session;
        this.configuration = configuration;
        this.workSets = workSets;
        this.workbooks = workbooks;
        this.ties = ties;
        this.job = job;
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "report";
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
    public Optional<WorkSet> freeze() {
        List<Due> due = due();
        if (due.isEmpty()) {
            return Optional.empty();
        }
        String content =
                due.stream().map(one -> one.scope() + FIELD + one.state()).collect(Collectors.joining("\n"));
        return Optional.of(workSets.freeze(
                new Freezing(name(), scope(), session.businessDate(), configuration.freeze()), 1, content));
    }

    private List<Due> due() {
        List<Due> due = new ArrayList<>(workbooks.dueRuns());
        var month = new Due(YearMonth.from(session.businessDate()).toString(), ties.state());
        boolean empty = jdbc.sql("select not exists (select 1 from quittance.intake_delivery)")
                .query(Boolean.class)
                .single();
        if (!empty && !workbooks.isWritten(month)) {
            due.add(month);
        }
        return due;
    }

    /** What a work set froze. */
    static List<Due> frozen(WorkSet workSet) {
        return String.valueOf(workSet.content())
                .lines()
                .map(line -> line.split(FIELD, 2))
                .map(fields -> new Due(fields[0], fields[1]))
                .toList();
    }

    @Override
    public StageOutcome outcome(WorkSet workSet) {
        List<Figure> figures = jdbc.sql("select name from quittance.report where work_set = ? order by name")
                .params(workSet.id())
                .query((row, n) ->
                        Figure.of("workbook", session.workspace().reports().resolve(row.getString(1))))
                .list();
        return new StageOutcome(name(), workSet.id(), figures);
    }
}
