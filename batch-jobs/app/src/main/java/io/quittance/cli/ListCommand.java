package io.quittance.cli;

import io.quittance.platform.configuration.Role;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** What is there. */
@Command(name = "list", description = "Lists invoices, findings, payments, files, postings, vat or ties.")
final class ListCommand extends Verb implements Callable<Integer> {

    /** What can be listed, each a view of the database with its columns in the order in which they are read. */
    private static final Map<String, String> VIEWS = Map.of(
            "invoices",
                    "select * from quittance.list_invoices order by entity, contractor, issue_date, number, file, position",
            "findings", "select * from quittance.list_findings order by file, line, code",
            "payments", "select * from quittance.list_payments order by payment",
            "files", "select * from quittance.list_files order by run, file",
            "postings", "select * from quittance.list_postings order by number, position",
            "vat", "select * from quittance.list_vat order by entity, period, treatment, number",
            "ties", "select * from quittance.list_ties order by id, scope, currency");

    @Parameters(paramLabel = "WHAT", description = "invoices, findings, payments, files, postings, vat or ties")
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
            var result = app.get(JdbcClient.class).sql(sql).query().rowSet();
            var table = new Table(result.getMetaData().getColumnNames());
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                var cells = new @Nullable Object[columns];
                for (int i = 0; i < columns; i++) {
                    cells[i] = result.getObject(i + 1);
                }
                table.row(cells);
            }
            print(table);
            return ExitCode.DONE.code;
        }
    }
}
