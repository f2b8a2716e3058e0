package io.quittance.cli;

import io.quittance.check.Checks;
import io.quittance.cli.Globals.Format;
import io.quittance.platform.workspace.Workspace;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the demo did, on one screen: counts and sums, reasons, ties, and where the files are. */
@Component
class DemoSummary {

    private static final String MONEY = """
            with documents as (
                select i.currency, count(*) filter (where a.verdict = 'ACCEPTED') as accepted,
                       count(*) filter (where a.verdict = 'HELD') as held,
                       count(*) filter (where a.verdict = 'REJECTED') as rejected,
                       sum(case i.kind when 'INVOICE' then a.payable_minor else -a.payable_minor end)::bigint as payable
                from quittance.invoice i join quittance.assessment a on a.invoice = i.id and a.latest group by 1),
            paid as (
                select p.currency, count(*) as payments, sum(p.minor)::bigint as ordered,
                       coalesce(sum(p.minor) filter (where exists (
                           select 1 from quittance.payment_event e where e.payment = p.id and e.state = 'SETTLED')
                         and not exists (
                           select 1 from quittance.payment_event e where e.payment = p.id and e.state = 'RETURNED')), 0)::bigint as settled
                from quittance.payment p join quittance.payment_run r on r.id = p.run
                where r.state in ('RELEASED', 'SETTLED') group by 1)
            select currency, accepted, held, rejected, quittance.amount(coalesce(payable, 0), currency) as payable,
                   coalesce(payments, 0) as payments, quittance.amount(coalesce(ordered, 0), currency) as ordered,
                   quittance.amount(coalesce(settled, 0), currency) as settled
            from documents left join paid using (currency) order by currency
            """;

    private static final String REASONS = """
            select f.code, f.severity, count(distinct f.subject) as documents, min(f.message) as example
            from quittance.list_findings f2 join quittance.finding f
              on f.code = f2.code and f.message = f2.message and f.file is not distinct from f2.file
            where f.severity <> 'WARN' and f.code < 'Q800'
            group by 1, 2 order by 3 desc, 1 limit 6
            """;

    private static final String BANK = """
            select e.state, count(*) as payments, string_agg(distinct coalesce(e.code, ''), ' ') as codes
            from quittance.payment_event e where e.state <> 'ORDERED' group by 1
            order by array_position(array['ACCEPTED', 'SETTLED', 'REJECTED', 'RETURNED'], e.state)
            """;

    private final JdbcClient jdbc;

    DemoSummary(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void print(Workspace workspace, List<Checks.Violation> violations, PrintWriter out) {
        money(out);
        reasons(out);
        bank(out);
        ties(violations, out);
        files(workspace, out);
        out.flush();
    }

    private void money(PrintWriter out) {
        var table = new Table("currency", "accepted", "held", "rejected", "payable", "payments", "ordered", "settled");
        jdbc.sql(MONEY).query((RowCallbackHandler) row -> table.row(
                row.getString(1),
                row.getLong(2),
                row.getLong(3),
                row.getLong(4),
                row.getBigDecimal(5).toPlainString(),
                row.getLong(6),
                row.getBigDecimal(7).toPlainString(),
                row.getBigDecimal(8).toPlainString()));
        table.print(Format.TABLE, out);
    }

    private void reasons(PrintWriter out) {
        long refused = jdbc.sql("select count(*) from quittance.refusal")
                .query(Long.class)
                .single();
        out.println();
        out.println("Held or refused, the most frequent reasons (" + refused + " records could not be read at all)");
        jdbc.sql(REASONS).query((RowCallbackHandler) row -> out.println("  " + row.getString(1) + " "
                + row.getString(2).toLowerCase(Locale.ROOT) + " " + row.getLong(3) + "x  "
                + cut(row.getString(4))));
    }

    private void bank(PrintWriter out) {
        var said = new StringBuilder();
        jdbc.sql(BANK).query((RowCallbackHandler) row -> said.append(said.isEmpty() ? "" : ", ")
                .append(row.getLong(2))
                .append(' ')
                .append(row.getString(1).toLowerCase(Locale.ROOT))
                .append(
                        row.getString(3).isBlank()
                                ? ""
                                : " (" + row.getString(3).strip() + ")"));
        out.println();
        out.println("Bank   " + said);
    }

    private void ties(List<Checks.Violation> violations, PrintWriter out) {
        long all = jdbc.sql("select count(*) from quittance.list_ties")
                .query(Long.class)
                .single();
        long passed = jdbc.sql("select count(*) from quittance.list_ties where passed")
                .query(Long.class)
                .single();
        out.println("Ties   " + passed + " of " + all + " pass");
        jdbc.sql("select id, scope, title from quittance.list_ties where not passed")
                .query((RowCallbackHandler) row ->
                        out.println("  FAILED " + row.getString(1) + " " + row.getString(2) + " " + row.getString(3)));
        out.println("Check  " + (violations.isEmpty() ? "every invariant holds" : violations.size() + " VIOLATIONS"));
        violations.forEach(one -> out.println("  " + one.invariant() + " " + one.detail()));
    }

    private static void files(Workspace workspace, PrintWriter out) {
        out.println();
        list("Payment files", workspace.outboxPayments(), ".xml", out);
        list("Workbooks    ", workspace.reports(), ".xlsx", out);
        out.println("Quarantine     " + shown(workspace.quarantine()));
        String home = " --home " + shown(workspace.home());
        out.println();
        out.println("Next: open the workbooks; then try, say");
        out.println("  quittance check" + home);
        out.println("  quittance run list" + home);
        out.println("  quittance invoice list --state held" + home);
    }

    private static void list(String title, Path folder, String ending, PrintWriter out) {
        try (Stream<Path> tree = Files.walk(folder)) {
            List<Path> files = tree.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
            out.println(title + "  " + files.size() + " in " + shown(folder));
            files.stream().limit(3).forEach(file -> out.println("  " + folder.relativize(file)));
            if (files.size() > 3) {
                out.println("  ... and " + (files.size() - 3) + " more");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As it can be typed where the reader is. */
    private static Path shown(Path path) {
        Path here = Path.of("").toAbsolutePath();
        Path whole = path.toAbsolutePath();
        return whole.startsWith(here) ? here.relativize(whole) : path;
    }

    private static String cut(String text) {
        return text.length() <= 76 ? text : text.substring(0, 75) + "…";
    }
}
