package io.quittance.cli;

import io.quittance.platform.configuration.Role;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** What is there. */
@Command(
        name = "list",
        description =
                "Lists invoices, findings, matches, work, registry, registry-later, payments, files, postings, vat or ties.")
final class ListCommand extends Verb implements Callable<Integer> {

    private static final int ROWS_AT_ONCE = 1_000;
    private static final int MOST_IN_A_TABLE = 10_000;

    /** What can be listed, each a view of the database with its columns in the order in which they are read. */
    private static final Map<String, String> VIEWS = Map.ofEntries(
            Map.entry("invoices", """
                    select entity, contractor, kind, number, issue_date, due_date, currency, sign * net as net, sign * vat as vat,
                           sign * gross as gross, sign * payable as payable, verdict, state, treatment, run, payment, file, position,
                           line, id
                    from quittance.list_invoices cross join lateral (select case when kind = 'CREDIT_NOTE' then -1 else 1 end as sign) s
                    order by entity, contractor, issue_date, number, file, position
                    """),
            Map.entry("findings", "select * from quittance.list_findings order by file, line, code"),
            Map.entry(
                    "matches",
                    "select * from quittance.list_matches order by entity, contractor, number, file, position, line"),
            Map.entry("work", "select * from quittance.list_work order by contract, work"),
            Map.entry(
                    "registry",
                    "select * from quittance.list_registry_answers order by number, day, register, requester nulls first"),
            Map.entry(
                    "registry-later",
                    "select * from quittance.list_registry_later order by entity, contractor, tax_point, number, party"),
            Map.entry("payments", "select * from quittance.list_payments order by payment"),
            Map.entry("files", "select * from quittance.list_files order by run, file"),
            Map.entry("postings", "select * from quittance.list_postings order by number, position"),
            Map.entry("vat", "select * from quittance.list_vat order by entity, period, treatment, number"),
            Map.entry("ties", """
                    select id, scope, title, currency,
                           case when currency is null then expected else quittance.amount(expected, currency) end as expected,
                           case when currency is null then actual else quittance.amount(actual, currency) end as actual, passed
                    from quittance.list_ties order by id, scope, currency
                    """));

    @Parameters(
            paramLabel = "WHAT",
            description =
                    "invoices, findings, matches, work, registry, registry-later, payments, files, postings, vat or ties.")
    String what = "";

    @Override
    public Integer call() {
        String sql = VIEWS.get(what);
        if (sql == null) {
            throw new Refused(
                    ExitCode.USAGE,
                    "there is no list of '" + what + "'; there are "
                            + VIEWS.keySet().stream().sorted().toList());
        }
        try (AppSession app = AppSession.look(globals(), null, Role.OPERATE)) {
            app.get(TransactionOperations.class).executeWithoutResult(status -> list(app.get(JdbcClient.class), sql));
            return ExitCode.DONE.code;
        }
    }

    /** Row by row, so that a million rows need no memory; a table is as wide as its cells and therefore ends somewhere. */
    private void list(JdbcClient jdbc, String sql) {
        jdbc.sql(sql).withFetchSize(ROWS_AT_ONCE).query((ResultSet result) -> {
            var table = new Table(columns(result.getMetaData()));
            if (globals().format() == Globals.Format.TABLE) {
                printTable(table, result);
            } else {
                table.begin(globals().format(), out());
                while (result.next()) {
                    table.now(globals().format(), out(), cells(result));
                }
            }
            return true;
        });
    }

    private void printTable(Table table, ResultSet result) throws SQLException {
        int rows = 0;
        while (result.next() && rows < MOST_IN_A_TABLE) {
            table.row(cells(result));
            rows++;
        }
        print(table);
        if (rows == MOST_IN_A_TABLE) {
            err().println("only the first " + rows + " rows; --format csv or --json prints all");
        }
    }

    private static String[] columns(ResultSetMetaData columns) throws SQLException {
        var names = new String[columns.getColumnCount()];
        for (int i = 0; i < names.length; i++) {
            names[i] = columns.getColumnName(i + 1);
        }
        return names;
    }

    private static @Nullable Object[] cells(ResultSet row) throws SQLException {
        var cells = new @Nullable Object[row.getMetaData().getColumnCount()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = row.getObject(i + 1);
        }
        return cells;
    }
}
