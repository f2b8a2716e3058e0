package io.quittance.cli;

import io.quittance.cli.Globals.Format;
import io.quittance.payment.job.RunActs.Line;
import io.quittance.payment.job.RunActs.Shown;
import io.quittance.payment.job.RunActs.Total;
import io.quittance.payment.store.Run;
import java.io.PrintWriter;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import tools.jackson.databind.json.JsonMapper;

/** A run on the screen: what leaves, what does not and why, and what is signed. */
final class RunView {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.ENGLISH);

    private RunView() {}

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static void print(Shown shown, Format format, PrintWriter out) {
        if (format == Format.JSON) {
            out.println(JSON.writeValueAsString(object(shown)));
            return;
        }
        if (format == Format.TABLE) {
            Run run = shown.run();
            out.println("Run " + run.id() + "  " + run.entity() + "  pay date "
                    + run.payDate().format(DAY) + "  state " + (run.state() == null ? "PROPOSING" : run.state()));
            out.println(
                    "proposed by " + run.proposedBy() + ", " + shown.valid() + " of " + shown.needed() + " approvals");
            out.println("digest " + run.digest());
            out.println();
            var totals = new Table("outcome", "currency", "documents", "sum");
            for (Total total : shown.totals()) {
                totals.row(
                        total.outcome().toLowerCase(Locale.ROOT),
                        total.currency(),
                        total.documents(),
                        amount(total.currency(), total.minor()));
            }
            totals.print(Format.TABLE, out);
            out.println();
        }
        var lines = new Table(
                "outcome",
                "contractor",
                "name",
                "account",
                "number",
                "currency",
                "amount",
                "payment",
                "paid from",
                "changed",
                "reason",
                "lifted",
                "withheld");
        for (Line line : shown.lines()) {
            lines.row(
                    line.outcome().toLowerCase(Locale.ROOT),
                    line.contractor(),
                    line.name(),
                    line.account(),
                    line.number(),
                    line.currency(),
                    amount(line.currency(), line.minor()),
                    line.payment(),
                    line.debitAccount(),
                    line.changed(),
                    line.reason(),
                    line.lifted(),
                    line.withheld());
        }
        lines.print(format, out);
    }

    /** All of it in one object, so that a script can see what it would sign. */
    private static Map<String, Object> object(Shown shown) {
        Run run = shown.run();
        var object = new LinkedHashMap<String, Object>();
        object.put("run", run.id());
        object.put("entity", run.entity());
        object.put("pay_date", run.payDate().toString());
        object.put("state", run.state() == null ? "PROPOSING" : run.state().name());
        object.put("proposed_by", run.proposedBy());
        object.put("approvals", shown.valid());
        object.put("approvals_needed", shown.needed());
        object.put("digest", run.digest() == null ? "" : run.digest());
        object.put("totals", shown.totals().stream().map(RunView::object).toList());
        object.put("documents", shown.lines().stream().map(RunView::object).toList());
        return object;
    }

    private static Map<String, Object> object(Total total) {
        var object = new LinkedHashMap<String, Object>();
        object.put("outcome", total.outcome());
        object.put("currency", total.currency());
        object.put("documents", total.documents());
        object.put("sum", amount(total.currency(), total.minor()));
        return object;
    }

    private static Map<String, Object> object(Line line) {
        var object = new LinkedHashMap<String, Object>();
        object.put("outcome", line.outcome());
        object.put("contractor", line.contractor());
        object.put("name", line.name());
        object.put("number", line.number());
        object.put("currency", line.currency());
        object.put("amount", amount(line.currency(), line.minor()));
        object.put("payment", line.payment() == null ? "" : line.payment());
        object.put("account", line.account() == null ? "" : line.account());
        object.put("paid_from", line.debitAccount() == null ? "" : line.debitAccount());
        object.put("changed", line.changed());
        object.put("reason", line.reason() == null ? "" : line.reason());
        object.put("lifted", line.lifted() == null ? "" : line.lifted());
        object.put("withheld", line.withheld() == null ? "" : line.withheld());
        return object;
    }

    private static String amount(String currency, long minor) {
        return Money.ofMinor(CurrencyUnit.of(currency), minor).getAmount().toPlainString();
    }
}
