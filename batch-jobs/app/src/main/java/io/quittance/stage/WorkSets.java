package io.quittance.stage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The frozen work of every stage. A stage has at most one open set per scope: the next start goes on with it. */
@Repository
public class WorkSets {

    private static final String COLUMNS =
            "id, stage, scope, business_date, sequence, config_digest, rates_mark," + " partitions, content, state";

    private final JdbcClient jdbc;

    public WorkSets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The set that an earlier start of the stage began and did not finish. */
    public Optional<WorkSet> open(String stage, String scope) {
        return jdbc.sql("select " + COLUMNS
                        + " from quittance.work_set where stage = ? and scope = ? and state = 'OPEN'")
                .params(stage, scope)
                .query(WorkSets::row)
                .optional();
    }

    /** The set with this id. @throws org.springframework.dao.EmptyResultDataAccessException when there is none */
    public WorkSet get(String id) {
        return jdbc.sql("select " + COLUMNS + " from quittance.work_set where id = ?")
                .params(id)
                .query(WorkSets::row)
                .single();
    }

    /** The newest finished set of a stage and scope. */
    public Optional<WorkSet> latestDone(String stage, String scope) {
        return jdbc.sql("select " + COLUMNS
                        + " from quittance.work_set where stage = ? and scope = ? and state = 'DONE'"
                        + " order by business_date desc, sequence desc limit 1")
                .params(stage, scope)
                .query(WorkSets::row)
                .optional();
    }

    /**
     * Opens a new set. Call it in the transaction that also writes what the set consists of.
     *
     * @param content what else the stage freezes, null for nothing
     */
    public WorkSet freeze(Freezing freezing, int partitions, @Nullable String content) {
        int sequence = nextSequence(freezing);
        String id = id(freezing, sequence);
        jdbc.sql("insert into quittance.work_set (id, stage, scope, business_date, sequence, config_digest, rates_mark,"
                        + " sheets_mark, registry_mark, partitions, content) values (?, ?, ?, ?, ?, ?, (select coalesce(max(mark), 0) from quittance.rate),"
                        + " (select coalesce(max(mark), 0) from quittance.time_sheet),"
                        + " (select mark from quittance.registry_newest), ?, ?)")
                .param(id)
                .param(freezing.stage())
                .param(freezing.scope())
                .param(freezing.businessDate())
                .param(sequence)
                .param(freezing.configDigest())
                .param(partitions)
                .param(content)
                .update();
        return get(id);
    }

    /** Marks a set as finished; its job never runs again. */
    public void finish(String id) {
        jdbc.sql("update quittance.work_set set state = 'DONE' where id = ?")
                .params(id)
                .update();
    }

    private int nextSequence(Freezing freezing) {
        return jdbc.sql("select coalesce(max(sequence), 0) + 1 from quittance.work_set"
                        + " where stage = ? and scope = ? and business_date = ?")
                .params(freezing.stage(), freezing.scope(), freezing.businessDate())
                .query(Integer.class)
                .single();
    }

    private static String id(Freezing freezing, int sequence) {
        String scope = freezing.scope().isEmpty() ? "" : "-" + freezing.scope();
        return "%s%s-%s-%02d"
                .formatted(
                        freezing.stage(),
                        scope,
                        freezing.businessDate().format(DateTimeFormatter.BASIC_ISO_DATE),
                        sequence);
    }

    private static WorkSet row(ResultSet row, int number) throws SQLException {
        return new WorkSet(
                row.getString("id"),
                row.getString("stage"),
                row.getString("scope"),
                row.getObject("business_date", LocalDate.class),
                row.getInt("sequence"),
                row.getString("config_digest"),
                row.getLong("rates_mark"),
                row.getInt("partitions"),
                row.getString("content"),
                row.getString("state").equals("DONE"));
    }

    /** What a new set is opened for. */
    public record Freezing(String stage, String scope, LocalDate businessDate, String configDigest) {}
}
