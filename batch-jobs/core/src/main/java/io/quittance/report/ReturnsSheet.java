package io.quittance.report;

import static io.quittance.report.Cell.text;

import io.quittance.report.Cell.Amount;
import io.quittance.report.Cell.Blank;
import io.quittance.report.Cell.Count;
import io.quittance.report.Cell.Decimal;
import io.quittance.report.Cell.Formula;
import io.quittance.report.Column.Kind;
import io.quittance.vat.BoxKind;
import io.quittance.vat.VatReturn;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Every figure of the VAT returns that were closed: what the entries come to by formula, what was declared, and what lies between.
 * What is made of other figures, and what payments kept back, stands as it was frozen.
 */
final class ReturnsSheet implements Lines.Drawing<ReturnRow> {

    static final SheetPlan PLAN = SheetPlan.table(
            "Returns",
            "Closed VAT returns, figure by figure: entries of the VAT ledger, what was declared, and the difference that rounding explains.",
            Column.of("Return", "Return", Kind.CODE),
            Column.of("Entity", "Entity", Kind.CODE),
            Column.of("Form", "Form", Kind.CODE),
            Column.of("Box", "Box", Kind.CODE),
            Column.of("Kind", "Kind", Kind.CODE),
            Column.of("Label", "What it is", Kind.TEXT),
            Column.of("Currency", "Currency", Kind.CODE),
            Column.of("Ledger", "VAT ledger", Kind.AMOUNT),
            Column.of("Declared", "Declared", Kind.AMOUNT),
            Column.of("Difference", "Difference", Kind.AMOUNT),
            Column.of("Bound", "At most", Kind.RATE),
            Column.of("Off", "Off", Kind.COUNT),
            Column.of("Net", "Net tax declared", Kind.AMOUNT),
            Column.of("Rounding", "Rounding posted", Kind.AMOUNT),
            Column.of("Entries", "Entries", Kind.COUNT));

    private final Tally figures;
    private final Tally taxes;

    ReturnsSheet(Tallies tallies) {
        figures = tallies.sum(ReturnPartsSheet.PLAN, "Amount", "Return", "Box", "Kind");
        taxes = tallies.sum(ReturnPartsSheet.PLAN, "Amount", "Return", "Kind");
    }

    @Override
    public Row draw(ReturnRow line, int row) {
        var figure = line.figure();
        Cell ledger = ledger(line, row);
        var declared = new Amount(line.money(figure.declared()));
        Formula difference = Figure.cell(PLAN.cell("Declared", row), declared)
                .minus(Figure.cell(PLAN.cell("Ledger", row), ledger))
                .cleaned(line.currency().getDecimalPlaces())
                .in(line.currency());
        return Row.of(
                text(line.reference()),
                Cell.entity(line.entity()),
                text(line.form()),
                text(figure.box()),
                text(figure.kind().name()),
                text(figure.label()),
                text(line.currency().getCode()),
                ledger,
                declared,
                difference,
                new Decimal(figure.bound()),
                off(difference, figure.bound(), row),
                isNet(line) ? declared : new Blank(),
                line.rounding() == null ? new Blank() : new Amount(line.money(line.rounding())),
                new Count(figure.entries()));
    }

    private static boolean isNet(ReturnRow line) {
        return line.figure().box().equals(VatReturn.NET);
    }

    /** What the lines of ReturnParts come to, where the figure is made of entries. */
    private Cell ledger(ReturnRow line, int row) {
        return sum(line, row)
                .<Cell>map(figure -> figure.in(line.currency()))
                .orElseGet(() -> new Amount(line.money(line.figure().ledger())));
    }

    private Optional<Figure> sum(ReturnRow line, int row) {
        var reference = Criterion.at("$" + PLAN.cell("Return", row), line.reference());
        if (isNet(line)) {
            return Optional.of(taxes.where(reference, Criterion.is(BoxKind.OUTPUT.name()))
                    .minus(taxes.where(reference, Criterion.is(BoxKind.INPUT.name()))));
        }
        var kind = line.figure().kind();
        if (line.figure().row() == null || kind == BoxKind.TOTAL || kind == BoxKind.WITHHELD) {
            return Optional.empty();
        }
        return Optional.of(figures.where(
                reference,
                Criterion.at("$" + PLAN.cell("Box", row), line.figure().box()),
                Criterion.at("$" + PLAN.cell("Kind", row), kind.name())));
    }

    /** 1 where rounding does not explain the difference. */
    private static Formula off(Formula difference, BigDecimal bound, int row) {
        boolean off = difference.cached().number().abs().compareTo(bound) > 0;
        return new Formula(
                "IF(ABS(" + PLAN.cell("Difference", row) + ")<=" + PLAN.cell("Bound", row) + ",0,1)",
                new Count(off ? 1 : 0));
    }
}
