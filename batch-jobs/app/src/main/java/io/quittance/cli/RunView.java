package io.quittance.cli;

import io.quittance.cli.Globals.Format;
import io.quittance.payment.job.RunActs.Line;
import io.quittance.payment.job.RunActs.Shown;
import io.quittance.payment.job.RunActs.Total;
import io.quittance.payment.store.Run;
import java.io.PrintWriter;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** A run on the screen: what leaves, what does not and why, and what is signed. */
final class RunView {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.ENGLISH);

    private RunView() {}

    static void print(Shown shown, Format format, PrintWriter out) {
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
        var lines = new Table("outcome", "contractor", "name", "number", "currency", "amount", "payment", "reason");
        for (Line line : shown.lines()) {
            lines.row(
                    line.outcome().toLowerCase(Locale.ROOT),
                    line.contractor(),
                    line.name(),
                    line.number(),
                    line.currency(),
                    amount(line.currency(), line.minor()),
                    line.payment(),
                    line.reason());
        }
        lines.print(format, out);
    }

    private static String amount(String currency, long minor) {
        return Money.ofMinor(CurrencyUnit.of(currency), minor).getAmount().toPlainString();
    }
}
