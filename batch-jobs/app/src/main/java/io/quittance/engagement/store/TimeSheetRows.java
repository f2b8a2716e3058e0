package io.quittance.engagement.store;

import io.quittance.engagement.TimeSheet;
import io.quittance.engagement.TimeSheet.Status;
import io.quittance.engagement.TimeSheetBook;
import io.quittance.engagement.Work;
import io.quittance.engine.copy.CopyRow;
import io.quittance.engine.copy.CopyTable;
import io.quittance.engine.copy.CopyWriter;
import io.quittance.finding.Place;
import io.quittance.invoice.Period;
import io.quittance.party.WorkUnit;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** Time sheets and milestones: insert-only, each revision once. */
@Repository
public class TimeSheetRows {

    private static final CopyTable SHEET = CopyTable.of(
            "quittance.time_sheet",
            "contract",
            "name",
            "revision",
            "unit",
            "period_from",
            "period_to",
            "milestone",
            "quantity",
            "currency",
            "status",
            "approved_by",
            "approved_on",
            "file",
            "line");

    private final JdbcClient jdbc;
    private final CopyWriter copy;

    public TimeSheetRows(JdbcClient jdbc, CopyWriter copy) {
        this.jdbc = jdbc;
        this.copy = copy;
    }

    /** The newest time sheet recorded so far: whoever freezes it sees time sheets up to it and none after. */
    public long mark() {
        return jdbc.sql("select coalesce(max(mark), 0) from quittance.time_sheet")
                .query(Long.class)
                .single();
    }

    /** Every revision that is recorded of these contracts. */
    public List<TimeSheet> of(Collection<String> contracts) {
        return jdbc.sql("select * from quittance.time_sheet where contract = any(?) order by contract, name, revision")
                .params(texts(contracts))
                .query((row, n) -> sheet(row))
                .list();
    }

    /** How much of the work of these contracts was billed, by {@link TimeSheetBook#key}. */
    public Map<String, BigDecimal> billed(Collection<String> contracts) {
        Map<String, BigDecimal> billed = new HashMap<>();
        jdbc.sql("select contract, name, billed from quittance.work_use where contract = any(?)")
                .params(texts(contracts))
                .query((RowCallbackHandler)
                        row -> billed.put(TimeSheetBook.key(row.getString(1), row.getString(2)), row.getBigDecimal(3)));
        return billed;
    }

    /** Records new rows of a file, in its order. */
    public void record(String file, List<TimeSheet> sheets) {
        copy.write(SHEET, sheets, (row, sheet) -> sheet(row, sheet, file));
    }

    /** Those of the files of which something was refused when they were read last. */
    public Set<String> barren(Set<String> files) {
        return Set.copyOf(jdbc.sql("""
                        select file from (select distinct on (file) file, refused from quittance.time_sheet_file_result
                                          where file = any(?) order by file, attempt desc) last
                        where refused
                        """).params(texts(files)).query(String.class).list());
    }

    /** How often a file was read before. */
    public int attempts(String file) {
        return jdbc.sql("select count(*) from quittance.time_sheet_file_result where file = ?")
                .params(file)
                .query(Integer.class)
                .single();
    }

    /**
     * A file that a work set read.
     *
     * @param recorded rows that were new
     * @param refused whether anything of it was refused
     */
    public record Delivered(String file, int attempt, UUID subject, int recorded, boolean refused) {}

    /** Records what became of a file. */
    public void record(String workSet, Delivered file) {
        jdbc.sql("insert into quittance.time_sheet_file_result (file, attempt, work_set, subject, recorded, refused)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(file.file(), file.attempt(), workSet, file.subject(), file.recorded(), file.refused())
                .update();
    }

    /** The files that a work set read, in the order of their content. */
    public List<Delivered> readBy(String workSet) {
        return jdbc.sql("select file, attempt, subject, recorded, refused from quittance.time_sheet_file_result"
                        + " where work_set = ? order by file")
                .params(workSet)
                .query((row, n) -> new Delivered(
                        row.getString("file"),
                        row.getInt("attempt"),
                        row.getObject("subject", UUID.class),
                        row.getInt("recorded"),
                        row.getBoolean("refused")))
                .list();
    }

    private static SqlArrayValue texts(Collection<String> texts) {
        return new SqlArrayValue("text", texts.toArray());
    }

    private static void sheet(CopyRow row, TimeSheet sheet, String file) {
        Work work = sheet.work();
        Period period = work.period();
        row.text(sheet.contract())
                .text(work.name())
                .number(work.revision())
                .text(work.unit() == null ? null : work.unit().name())
                .date(period == null ? null : period.from())
                .date(period == null ? null : period.to())
                .text(work.milestone())
                .decimal(work.quantity())
                .text(sheet.currency())
                .text(sheet.status().name())
                .text(sheet.approvedBy())
                .date(sheet.approvedOn())
                .text(file)
                .number(sheet.place().line());
    }

    private static TimeSheet sheet(ResultSet row) throws SQLException {
        return new TimeSheet(
                Place.of(row.getString("file"), row.getLong("line")),
                row.getString("contract"),
                work(row),
                row.getString("currency"),
                Status.valueOf(row.getString("status")),
                row.getString("approved_by"),
                row.getObject("approved_on", LocalDate.class));
    }

    /** The work of a row of {@code quittance.time_sheet}. */
    static Work work(ResultSet row) throws SQLException {
        BigDecimal quantity = row.getBigDecimal("quantity").stripTrailingZeros();
        int revision = row.getInt("revision");
        String milestone = row.getString("milestone");
        return milestone == null
                ? Work.time(WorkUnit.valueOf(row.getString("unit")), period(row), quantity, revision)
                : Work.milestone(milestone, quantity, revision);
    }

    private static Period period(ResultSet row) throws SQLException {
        return new Period(day(row, "period_from"), day(row, "period_to"));
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        @Nullable LocalDate day = row.getObject(column, LocalDate.class);
        return Objects.requireNonNull(day, column);
    }
}
