package io.quittance.report;

import io.quittance.report.Workbook.Heading;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The accountant's workbook, of a run or of a period: the same sheets over other rows. */
public final class WorkbookModel {

    private final Tallies tallies = new Tallies();
    private final WorkbookContent content;
    private final AboutFacts about;

    private WorkbookModel(WorkbookContent content) {
        this.content = content;
        this.about = content.about();
    }

    /** Draws up the workbook. Nothing is read yet but what it is about, whether anything was matched, withheld or declared; its sheets can be read once. */
    public static Workbook of(WorkbookContent content) {
        return new WorkbookModel(content).workbook();
    }

    private Workbook workbook() {
        var checks = new ChecksSheet(new TieSums(tallies, about.accounts(), content).all(), content);
        List<Sheet> sheets = new ArrayList<>(List.of(checks(checks), summary()));
        sheets.addAll(money());
        sheets.addAll(bank());
        if (content.isMatched()) {
            sheets.add(table(MatchSheet.PLAN, 2, content::matches, (row, at) -> MatchSheet.row(row)));
        }
        if (content.isWithheld()) {
            sheets.add(table(WithheldSheet.PLAN, 2, content::withheld, (row, at) -> WithheldSheet.row(row)));
        }
        if (content.isReturned()) {
            sheets.add(returns());
            sheets.add(table(ReturnPartsSheet.PLAN, 1, content::returnParts, (row, at) -> ReturnPartsSheet.row(row)));
        }
        sheets.addAll(findings());
        List<SheetPlan> plans = sheets.stream().map(Sheet::plan).toList();
        sheets.addFirst(about(new AboutSheet(about, checks, tallies, plans)));
        return new Workbook(heading(), sheets);
    }

    private Heading heading() {
        return new Heading(about.title(), about.company(), about.scope(), about.businessDate(), about.ledgerHead());
    }

    private static Sheet about(AboutSheet page) {
        return new Sheet(AboutSheet.PLAN, true, 0, page, RowSource.none(), RowSource.none());
    }

    private Sheet checks(ChecksSheet checks) {
        SheetPlan plan = ChecksSheet.PLAN;
        RowSource lines = lines(plan, () -> checks.lines().stream(), (line, row) -> line);
        return new Sheet(plan, true, 3, checks::above, lines, RowSource.none());
    }

    private Sheet summary() {
        SheetPlan plan = SummarySheet.PLAN;
        var summary = new SummarySheet(tallies);
        RowSource totals = Totals.named(tallies, plan, "Payments");
        return new Sheet(plan, true, 2, RowSource.none(), lines(plan, summary::keys, summary), totals);
    }

    private List<Sheet> money() {
        return List.of(
                table(PaymentsSheet.PLAN, 2, content::payments, (row, at) -> PaymentsSheet.row(row), "Amount"),
                table(
                        InvoicesSheet.PLAN,
                        2,
                        content::invoices,
                        (row, at) -> InvoicesSheet.row(row),
                        "Net",
                        "Vat",
                        "Gross",
                        "Payable"),
                table(FxSheet.PLAN, 2, content::conversions, FxSheet::row),
                table(
                        VatSheet.PLAN,
                        1,
                        content::vatEntries,
                        VatSheet::row,
                        "Base",
                        "Output",
                        "Input",
                        "NonRecoverable"),
                table(LedgerSheet.PLAN, 2, content::postings, (row, at) -> LedgerSheet.row(row), "Debit", "Credit"));
    }

    private List<Sheet> bank() {
        String[] aged =
                Stream.concat(Stream.of("Open"), OpenSheet.buckets().stream()).toArray(String[]::new);
        return List.of(
                table(BankSheet.PLAN, 1, content::bankLines, new BankSheet()),
                table(
                        OpenSheet.PLAN,
                        2,
                        content::openDocuments,
                        (row, at) -> OpenSheet.row(row, at, about.asOf()),
                        aged));
    }

    /** Its sums are those of the parts, which have to pass by before. */
    private Sheet returns() {
        RowSource lines = lines(ReturnsSheet.PLAN, content::returnFigures, new ReturnsSheet(tallies));
        return new Sheet(ReturnsSheet.PLAN, true, 1, RowSource.none(), lines, RowSource.none());
    }

    private List<Sheet> findings() {
        return List.of(
                table(FindingSheet.HELD, 2, content::held, new FindingSheet()),
                table(FindingSheet.REJECTED, 2, content::rejected, new FindingSheet()));
    }

    private <T> Sheet table(
            SheetPlan plan, int frozen, Supplier<Stream<T>> source, Lines.Drawing<T> drawing, String... totals) {
        RowSource below = totals.length == 0 ? RowSource.none() : Totals.of(tallies, plan, totals);
        return new Sheet(plan, false, frozen, RowSource.none(), lines(plan, source, drawing), below);
    }

    private <T> RowSource lines(SheetPlan plan, Supplier<Stream<T>> source, Lines.Drawing<T> drawing) {
        return Lines.of(plan, source, drawing, tallies.of(plan));
    }
}
