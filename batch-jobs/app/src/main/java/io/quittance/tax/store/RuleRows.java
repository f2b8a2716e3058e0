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

    /** The length of a filing period, and a month with which one begins, counted from January: what the rows say of an entry's month. */
    private static final String FILED = """
            select case r.cells ->> 'length' when 'MONTH' then 1 when 'TWO_MONTHS' then 2 when 'QUARTER' then 3 when 'FOUR_MONTHS' then 4
                                             when 'HALF_YEAR' then 6 else 12 end as months,
                   coalesce(nullif(r.cells ->> 'first_month', '')::integer, 1) - 1 as begins
            from quittance.rule r
            where r.sheet = 'return-periods' and r.cells ->> 'entity' in (v.entity, '*')
              and coalesce(r.cells ->> 'jurisdiction', '*') in (v.jurisdiction, '*')
              and coalesce(nullif(r.cells ->> 'valid_from', '')::date, v.period) <= v.period
              and coalesce(nullif(r.cells ->> 'valid_to', '')::date, v.period) >= v.period
            order by r.cells ->> 'entity' = '*', coalesce(r.cells ->> 'jurisdiction', '*') = '*', r.recorded_at desc limit 1
            """;

    /**
     * The last day for which a row was in use, each by the day that it is chosen by: rates and treatments by the day whose rules hold,
     * tax points by the last day of the supply, roundings and deductions by the tax point, boxes by the day of the rate or else by the last
     * day of the period, withholding by the day that is counted on. Rows that nothing names (territories, treaties) are taken to be in use on every
     * day that was worked on; a row that something could name and nothing does, was never in use.
     */
    private static final String LAST_USE = """
            with entries as (
                select x.sheet, x.id, x.day, v.id as entry, v.entity, v.jurisdiction, v.period
                from quittance.vat_entry v
                join quittance.assessment a on a.invoice = v.invoice and a.latest
                left join quittance.tax_dates d on d.invoice = a.invoice and d.attempt = a.attempt
                cross join lateral (values
                    ('rates', v.rate_row, coalesce(d.exchange_day, a.tax_point)),
                    ('treatment-rules', v.treatment_rule, coalesce(d.exchange_day, a.tax_point)),
                    ('tax-points', v.tax_point_row, coalesce(d.performed_to, d.invoiced, a.tax_point)),
                    ('rounding-policies', v.rounding_row, a.tax_point),
                    ('recovery-rules', v.recovery_row, a.tax_point),
                    ('return-boxes', v.box_row, coalesce(d.exchange_day, a.tax_point))) as x (sheet, id, day)
                where v.tax_point_row <> 'paid'),
            used as (
                select case when v.sheet <> 'return-boxes'
                              or coalesce((select min(nullif(r.cells ->> 'valid_from', '')) from quittance.rule r
                                           where r.sheet = v.sheet and r.id = v.id)::date, v.day) <= v.day
                            then v.day
                            else (coalesce((select o.last_day from quittance.vat_return_entry e join quittance.vat_return o on o.id = e.return_id
                                            where e.entry = v.entry),
                                           (select (v.period + make_interval(months => f.months
                                                        - mod(extract(month from v.period)::integer - 1 - f.begins + 12, f.months)))::date - 1
                                            from (""" + FILED + """
                                            ) f),
                                           (v.period + interval '1 month')::date - 1)) end as day
                from entries v where v.sheet = :sheet and v.id = :id
                union all select counted_on from quittance.withholding where :sheet = 'withholding-rules' and rule = :id
                union all select r.last_day from quittance.vat_return_line l join quittance.vat_return r on r.id = l.return_id
                          where :sheet = 'return-forms' and l.form_row = :id)
            select case when :sheet in ('rates', 'treatment-rules', 'tax-points', 'rounding-policies', 'recovery-rules', 'return-boxes',
                                        'withholding-rules', 'return-forms')
                        then (select max(day) from used)
                        else greatest((select max(business_date) from quittance.work_set where id <> :work), (select max(tax_point) from quittance.vat_entry),
                                      (select max(pay_date) from quittance.withholding))
                   end
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
                .param("sheet", ending.sheet)
                .param("id", ending.id)
                .param("work", workSet)
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
