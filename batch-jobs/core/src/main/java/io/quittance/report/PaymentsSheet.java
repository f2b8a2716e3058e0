package io.quittance.report;

import static io.quittance.report.Cell.day;
import static io.quittance.report.Cell.text;

import io.quittance.report.Cell.Amount;
import io.quittance.report.Cell.Count;
import io.quittance.report.Column.Kind;

/** One line per payment. */
final class PaymentsSheet {

    static final SheetPlan PLAN = SheetPlan.table(
            "Payments",
            "Every transfer: who gets how much, in which file it travels, and what the bank made of it.",
            Column.of("Payment", "Payment", Kind.CODE),
            Column.of("Status", "Status", Kind.CODE),
            Column.of("Entity", "Entity", Kind.CODE),
            Column.of("Contractor", "Contractor", Kind.CODE),
            Column.of("Name", "Name", Kind.TEXT),
            Column.of("Currency", "Currency", Kind.CODE),
            Column.of("Amount", "Amount", Kind.AMOUNT),
            Column.of("Documents", "Documents", Kind.COUNT),
            Column.of("Execution", "Execution date", Kind.DATE),
            Column.of("Rail", "Rail", Kind.CODE),
            Column.of("Account", "Account (masked)", Kind.CODE),
            Column.of("EndToEndId", "End-to-end id", Kind.CODE),
            Column.of("File", "File", Kind.CODE),
            Column.of("Reason", "Bank's reason", Kind.TEXT),
            Column.of("Run", "Run", Kind.CODE),
            Column.of("Journal", "Journal", Kind.ID));

    private PaymentsSheet() {}

    static Row row(PaymentRow payment) {
        return Row.of(
                text(payment.payment()),
                text(payment.status().name()),
                Cell.entity(payment.entity()),
                text(payment.contractor()),
                text(payment.name()),
                text(payment.amount().getCurrencyUnit().getCode()),
                new Amount(payment.amount()),
                new Count(payment.documents()),
                day(payment.executionDate()),
                text(payment.rail()),
                text(payment.account()),
                text(payment.endToEndId()),
                text(payment.file()),
                text(payment.reason()),
                text(payment.run()),
                text(payment.journal()));
    }
}
