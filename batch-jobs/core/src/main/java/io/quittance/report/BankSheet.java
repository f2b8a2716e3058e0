package io.quittance.report;

import static io.quittance.report.Cell.amount;
import static io.quittance.report.Cell.day;
import static io.quittance.report.Cell.text;

import io.quittance.report.BankRow.Line;
import io.quittance.report.Cell.Amount;
import io.quittance.report.Cell.Blank;
import io.quittance.report.Cell.Formula;
import io.quittance.report.Column.Kind;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Statements line by line with a running balance as formulas, and the payment that each entry settles. */
final class BankSheet implements Lines.Drawing<BankRow> {

    static final SheetPlan PLAN = SheetPlan.table(
            "BankRec",
            "Bank statements: opening balance and entries add up to the closing balance, and every entry has its payment.",
            Column.of("Statement", "Statement", Kind.CODE),
            Column.of("Entity", "Entity", Kind.CODE),
            Column.of("Account", "Account (masked)", Kind.CODE),
            Column.of("Date", "Date", Kind.DATE),
            Column.of("Line", "Line", Kind.CODE),
            Column.of("Reference", "Reference", Kind.CODE),
            Column.of("Currency", "Currency", Kind.CODE),
            Column.of("Moved", "Moved", Kind.AMOUNT),
            Column.of("Balance", "Running balance", Kind.AMOUNT),
            Column.of("Stated", "Balance stated", Kind.AMOUNT),
            Column.of("Off", "Off", Kind.COUNT),
            Column.of("Match", "Match", Kind.CODE),
            Column.of("Payment", "Payment", Kind.CODE),
            Column.of("SettledCurrency", "Paid in", Kind.CODE),
            Column.of("Settled", "Payment settled", Kind.AMOUNT),
            new Column("Comment", "Comment", Kind.REMARK, 24),
            new Column("ClearedBy", "Cleared by", Kind.REMARK, 12),
            Column.of("Journal", "Journal", Kind.ID));

    private Formula balance = new Formula("0", new Blank());

    @Override
    public Row draw(BankRow bank, int row) {
        CurrencyUnit currency = bank.amount().getCurrencyUnit();
        Money settled = bank.settled();
        boolean moves = bank.line() == Line.ENTRY;
        balance = balance(bank, row);
        return Row.of(
                text(bank.statement()),
                Cell.entity(bank.entity()),
                text(bank.account()),
                day(bank.date()),
                text(bank.line().name()),
                text(bank.reference()),
                text(currency.getCode()),
                moves ? new Amount(bank.amount()) : new Blank(),
                balance,
                moves ? new Blank() : new Amount(bank.amount()),
                bank.line() == Line.CLOSING ? off(bank, row) : new Blank(),
                text(bank.match()),
                text(bank.payment()),
                text(settled == null ? null : settled.getCurrencyUnit().getCode()),
                amount(settled),
                new Blank(),
                new Blank(),
                text(bank.journal()));
    }

    private Formula balance(BankRow bank, int row) {
        CurrencyUnit currency = bank.amount().getCurrencyUnit();
        if (bank.line() == Line.OPENING) {
            return Figure.cell(PLAN.cell("Stated", row), new Amount(bank.amount()))
                    .in(currency);
        }
        Figure above = Figure.cell(PLAN.cell("Balance", row - 1), balance);
        if (bank.line() == Line.CLOSING) {
            return above.in(currency);
        }
        Figure moved = Figure.cell(PLAN.cell("Moved", row), new Amount(bank.amount()));
        return above.plus(moved).cleaned(Figure.scale(currency)).in(currency);
    }

    private Formula off(BankRow bank, int row) {
        CurrencyUnit currency = bank.amount().getCurrencyUnit();
        Figure difference = Figure.cell(PLAN.cell("Balance", row), balance)
                .minus(Figure.cell(PLAN.cell("Stated", row), new Amount(bank.amount())))
                .cleaned(Figure.scale(currency));
        return Formulas.isOff(difference.a1(), difference.in(currency));
    }
}
