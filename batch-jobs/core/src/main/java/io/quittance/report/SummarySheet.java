package io.quittance.report;

import static io.quittance.report.Cell.text;

import io.quittance.assessment.Verdict;
import io.quittance.payment.Outcome;
import io.quittance.report.Cell.Formula;
import io.quittance.report.Column.Kind;
import io.quittance.report.PaymentRow.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;

/** Counts and gross amounts per entity and currency: what was decided about documents, and how far payments came. */
final class SummarySheet implements Lines.Drawing<List<String>> {

    static final SheetPlan PLAN = new SheetPlan(
            "Summary",
            "What was decided and what was paid, per entity and currency; totals per currency below.",
            1,
            columns());

    private final Tally documents;
    private final Tally gross;
    private final Tally refused;
    private final Tally refusedGross;
    private final Tally candidates;
    private final Tally payments;
    private final Tally paid;

    SummarySheet(Tallies tallies) {
        SheetPlan invoices = InvoicesSheet.PLAN;
        documents = tallies.count(invoices, "Entity", "Currency", "Outcome");
        gross = tallies.sum(invoices, "Gross", "Entity", "Currency", "Outcome");
        refused = tallies.count(invoices, "Entity", "Currency", "Verdict");
        refusedGross = tallies.sum(invoices, "Gross", "Entity", "Currency", "Verdict");
        candidates = tallies.count(invoices, "Entity", "Currency", "Candidate");
        payments = tallies.count(PaymentsSheet.PLAN, "Entity", "Currency", "Status");
        paid = tallies.sum(PaymentsSheet.PLAN, "Amount", "Entity", "Currency", "Status");
    }

    private static List<Column> columns() {
        List<Column> columns = new ArrayList<>(List.of(
                Column.of("Entity", "Entity", Kind.CODE),
                Column.of("Currency", "Currency", Kind.CODE),
                Column.of("Candidates", "Candi-\ndates", Kind.COUNT)));
        for (Outcome outcome : Outcome.values()) {
            columns.addAll(pair(word(outcome.name()), "documents"));
        }
        columns.add(Column.of("Decided", "Decided", Kind.COUNT));
        columns.addAll(pair("Rejected", "documents"));
        columns.addAll(pair("Payments", "transfers"));
        columns.addAll(pair("Settled", "transfers"));
        columns.addAll(pair("Returned", "transfers"));
        return columns;
    }

    private static List<Column> pair(String name, String counted) {
        return List.of(
                Column.of(name + "Count", name + ",\n" + counted, Kind.COUNT), Column.of(name, name, Kind.AMOUNT));
    }

    private static String word(String name) {
        return name.charAt(0) + name.substring(1).toLowerCase(java.util.Locale.ROOT);
    }

    /** Entity and currency of each line. */
    Stream<List<String>> keys() {
        return Stream.concat(documents.keys(2).stream(), payments.keys(2).stream())
                .distinct()
                .sorted(Tally.IN_ORDER);
    }

    @Override
    public Row draw(List<String> key, int row) {
        var entity = Criterion.at("$" + PLAN.cell("Entity", row), key.get(0));
        var currency = Criterion.at("$" + PLAN.cell("Currency", row), key.get(1));
        var unit = CurrencyUnit.of(key.get(1));
        List<Cell> cells = new ArrayList<>(List.of(text(key.get(0)), text(key.get(1))));
        cells.add(candidates
                .where(entity, currency, Criterion.is(InvoicesSheet.CANDIDATE))
                .in(null));
        for (Outcome outcome : Outcome.values()) {
            var decided = Criterion.is(outcome.name());
            cells.add(documents.where(entity, currency, decided).in(null));
            cells.add(gross.where(entity, currency, decided).in(unit));
        }
        cells.add(decided(cells, row));
        cells.add(refused.where(entity, currency, Criterion.is(Verdict.REJECTED.name()))
                .in(null));
        cells.add(refusedGross
                .where(entity, currency, Criterion.is(Verdict.REJECTED.name()))
                .in(unit));
        for (Criterion status :
                List.of(Criterion.any(), Criterion.is(Status.SETTLED.name()), Criterion.is(Status.RETURNED.name()))) {
            cells.add(payments.where(entity, currency, status).in(null));
            cells.add(paid.where(entity, currency, status).in(unit));
        }
        return new Row(cells, Row.Role.LINE);
    }

    /** Candidates with an outcome: the counts of the five outcomes added up. */
    private static Formula decided(List<Cell> cells, int row) {
        Figure sum = Stream.of(Outcome.values())
                .map(outcome -> word(outcome.name()) + "Count")
                .map(column -> Figure.cell(PLAN.cell(column, row), cells.get(PLAN.index(column))))
                .reduce(Figure::plus)
                .orElseThrow();
        return sum.in(null);
    }
}
