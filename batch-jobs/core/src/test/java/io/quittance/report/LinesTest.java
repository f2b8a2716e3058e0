package io.quittance.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quittance.report.BankRow.Line;
import io.quittance.report.Cell.Formula;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lines whose cells are formulas, and how lines are read. */
class LinesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

    private static Formula formula(Row row, SheetPlan plan, String column) {
        return (Formula) row.cells().get(plan.index(column));
    }

    private static String says(Formula formula) {
        return formula.expression() + " = "
                + switch (formula.cached()) {
                    case Cell.Amount amount -> amount.money();
                    case Cell.Count count -> count.count();
                    default -> formula.cached();
                };
    }

    @ParameterizedTest
    @CsvSource({
        "EUR 100.00,  1.0512,          USD 105.12,   ROUND(D7*E7;2),  0",
        "EUR 0.10,    1.25,            USD 0.13,     ROUND(D7*E7;2),  0", // 0.125 goes away from zero
        "EUR -0.10,   1.25,            USD -0.13,    ROUND(D7*E7;2),  0",
        "JPY 880000,  0.0061237,       EUR 5388.86,  ROUND(D7*E7;2),  0",
        "EUR 1.00,    161.5,           JPY 162,      ROUND(D7*E7;0),  0",
        "EUR 1.00,    0.322580645161,  KWD 0.323,    ROUND(D7*E7;3),  0",
        "EUR 100.00,  1.0512,          USD 105.13,   ROUND(D7*E7;2),  1",
    })
    void aConversionShowsItsProductAndWhetherItIsOff(
            String from, BigDecimal rate, String to, String product, long off) {
        var fx = new FxRow("i", "NL-BV", "BOOKING", Money.parse(from), rate, Money.parse(to), DAY, 1, "ECB", "j");
        Row row = FxSheet.row(fx, 7);
        assertThat(formula(row, FxSheet.PLAN, "Product").expression()).isEqualTo(product.replace(';', ','));
        assertThat(formula(row, FxSheet.PLAN, "Off")).isEqualTo(new Formula("IF(I7=0,0,1)", new Cell.Count(off)));
        assertThat(formula(row, FxSheet.PLAN, "Difference").number()).isEqualByComparingTo(off == 0 ? "0" : "0.01");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-01, -7, NotDue",
        "2026-11-25, -1, NotDue",
        "2026-11-24,  0, Late7",
        "2026-11-17,  7, Late7",
        "2026-11-16,  8, Late30",
        "2026-10-25, 30, Late30",
        "2026-10-24, 31, Late60",
        "2026-09-25, 60, Late60",
        "2026-09-24, 61, LateMore",
        "2020-01-01, 2519, LateMore",
    })
    void anOpenDocumentStandsInOneBucket(LocalDate due, long days, String bucket) {
        var open = new OpenRow("i", "NL-BV", "C-1", "Ana", "7", due, Money.parse("EUR 12.34"), "j");
        Row row = OpenSheet.row(open, 5, DAY);
        assertThat(says(formula(row, OpenSheet.PLAN, "Days"))).isEqualTo("AS_OF-E5 = " + days);
        for (String other : OpenSheet.buckets()) {
            assertThat(formula(row, OpenSheet.PLAN, other).number())
                    .as(other)
                    .isEqualByComparingTo(other.equals(bucket) ? "12.34" : "0");
        }
        assertThat(formula(row, OpenSheet.PLAN, "Late30").expression()).isEqualTo("IF(AND(H5>=8,H5<=30),G5,0)");
    }

    @Test
    void aStatementAddsUpLineByLine() {
        List<Row> rows = new ArrayList<>();
        Lines.of(
                        BankSheet.PLAN,
                        () -> Stream.of(
                                bank(Line.OPENING, "EUR 100.00"),
                                bank(Line.ENTRY, "EUR -30.10"),
                                bank(Line.ENTRY, "EUR 5.00"),
                                bank(Line.CLOSING, "EUR 74.91")),
                        new BankSheet(),
                        List.of())
                .each(rows::add);
        assertThat(rows.stream().map(row -> says(formula(row, BankSheet.PLAN, "Balance"))))
                .containsExactly(
                        "J2 = EUR 100.00",
                        "ROUND(I2+H3,2) = EUR 69.90",
                        "ROUND(I3+H4,2) = EUR 74.90",
                        "I4 = EUR 74.90");
        assertThat(says(formula(rows.getLast(), BankSheet.PLAN, "Off"))).isEqualTo("IF(ROUND(I5-J5,2)=0,0,1) = 1");
    }

    private static BankRow bank(Line line, String amount) {
        return new BankRow(line, "ST-1", "****1", "NL-BV", DAY, "", Money.parse(amount), null, null, null, null);
    }

    @Test
    void aSourceIsReadOnceAndClosed() {
        var closed = new AtomicBoolean();
        RowSource lines = Lines.of(
                BankSheet.PLAN,
                () -> Stream.of(bank(Line.OPENING, "EUR 1.00")).onClose(() -> closed.set(true)),
                new BankSheet(),
                List.of());
        assertThatThrownBy(() -> lines.each(row -> {
                    throw new IllegalStateException("disk full");
                }))
                .hasMessage("disk full");
        assertThat(closed).isTrue();
        assertThatThrownBy(() -> lines.each(row -> {})).hasMessage("Sheet BankRec was read already");
    }
}
