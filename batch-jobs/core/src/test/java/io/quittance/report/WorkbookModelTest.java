package io.quittance.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.report.PaymentRow.Status;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;

class WorkbookModelTest {

    private final SmallBooks books = new SmallBooks();

    /** Every sheet's rows, as a writer would read them. */
    private static Map<String, List<Row>> read(WorkbookContent content) {
        Map<String, List<Row>> rows = new LinkedHashMap<>();
        for (Sheet sheet : WorkbookModel.of(content).writingOrder()) {
            List<Row> all = rows.computeIfAbsent(sheet.name(), name -> new ArrayList<>());
            sheet.above().each(all::add);
            sheet.lines().each(all::add);
            sheet.totals().each(all::add);
        }
        return rows;
    }

    private List<String> failing() {
        return read(books).getOrDefault("Checks", List.of()).stream()
                .skip(1)
                .filter(row -> row.cells().get(1).words().equals("FAIL"))
                .map(row -> row.cells().get(0).words())
                .toList();
    }

    private Cell allOk() {
        return read(books)
                .getOrDefault("Checks", List.of())
                .getFirst()
                .cells()
                .get(2)
                .content();
    }

    @Test
    void balancedBooksAgree() {
        assertThat(failing()).isEmpty();
        assertThat(allOk()).isEqualTo(new Cell.Truth(true));
    }

    @Test
    void aBookWithMatchedDocumentsHasASheetOfThem() {
        assertThat(read(books)).doesNotContainKey("Match");
        books.matches.add(SmallBooks.match("44", "40"));
        assertThat(read(books).getOrDefault("Match", List.of()))
                .extracting(row ->
                        row.cells().get(6).words() + " " + row.cells().get(11).number() + " of "
                                + row.cells().get(12).number() + " by "
                                + row.cells().get(19).words())
                .containsExactly("OVER_BILLED 44 of 40 by 4.2 Fees");
    }

    /** EUR 121.00 owed, 21.00 kept back for the tax office, 100.00 paid: the documents are payments and tax together. */
    @Test
    void whatWasKeptBackIsASheetAndBalances() {
        assertThat(read(books)).doesNotContainKey("Withheld");
        books.payments.set(0, SmallBooks.payment("100.00", Status.RELEASED));
        books.ledger.removeIf(posting -> posting.kind().equals("RELEASED"));
        books.ledger.add(SmallBooks.posting("RELEASED", "2000", "121.00"));
        books.ledger.add(SmallBooks.posting("RELEASED", "2900", "-100.00"));
        books.ledger.add(SmallBooks.posting("RELEASED", "2610", "-21.00"));
        books.figures.replaceAll(figure -> figure.rule() == TieRule.PAYMENTS_LEDGER
                ? SmallBooks.figure(TieRule.PAYMENTS_LEDGER, "100.00")
                : figure);
        assertThat(failing()).as("nobody says where the rest is").containsExactly("T03");
        books.withheld.add(SmallBooks.withheld("21.00", Status.RELEASED));
        assertThat(failing()).isEmpty();
        assertThat(read(books).getOrDefault("Withheld", List.of())).hasSize(1);
    }

    @Test
    void derivedSheetsAreWrittenLastAndAboutAfterAll() {
        assertThat(WorkbookModel.of(books).writingOrder().stream().map(Sheet::name))
                .containsExactly(
                        "Payments",
                        "Invoices",
                        "FX",
                        "VAT",
                        "Ledger",
                        "BankRec",
                        "OpenItems",
                        "Held",
                        "Rejected",
                        "Summary",
                        "Checks",
                        "About");
    }

    @Test
    void aPaymentOfACentTooMuch() {
        books.payments.set(0, SmallBooks.payment("121.01", Status.RELEASED));
        assertThat(failing()).containsExactly("T03", "T04");
        assertThat(allOk()).isEqualTo(new Cell.Truth(false));
    }

    @Test
    void aProposedPaymentNeedsNoJournalYet() {
        books.payments.set(0, SmallBooks.payment("121.00", Status.PROPOSED));
        books.ledger.removeIf(posting -> posting.kind().equals("RELEASED"));
        books.figures.removeIf(figure -> figure.rule() == TieRule.PAYMENTS_LEDGER);
        books.figures.replaceAll(figure ->
                figure.rule() == TieRule.LEDGER_BALANCE ? SmallBooks.figure(TieRule.LEDGER_BALANCE, "121.00") : figure);
        assertThat(failing()).isEmpty();
    }

    @Test
    void aSettledPaymentThatNoBankLineKnows() {
        books.payments.set(0, SmallBooks.payment("121.00", Status.SETTLED));
        assertThat(failing()).containsExactly("T10");
    }

    @Test
    void aPostingOnOneSideOnly() {
        books.ledger.add(SmallBooks.posting("FEE", "6100", "0.50"));
        assertThat(failing()).containsExactly("T06");
    }

    @Test
    void aTaxPostingWithoutAVatEntry() {
        books.ledger.add(SmallBooks.posting("ACCEPTED", "1500", "1.00"));
        books.ledger.add(SmallBooks.posting("ACCEPTED", "4000", "-1.00"));
        books.figures.replaceAll(figure ->
                figure.rule() == TieRule.LEDGER_BALANCE ? SmallBooks.figure(TieRule.LEDGER_BALANCE, "243.00") : figure);
        assertThat(failing()).containsExactly("T08");
    }

    @Test
    void taxThatIsNotWhatBaseAndRateComeTo() {
        books.bought("100.05", "21.03");
        assertThat(failing()).containsExactly("T16");
    }

    @Test
    void anEntryOnWhichTheSecondCalculationDiffers() {
        books.bought("100.05", "21.01");
        assertThat(failing()).isEmpty();
        books.figures.add(new DatabaseFigure(TieRule.VAT_AGAIN, "NL-BV", null, BigDecimal.ONE));
        assertThat(failing()).containsExactly("T16");
    }

    @Test
    void aHeldDocumentThatIsNotListed() {
        books.held.clear();
        assertThat(failing()).containsExactly("T12");
    }

    @Test
    void aRecordThatCouldNotBeReadIsNoDocumentAndIsCountedByItself() {
        books.rejected.add(SmallBooks.unread("r-1", "NL-BV"));
        books.rejected.add(SmallBooks.unread("r-1", "NL-BV"));
        assertThat(failing()).as("the database knows of none").containsExactly("T15");
        books.figures.add(new DatabaseFigure(TieRule.UNREAD_COUNT, "NL-BV", null, BigDecimal.ONE));
        assertThat(failing()).isEmpty();
    }

    @Test
    void aStrangersNameIsOneOnTheSheetAndInTheDatabase() {
        books.rejected.add(SmallBooks.unread("r-1", "Somebody Else Ltd"));
        books.figures.add(new DatabaseFigure(TieRule.UNREAD_COUNT, "Somebody Else Ltd", null, BigDecimal.ONE));
        assertThat(failing()).isEmpty();
    }

    @Test
    void whatOnlyTheDatabaseKnows() {
        books.figures.add(
                new DatabaseFigure(TieRule.PAYMENTS_LEDGER, "GB-LTD", CurrencyUnit.GBP, new BigDecimal("7.00")));
        assertThat(failing()).containsExactly("T04");
    }

    @Test
    void whatTheDatabaseDoesNotKnow() {
        books.figures.removeIf(figure -> figure.rule() == TieRule.INVOICES_LEDGER);
        assertThat(failing()).containsExactly("T05");
    }

    @Test
    void everyRuleIsShownEvenWithNothingToCompare() {
        assertThat(read(books).getOrDefault("Checks", List.of()).stream()
                        .skip(1)
                        .map(row -> row.cells().get(0).words())
                        .distinct())
                .as("those of returns stand where a return was closed")
                .hasSize((int) Stream.of(TieRule.values())
                        .filter(rule -> !rule.isOfReturns())
                        .count());
    }

    @Test
    void totalsStandBelowPerCurrencyUnderAName() {
        Row total = read(books).getOrDefault("Summary", List.of()).getLast();
        Cell payments = total.cells().get(SummarySheet.PLAN.index("Payments"));
        assertThat(total.role()).isEqualTo(Row.Role.TOTAL);
        assertThat(payments).isInstanceOfSatisfying(Cell.Named.class, named -> {
            assertThat(named.name()).isEqualTo("TOT_EUR");
            assertThat(named.cell())
                    .isInstanceOfSatisfying(
                            Cell.Formula.class,
                            formula -> assertThat(formula.expression())
                                    .isEqualTo("SUMIFS(Summary_Payments,Summary_Currency,$B4)"));
            assertThat(named.number()).isEqualByComparingTo("121.00");
        });
    }

    @Test
    void aboutCountsTheLinesOfEverySheet() {
        assertThat(read(books).getOrDefault("About", List.of()))
                .filteredOn(row -> !row.cells().isEmpty() && row.cells().getFirst() instanceof Cell.Link)
                .extracting(row ->
                        row.cells().get(0).words() + " " + row.cells().get(1).number())
                .contains("Payments 1", "Invoices 2", "Ledger 4", "Held 2", "Rejected 0", "FX 0");
    }
}
