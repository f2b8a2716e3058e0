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
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/**
 * The rows of {@code config/tax}, kept for ever: whatever id a calculation stored resolves in the database. Rows are inserted,
 * never changed; a configuration that changed one under its id is refused. When the law changes, a row without a last day gets one,
 * once, as a revision of its own: not before it was last in use, so that what was calculated stays right.
 */
@Repository
public class RuleRows {

    private static final String FOLDER = "config/tax/";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String ROWS =
            " from unnest(?::text[], ?::text[], ?::text[], ?::text[]) as n (sheet, id, recorded_at, cells) ";

    private static final String CELLS = """
            join quittance.rule r using (sheet, id, recorded_at)
            cross join lateral jsonb_each_text(r.cells) c
            """;

    /** A row that was open gets its last day; as soon as it has one, the day is a cell like others. */
    private static final String ENDED =
            " (c.key = 'valid_to' and c.value = '' and n.cells::jsonb ->> c.key ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$') ";

    /** A column that came later may be added to a row, a cell that was stored is what it was. */
    private static final String CHANGED = """
            select n.sheet, n.id, c.key as column_name, c.value as stored, coalesce(n.cells::jsonb ->> c.key, '') as written
            """ + ROWS + CELLS + """
            where c.value <> coalesce(n.cells::jsonb ->> c.key, '') and not
            """ + ENDED + """
            order by n.sheet, n.id, c.key limit 1
            """;

    private static final String ENDINGS = """
            select n.sheet, n.id, c.key as column_name, c.value as stored, n.cells::jsonb ->> c.key as written
            """ + ROWS + CELLS + " where " + ENDED + " order by n.sheet, n.id";

    /**
     * The last day for which a row was in use: the newest tax point or pay date of what names it, the last day of a closed return.
     * Rows that nothing names (territories) are taken to be in use on every day that was worked on.
     */
    private static final String LAST_USE = """
            select coalesce(
                (select max(u.day) from (
                    select x.sheet, x.id, greatest(v.tax_point, a.tax_point) as day
                    from quittance.vat_entry v
                    join quittance.assessment a on a.invoice = v.invoice and a.latest
                    cross join lateral (values ('rates', v.rate_row), ('treatment-rules', v.treatment_rule), ('tax-points', v.tax_point_row),
                                               ('rounding-policies', v.rounding_row), ('recovery-rules', v.recovery_row),
                                               ('return-boxes', v.box_row)) as x (sheet, id)
                    where v.tax_point_row <> 'paid'
                    union all select 'withholding-rules', rule, pay_date from quittance.withholding
                    union all select 'treaty-rates', rule, pay_date from quittance.withholding
                    union all select 'return-forms', l.form_row, r.last_day
                    from quittance.vat_return_line l join quittance.vat_return r on r.id = l.return_id) u
                 where u.sheet = ? and u.id = ?),
                greatest((select max(business_date) from quittance.work_set where id <> ?), (select max(tax_point) from quittance.vat_entry)))
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
                        throw refused(change, rows, "");
                    });
        }
        jdbc.sql(ENDINGS)
                .params(sheets, ids, recorded, cells)
                .query(RuleRows::change)
                .list()
                .forEach(ending -> requireUnusedAfter(ending, workSet, rows));
        return jdbc.sql(RECORD).params(workSet, sheets, ids, recorded, cells).update();
    }

    private void requireUnusedAfter(Change ending, String workSet, List<Written> rows) {
        jdbc.sql(LAST_USE)
                .params(ending.sheet, ending.id, workSet)
                .query((row, n) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single()
                .filter(LocalDate.parse(ending.written)::isBefore)
                .ifPresent(last -> {
                    throw refused(ending, rows, "; it was in use on " + last + " and may end on that day or later");
                });
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

    private static ConfigurationError refused(Change change, List<Written> rows, String besides) {
        String place = rows.stream()
                .filter(row -> row.sheet().equals(change.sheet) && row.id().equals(change.id))
                .map(row -> row.place().at(change.column).toString())
                .findFirst()
                .orElse(change.sheet);
        return ConfigurationError.of(
                "%s%s: row %s was used with %s \"%s\" and now says \"%s\"; a correction is a new row with a later recorded_at%s"
                        .formatted(FOLDER, place, change.id, change.column, change.stored, change.written, besides),
                "Give row " + change.id + " back its " + change.column
                        + ", and write what is new into a row with an id of its own.");
    }
}
