package io.quittance.report;

import static io.quittance.report.Cell.text;

import io.quittance.report.Cell.Amount;
import io.quittance.report.Cell.Blank;
import io.quittance.report.Cell.Decimal;
import io.quittance.report.Column.Kind;

/** One line per line of an accepted or held document that was matched; a book without any has no such sheet. */
final class MatchSheet {

    static final SheetPlan PLAN = SheetPlan.table(
            "Match",
            "What was billed beside what was approved and agreed: every matched line of a document that is not rejected.",
            Column.of("Entity", "Entity", Kind.CODE),
            Column.of("Number", "Number", Kind.CODE),
            Column.of("Contractor", "Contractor", Kind.CODE),
            Column.of("Kind", "Kind", Kind.CODE),
            Column.of("Verdict", "Verdict", Kind.CODE),
            Column.of("Contract", "Contract", Kind.CODE),
            Column.of("Document", "Document", Kind.CODE),
            Column.of("Line", "Line", Kind.CODE),
            Column.of("Outcome", "Line's outcome", Kind.CODE),
            Column.of("Basis", "Basis", Kind.CODE),
            Column.of("Unit", "Unit", Kind.CODE),
            Column.of("Billed", "Billed", Kind.RATE),
            Column.of("Approved", "Approved", Kind.RATE),
            Column.of("Before", "Billed before", Kind.RATE),
            Column.of("Price", "Price", Kind.RATE),
            Column.of("Rate", "Agreed rate", Kind.RATE),
            Column.of("Currency", "Currency", Kind.CODE),
            Column.of("Net", "Net", Kind.AMOUNT),
            Column.of("Agreed", "Approved work comes to", Kind.RATE),
            new Column("Clause", "Clause", Kind.PROSE, 30),
            Column.of("Invoice", "Invoice id", Kind.ID));

    private MatchSheet() {}

    static Row row(MatchRow match) {
        return Row.of(
                Cell.entity(match.entity()),
                text(match.number()),
                text(match.contractor()),
                text(match.kind().name()),
                text(match.verdict().name()),
                text(match.contract()),
                text(match.document().name()),
                text(match.line()),
                text(match.outcome().name()),
                text(match.basis()),
                text(match.unit()),
                new Decimal(match.billed()),
                new Decimal(match.approved()),
                new Decimal(match.before()),
                new Decimal(match.price()),
                match.rate() == null ? new Blank() : new Decimal(match.rate()),
                text(match.net().getCurrencyUnit().getCode()),
                new Amount(match.net().multipliedBy(match.kind().sign())),
                new Decimal(match.agreed()),
                text(match.clause()),
                text(match.invoice()));
    }
}
