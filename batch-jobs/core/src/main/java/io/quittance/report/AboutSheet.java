package io.quittance.report;

import static io.quittance.report.Cell.text;

import io.quittance.report.AboutFacts.Accounts;
import io.quittance.report.Cell.Blank;
import io.quittance.report.Cell.Count;
import io.quittance.report.Cell.Day;
import io.quittance.report.Cell.Formula;
import io.quittance.report.Cell.Link;
import io.quittance.report.Cell.Named;
import io.quittance.report.Cell.Truth;
import io.quittance.report.Column.Kind;
import io.quittance.report.Row.Role;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The page a reader sees first: what this is, whether all checks agree, where to find what, how to read it. */
final class AboutSheet implements RowSource {

    static final String AS_OF = "AS_OF";
    static final SheetPlan PLAN = new SheetPlan(
            "About",
            "What this workbook is, and how to read it.",
            0,
            List.of(
                    new Column("What", "", Kind.TEXT, 26),
                    new Column("Value", "", Kind.TEXT, 40),
                    new Column("Note", "", Kind.TEXT, 92)));

    private static final Map<String, String> LEGEND = legend();

    private final AboutFacts about;
    private final ChecksSheet checks;
    private final Map<SheetPlan, Tally> lines = new LinkedHashMap<>();

    AboutSheet(AboutFacts about, ChecksSheet checks, Tallies tallies, List<SheetPlan> sheets) {
        this.about = about;
        this.checks = checks;
        sheets.forEach(plan -> lines.put(plan, tallies.count(plan)));
    }

    private static Map<String, String> legend() {
        Map<String, String> legend = new LinkedHashMap<>();
        legend.put(
                "Formulas",
                "Totals, ties, products and ageing are live formulas. Names like Payments_Amount are the lines of a column.");
        legend.put(
                "Checks",
                "OK: both sides agree with each other and with the database. FAIL: they do not; nothing may be closed.");
        legend.put(
                "Amounts",
                "In the currency beside them, with its decimals. (1.00) is negative, - is zero. Credit notes are negative.");
        legend.put(
                "Ids", "Payment, invoice and journal ids lead back: quittance explain payment:ID or FILE#Sheet!Cell.");
        legend.put("Remarks", "Sheets are locked without a password; only Comment and Cleared by can be written.");
        legend.put(
                "Too long",
                "An amount of more than 15 digits is text: no spreadsheet can hold it exactly, and no sum here includes it.");
        return legend;
    }

    @Override
    public void each(Consumer<Row> sink) {
        sink.accept(Row.of(Role.TITLE, text(about.title())));
        sink.accept(line(about.company(), new Blank(), ""));
        sink.accept(Row.of());
        result(sink);
        facts(sink);
        sheets(sink);
        accounts(sink, about.accounts());
        heading(sink, "How to read it");
        LEGEND.forEach((name, meaning) -> sink.accept(line(name, new Blank(), meaning)));
    }

    private void result(Consumer<Row> sink) {
        Figure agreed = checks.agreed();
        int ties = checks.lines().size();
        boolean all = agreed.value().intValueExact() == ties;
        heading(sink, "Result");
        sink.accept(line(
                "All checks agree",
                new Formula(ChecksSheet.ALL_OK, new Truth(all)),
                "One cell for all ties: ALL_OK on sheet Checks"));
        sink.accept(line("Ties that agree", agreed.in(null), "of " + ties));
    }

    private void facts(Consumer<Row> sink) {
        heading(sink, "What this is");
        sink.accept(line("Scope", text(about.scope()), ""));
        sink.accept(line("Business date", new Day(about.businessDate()), "All times in this workbook derive from it"));
        sink.accept(line("From", new Named("PERIOD_START", new Day(about.from())), ""));
        sink.accept(line("To", new Named("PERIOD_END", new Day(about.to())), ""));
        sink.accept(line("As of", new Named(AS_OF, new Day(about.asOf())), "Open documents are aged on this day"));
        sink.accept(line("Ledger head", text(about.ledgerHead()), ""));
        about.facts().forEach(fact -> sink.accept(line(fact.name(), text(fact.value()), "")));
    }

    private void sheets(Consumer<Row> sink) {
        heading(sink, "Sheets");
        lines.forEach((plan, count) -> sink.accept(Row.of(
                new Link(plan.name(), plan.name()), new Count(count.all().longValueExact()), text(plan.purpose()))));
    }

    private static void accounts(Consumer<Row> sink, Accounts accounts) {
        heading(sink, "Accounts that the ties look at");
        sink.accept(account("Payables", "ACC_PAYABLES", accounts.payables()));
        sink.accept(account("Money in transit", "ACC_IN_TRANSIT", accounts.inTransit()));
        sink.accept(account("Output VAT", "ACC_OUTPUT_VAT", accounts.outputVat()));
        sink.accept(account("Input VAT", "ACC_INPUT_VAT", accounts.inputVat()));
    }

    private static Row account(String title, String name, String code) {
        return line(title, new Named(name, text(code)), name);
    }

    private static void heading(Consumer<Row> sink, String words) {
        sink.accept(Row.of());
        sink.accept(Row.of(Role.HEADING, text(words), new Blank(), new Blank()));
    }

    private static Row line(String what, Cell value, String note) {
        return Row.of(text(what), value, text(note));
    }
}
