package io.quittance.report;

import static io.quittance.report.Cell.day;
import static io.quittance.report.Cell.text;

import io.quittance.report.Cell.Amount;
import io.quittance.report.Cell.Blank;
import io.quittance.report.Cell.Count;
import io.quittance.report.Cell.Value;
import io.quittance.report.Column.Kind;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** One line per posting. */
final class LedgerSheet {

    static final SheetPlan PLAN = SheetPlan.table(
            "Ledger",
            "Every posting behind these payments and documents, as sealed in the ledger.",
            Column.of("Block", "Block", Kind.COUNT),
            Column.of("Running", "No.", Kind.COUNT),
            Column.of("Date", "Date", Kind.DATE),
            Column.of("Kind", "Kind", Kind.CODE),
            Column.of("Reference", "Reference", Kind.CODE),
            Column.of("Entity", "Entity", Kind.CODE),
            Column.of("Account", "Account", Kind.CODE),
            Column.of("AccountName", "Name", Kind.TEXT),
            Column.of("Currency", "Currency", Kind.CODE),
            Column.of("Debit", "Debit", Kind.AMOUNT),
            Column.of("Credit", "Credit", Kind.AMOUNT),
            Column.of("Journal", "Journal", Kind.ID));

    private LedgerSheet() {}

    static Row row(LedgerRow posting) {
        Money amount = posting.amount();
        return Row.of(
                count(posting.block()),
                count(posting.number()),
                day(posting.date()),
                text(posting.kind()),
                text(posting.reference()),
                Cell.entity(posting.entity()),
                text(posting.account()),
                text(posting.accountName()),
                text(amount.getCurrencyUnit().getCode()),
                amount.isPositive() ? new Amount(amount) : new Blank(),
                amount.isNegative() ? new Amount(amount.negated()) : new Blank(),
                text(posting.journal()));
    }

    private static Value count(@Nullable Long number) {
        return number == null ? new Blank() : new Count(number);
    }
}
