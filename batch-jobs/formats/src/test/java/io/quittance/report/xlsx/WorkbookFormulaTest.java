package io.quittance.report.xlsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.quittance.report.LedgerRow;
import io.quittance.report.PaymentRow;
import io.quittance.report.TieRule;
import io.quittance.vat.BoxKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.CellValue;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFFormulaEvaluator;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** A second calculator, POI's own, must come to every value that we cached. */
class WorkbookFormulaTest {

    private static final double MINOR = 0.0005;

    @Test
    void everyCachedValueIsWhatTheFormulaComesTo() throws IOException {
        try (XSSFWorkbook file = Written.of(SampleBooks.withReturn(3)).open()) {
            List<Cell> formulas = formulas(file);
            assertThat(formulas).hasSizeGreaterThan(400);
            recalculate(file, formulas);
        }
    }

    private static void recalculate(XSSFWorkbook file, List<Cell> formulas) {
        var evaluator = new XSSFFormulaEvaluator(file);
        for (Cell cell : formulas) {
            CellValue value = evaluator.evaluate(cell);
            String place = cell.getSheet().getSheetName() + "!" + new CellReference(cell).formatAsString(false) + " "
                    + cell.getCellFormula();
            assertThat(value.getCellType()).as(place).isEqualTo(cell.getCachedFormulaResultType());
            switch (value.getCellType()) {
                case NUMERIC ->
                    assertThat(value.getNumberValue()).as(place).isCloseTo(cell.getNumericCellValue(), within(MINOR));
                case BOOLEAN -> assertThat(value.getBooleanValue()).as(place).isEqualTo(cell.getBooleanCellValue());
                default -> assertThat(value.getStringValue()).as(place).isEqualTo(cell.getStringCellValue());
            }
        }
    }

    private static List<Cell> formulas(XSSFWorkbook file) {
        List<Cell> formulas = new ArrayList<>();
        file.forEach(sheet -> sheet.forEach(row -> row.forEach(cell -> {
            if (cell.getCellType() == CellType.FORMULA) {
                formulas.add(cell);
            }
        })));
        return formulas;
    }

    @Test
    void allTiesOfBalancedBooksAgree() throws IOException {
        assertThat(Written.of(SampleBooks.withReturn(1)).dump())
                .anyMatch(line -> line.matches("Checks!C1 formula .* = truth true"))
                .noneMatch(line -> line.contains("text FAIL"));
    }

    @Test
    void aPaymentThatTheLedgerDoesNotKnowFails() throws IOException {
        var books = SampleBooks.of(1);
        PaymentRow first = books.payments.getFirst();
        books.payments.set(0, withAmount(first));
        assertThat(Written.of(books).dump())
                .anyMatch(line -> line.matches("Checks!C1 formula .* = truth false"))
                .filteredOn(line -> line.matches("Checks!B\\d+ .*text FAIL"))
                .hasSize(3); // invoices = payments, payments = ledger, bank = payments
    }

    /** An entry that the return does not know; a rounding that the ledger does not; a figure that no rounding explains. */
    @Test
    void aReturnThatIsNotItsEntriesFails() throws IOException {
        var books = SampleBooks.withReturn(1);
        books.parts.removeIf(part -> part.kind() == BoxKind.INPUT
                && part.equals(books.parts.reversed().stream()
                        .filter(one -> one.kind() == BoxKind.INPUT)
                        .findFirst()
                        .orElseThrow()));
        assertThat(Written.of(books).dump())
                .anyMatch(line -> line.matches("Returns!H\\d+ formula SUMIFS\\(ReturnParts_Amount.*"))
                .filteredOn(line -> line.matches("Checks!B\\d+ .*text FAIL"))
                .hasSize(2); // declared = entries, rounding explains
        var other = SampleBooks.withReturn(1);
        other.ledger.removeIf(posting -> posting.kind().equals("VAT_CLOSED"));
        other.figures.removeIf(figure -> figure.rule() == TieRule.LEDGER_BALANCE);
        assertThat(Written.of(other).dump())
                .anyMatch(line -> line.matches("Checks!A\\d+ .*T18.*"))
                .anyMatch(line -> line.matches("Checks!B\\d+ .*text FAIL"));
    }

    @Test
    void whatOnlyTheDatabaseKnowsFails() throws IOException {
        var books = SampleBooks.of(1);
        LedgerRow last = books.ledger.removeLast();
        assertThat(last.amount().isNegative()).isTrue();
        assertThat(Written.of(books).dump())
                .filteredOn(line -> line.matches("Checks!B\\d+ .*text FAIL"))
                .isNotEmpty();
    }

    private static PaymentRow withAmount(PaymentRow p) {
        return new PaymentRow(
                p.payment(),
                p.run(),
                p.entity(),
                p.rail(),
                p.contractor(),
                p.name(),
                p.account(),
                p.amount().plusMinor(1),
                p.documents(),
                p.executionDate(),
                p.file(),
                p.endToEndId(),
                p.status(),
                p.reason(),
                p.journal());
    }
}
