package io.quittance.tax.store;

import io.quittance.platform.configuration.ConfigurationError;
import io.quittance.table.TableError;
import io.quittance.tax.table.RuleSheets;
import io.quittance.tax.table.RuleSheets.Written;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/**
 * The rows of {@code config/tax}, kept for ever: whatever id a calculation stored resolves in the database. Rows are inserted,
 * never changed; a configuration that changed one under its id is refused.
 */
@Repository
public class RuleRows {

    private static final String FOLDER = "config/tax/";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String ROWS =
            " from unnest(?::text[], ?::text[], ?::text[], ?::text[]) as n (sheet, id, recorded_at, cells) ";

    /** A column that came later may be added to a row, a cell that was stored is what it was. */
    private static final String CHANGED = """
            select n.sheet, n.id, c.key as column_name, c.value as stored, coalesce(n.cells::jsonb ->> c.key, '') as written
            """ + ROWS + """
            join quittance.rule r using (sheet, id, recorded_at)
            cross join lateral jsonb_each_text(r.cells) c
            where c.value <> coalesce(n.cells::jsonb ->> c.key, '')
            order by n.sheet, n.id, c.key limit 1
            """;

    /** A correction stands beside what it corrects: a row that got another day of recording is a changed one. */
    private static final String OVERWRITTEN = """
            select r.sheet, r.id, 'recorded_at' as column_name, r.recorded_at as stored, max(n.recorded_at) as written
            """ + ROWS + """
            join quittance.rule r using (sheet, id)
            where r.recorded_at <> ''
            group by r.sheet, r.id, r.recorded_at having not bool_or(r.recorded_at = n.recorded_at)
            order by 1, 2 limit 1
            """;

    private static final String RECORD = """
            insert into quittance.rule_row (sheet, id, recorded_at, revision, cells, work_set)
            select n.sheet, n.id, n.recorded_at, coalesce((select max(revision) from quittance.rule_row r where r.sheet = n.sheet and r.id = n.id
                                                             and r.recorded_at = n.recorded_at), 0) + 1, n.cells::jsonb, ?
            """ + ROWS + """
            where not exists (select 1 from quittance.rule r where r.sheet = n.sheet and r.id = n.id and r.recorded_at = n.recorded_at
                                                              and r.cells = n.cells::jsonb)
            """;

    private final JdbcClient jdbc;

    public RuleRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Keeps the rows that a work set will calculate by. Call it in the transaction that freezes the set, under the gate of the
     * pipeline.
     *
     * @param folder {@code config/tax} as the set froze it
     * @return how many rows, or rows with new columns, were not known
     * @throws ConfigurationError when a row is not what it was; nothing is to be frozen then
     */
    public int record(String workSet, Path folder) {
        List<Written> rows = read(folder);
        SqlArrayValue sheets = array(rows, Written::sheet);
        SqlArrayValue ids = array(rows, Written::id);
        SqlArrayValue recorded = array(rows, Written::recordedAt);
        SqlArrayValue cells = array(rows, row -> JSON.writeValueAsString(row.cells()));
        for (String question : List.of(CHANGED, OVERWRITTEN)) {
            jdbc.sql(question)
                    .params(sheets, ids, recorded, cells)
                    .query(RuleRows::change)
                    .optional()
                    .ifPresent(change -> {
                        throw refused(change, rows);
                    });
        }
        return jdbc.sql(RECORD).params(workSet, sheets, ids, recorded, cells).update();
    }

    private static List<Written> read(Path folder) {
        try {
            return RuleSheets.read(folder);
        } catch (TableError wrong) {
            String place = wrong.place().toString();
            throw ConfigurationError.of(FOLDER + place + ": " + wrong.reason(), "Correct " + FOLDER + place + ".");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + folder, e);
        }
    }

    private static SqlArrayValue array(List<Written> rows, Function<Written, String> of) {
        return new SqlArrayValue("text", rows.stream().map(of).toArray());
    }

    /** A cell that is not what it was. */
    private record Change(String sheet, String id, String column, String stored, String written) {}

    private static Change change(ResultSet row, int number) throws SQLException {
        return new Change(
                row.getString("sheet"),
                row.getString("id"),
                row.getString("column_name"),
                row.getString("stored"),
                row.getString("written"));
    }

    private static ConfigurationError refused(Change change, List<Written> rows) {
        String place = rows.stream()
                .filter(row -> row.sheet().equals(change.sheet) && row.id().equals(change.id))
                .map(row -> row.place().at(change.column).toString())
                .findFirst()
                .orElse(change.sheet);
        return ConfigurationError.of(
                "%s%s: row %s was used with %s \"%s\" and now says \"%s\"; a correction is a new row with a later recorded_at"
                        .formatted(FOLDER, place, change.id, change.column, change.stored, change.written),
                "Give row " + change.id + " back its " + change.column
                        + ", and write what is new into a row with an id of its own.");
    }
}
