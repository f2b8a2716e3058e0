package io.quittance.report;

import static io.quittance.report.Cell.amount;
import static io.quittance.report.Cell.day;
import static io.quittance.report.Cell.text;

import io.quittance.invoice.DocumentKind;
import io.quittance.payment.Outcome;
import io.quittance.report.Cell.Value;
import io.quittance.report.Column.Kind;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** One line per document; a credit note's amounts are negative, so that sums net. */
final class InvoicesSheet {

    static final String CANDIDATE = "yes";

    static final SheetPlan PLAN = SheetPlan.table(
            "Invoices",
            "Every document with its verdict and its outcome: paid, netted, held, later, excluded, and why.",
            Column.of("Entity", "Entity", Kind.CODE),
            Column.of("Number", "Number", Kind.CODE),
            Column.of("Contractor", "Contractor", Kind.CODE),
            Column.of("Name", "Name", Kind.TEXT),
            Column.of("Kind", "Kind", Kind.CODE),
            Column.of("Issued", "Issued", Kind.DATE),
            Column.of("Due", "Due", Kind.DATE),
            Column.of("Currency", "Currency", Kind.CODE),
            Column.of("Net", "Net", Kind.AMOUNT),
            Column.of("Vat", "VAT", Kind.AMOUNT),
            Column.of("Gross", "Gross", Kind.AMOUNT),
            Column.of("Payable", "Payable", Kind.AMOUNT),
            Column.of("FunctionalCurrency", "Functional currency", Kind.CODE),
            Column.of("Functional", "Payable, functional", Kind.AMOUNT),
            Column.of("Treatment", "VAT treatment", Kind.CODE),
            Column.of("Verdict", "Verdict", Kind.CODE),
            Column.of("Candidate", "Candidate", Kind.CODE),
            Column.of("Outcome", "Outcome", Kind.CODE),
            new Column("Reason", "Reason", Kind.PROSE, 44),
            Column.of("Payment", "Payment", Kind.CODE),
            Column.of("Registry", "Tax registers", Kind.TEXT),
            Column.of("Invoice", "Invoice id", Kind.ID),
            Column.of("Journal", "Journal", Kind.ID));

    private InvoicesSheet() {}

    static Row row(InvoiceRow invoice) {
        Money functional = invoice.functional();
        Outcome outcome = invoice.outcome();
        DocumentKind kind = invoice.kind();
        return Row.of(
                Cell.entity(invoice.entity()),
                text(invoice.number()),
                text(invoice.contractor()),
                text(invoice.name()),
                text(kind.name()),
                day(invoice.issueDate()),
                day(invoice.dueDate()),
                text(invoice.gross().getCurrencyUnit().getCode()),
                signed(kind, invoice.net()),
                signed(kind, invoice.vat()),
                signed(kind, invoice.gross()),
                signed(kind, invoice.payable()),
                text(functional == null ? null : functional.getCurrencyUnit().getCode()),
                signed(kind, functional),
                text(invoice.treatment()),
                text(invoice.verdict().name()),
                text(outcome == null ? null : CANDIDATE),
                text(outcome == null ? null : outcome.name()),
                text(invoice.reason()),
                text(invoice.payment()),
                text(invoice.registry()),
                text(invoice.invoice()),
                text(invoice.journal()));
    }

    private static Value signed(DocumentKind kind, @Nullable Money money) {
        return amount(money == null ? null : money.multipliedBy(kind.sign()));
    }
}
