package io.quittance.report;

import static io.quittance.report.Cell.day;
import static io.quittance.report.Cell.text;

import io.quittance.report.Cell.Amount;
import io.quittance.report.Cell.Blank;
import io.quittance.report.Cell.Formula;
import io.quittance.report.Column.Kind;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.Money;

/** Documents still owed, aged on the day named {@code AS_OF}. */
final class OpenSheet {

    /** Days overdue: 0 to 7, 8 to 30, 31 to 60, over 60; before them what is not due yet. */
    private static final List<Bucket> BUCKETS = List.of(
            new Bucket("NotDue", Long.MIN_VALUE, -1),
            new Bucket("Late7", 0, 7),
            new Bucket("Late30", 8, 30),
            new Bucket("Late60", 31, 60),
            new Bucket("LateMore", 61, Long.MAX_VALUE));

    static final SheetPlan PLAN = SheetPlan.table(
            "OpenItems",
            "Documents that are still owed, by how long they are overdue.",
            Column.of("Entity", "Entity", Kind.CODE),
            Column.of("Number", "Number", Kind.CODE),
            Column.of("Contractor", "Contractor", Kind.CODE),
            Column.of("Name", "Name", Kind.TEXT),
            Column.of("Due", "Due", Kind.DATE),
            Column.of("Currency", "Currency", Kind.CODE),
            Column.of("Open", "Open", Kind.AMOUNT),
            Column.of("Days", "Days overdue", Kind.COUNT),
            Column.of("NotDue", "Not due", Kind.AMOUNT),
            Column.of("Late7", "0-7 days", Kind.AMOUNT),
            Column.of("Late30", "8-30 days", Kind.AMOUNT),
            Column.of("Late60", "31-60 days", Kind.AMOUNT),
            Column.of("LateMore", "Over 60 days", Kind.AMOUNT),
            new Column("Comment", "Comment", Kind.REMARK, 24),
            new Column("ClearedBy", "Cleared by", Kind.REMARK, 12),
            Column.of("Invoice", "Invoice id", Kind.ID),
            Column.of("Journal", "Journal", Kind.ID));

    private OpenSheet() {}

    static Row row(OpenRow open, int row, LocalDate asOf) {
        long days = ChronoUnit.DAYS.between(open.dueDate(), asOf);
        List<Cell> cells = new ArrayList<>(List.of(
                Cell.entity(open.entity()),
                text(open.number()),
                text(open.contractor()),
                text(open.name()),
                day(open.dueDate()),
                text(open.open().getCurrencyUnit().getCode()),
                new Amount(open.open()),
                Formulas.days(PLAN.cell("Due", row), AboutSheet.AS_OF, days)));
        BUCKETS.forEach(bucket -> cells.add(bucket.share(open.open(), days, row)));
        cells.addAll(List.of(new Blank(), new Blank(), text(open.invoice()), text(open.journal())));
        return new Row(cells, Row.Role.LINE);
    }

    /** The keys of the buckets' columns. */
    static List<String> buckets() {
        return BUCKETS.stream().map(Bucket::key).toList();
    }

    private record Bucket(String key, long from, long to) {

        Formula share(Money open, long days, int row) {
            boolean within = days >= from && days <= to;
            return new Formula(
                    "IF(" + condition(PLAN.cell("Days", row)) + "," + PLAN.cell("Open", row) + ",0)",
                    new Amount(within ? open : Money.zero(open.getCurrencyUnit())));
        }

        private String condition(String days) {
            if (from == Long.MIN_VALUE) {
                return days + "<=" + to;
            }
            return to == Long.MAX_VALUE
                    ? days + ">=" + from
                    : "AND(" + days + ">=" + from + "," + days + "<=" + to + ")";
        }
    }
}
