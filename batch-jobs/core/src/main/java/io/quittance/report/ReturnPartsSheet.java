package io.quittance.report;

import static io.quittance.report.Cell.text;

import io.quittance.report.Cell.Amount;
import io.quittance.report.Column.Kind;

/** One line per entry of the VAT ledger and figure of a closed return that it is in; a book without any has no such sheet. */
final class ReturnPartsSheet {

    static final SheetPlan PLAN = SheetPlan.table(
            "ReturnParts",
            "What each entry of the VAT ledger adds to each figure of the VAT returns that were closed.",
            Column.of("Return", "Return", Kind.CODE),
            Column.of("Box", "Box", Kind.CODE),
            Column.of("Kind", "Kind", Kind.CODE),
            Column.of("Entity", "Entity", Kind.CODE),
            Column.of("Contractor", "Contractor", Kind.CODE),
            Column.of("Number", "Number", Kind.CODE),
            Column.of("Currency", "Currency", Kind.CODE),
            Column.of("Amount", "Amount", Kind.AMOUNT),
            Column.of("Entry", "Entry id", Kind.ID));

    private ReturnPartsSheet() {}

    static Row row(ReturnPartRow part) {
        return Row.of(
                text(part.reference()),
                text(part.box()),
                text(part.kind().name()),
                Cell.entity(part.entity()),
                text(part.contractor()),
                text(part.number()),
                text(part.amount().getCurrencyUnit().getCode()),
                new Amount(part.amount()),
                text(part.entry()));
    }
}
