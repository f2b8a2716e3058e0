package io.quittance.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SheetPlanTest {

    @ParameterizedTest
    @CsvSource({"0, A", "1, B", "25, Z", "26, AA", "51, AZ", "52, BA", "701, ZZ", "702, AAA", "16383, XFD"})
    void columnsHaveLetters(int index, String letters) {
        assertThat(SheetPlan.letters(index)).isEqualTo(letters);
    }

    @Test
    void linesFollowTheTitlesAndTotalsAnEmptyRow() {
        assertThat(PaymentsSheet.PLAN.firstRow()).isEqualTo(2);
        assertThat(PaymentsSheet.PLAN.totalsRow(7)).isEqualTo(10);
        assertThat(ChecksSheet.PLAN.firstRow()).isEqualTo(4);
        assertThat(PaymentsSheet.PLAN.cell("Amount", 2)).isEqualTo("G2");
        assertThat(PaymentsSheet.PLAN.range("Amount")).isEqualTo("Payments_Amount");
    }

    static Stream<SheetPlan> plans() {
        return Stream.of(
                ChecksSheet.PLAN,
                SummarySheet.PLAN,
                PaymentsSheet.PLAN,
                InvoicesSheet.PLAN,
                FxSheet.PLAN,
                VatSheet.PLAN,
                LedgerSheet.PLAN,
                BankSheet.PLAN,
                OpenSheet.PLAN,
                FindingSheet.HELD,
                FindingSheet.REJECTED);
    }

    /** Names must be different, letters only and not mistakable for a cell; sheet names must need no quotes. */
    @ParameterizedTest
    @MethodSource("plans")
    void everyColumnCanBeNamed(SheetPlan plan) {
        List<String> keys = plan.columns().stream().map(Column::key).toList();
        assertThat(keys).doesNotHaveDuplicates().allMatch(key -> key.matches("[A-Z][A-Za-z]+\\d*"));
        assertThat(plan.name()).matches("[A-Z][A-Za-z]+");
        assertThat(plan.purpose()).endsWith(".").hasSizeLessThan(120);
    }

    /** Sentences wrap, so somebody must say how wide they are; long ids come last, since print stops before them. */
    @ParameterizedTest
    @MethodSource("plans")
    void sentencesHaveAWidthAndIdsComeLast(SheetPlan plan) {
        assertThat(plan.columns())
                .filteredOn(column -> column.kind() == Column.Kind.PROSE)
                .allMatch(column -> column.width() > 0);
        assertThat(plan.columns().stream().dropWhile(column -> column.kind() != Column.Kind.ID))
                .allMatch(column -> column.kind() == Column.Kind.ID);
    }
}
