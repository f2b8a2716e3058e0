package io.quittance.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quittance.report.Cell.Amount;
import io.quittance.report.Cell.Count;
import io.quittance.report.Cell.Formula;
import java.math.BigDecimal;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FigureTest {

    private static final Figure A = Figure.of("A1", new BigDecimal("10.50"));
    private static final Figure B = Figure.of("B1", new BigDecimal("0.25"));
    private static final Figure C = Figure.of("C1", new BigDecimal("-3.00"));

    @Test
    void textAndValueSayTheSame() {
        assertThat(A.plus(B)).isEqualTo(new Figure("A1+B1", new BigDecimal("10.75"), false));
        assertThat(A.minus(B)).isEqualTo(new Figure("A1-B1", new BigDecimal("10.25"), false));
        assertThat(A.minus(B.minus(C))).isEqualTo(new Figure("A1-(B1-C1)", new BigDecimal("7.25"), false));
        assertThat(A.minus(B.plus(C).cleaned(2)))
                .isEqualTo(new Figure("A1-ROUND(B1+C1,2)", new BigDecimal("13.25"), false));
    }

    @ParameterizedTest
    @CsvSource({"1.00, 2", "1.000, 2", "100, 0", "-0.005, 3", "0, 0"})
    void cleaningNeverChangesAnExactValue(BigDecimal value, int scale) {
        assertThat(Figure.of("X9", value).cleaned(scale).value()).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"1.001, 2", "0.5, 0", "-0.0005, 3"})
    void cleaningRefusesToRound(BigDecimal value, int scale) {
        assertThatThrownBy(() -> Figure.of("X9", value).cleaned(scale))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("more than " + scale + " decimals");
    }

    @Test
    void aFigureIsAnAmountInACurrencyAndElseACount() {
        assertThat(A.in(CurrencyUnit.EUR)).isEqualTo(new Formula("A1", new Amount(Money.parse("EUR 10.50"))));
        assertThat(Figure.of("COUNTIFS(X,1)", BigDecimal.TEN).in(null))
                .isEqualTo(new Formula("COUNTIFS(X,1)", new Count(10)));
        assertThatThrownBy(() -> A.in(null)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void truthNeedsAtLeastOneLine() {
        Figure three = Figure.of("COUNTIF(S,\"OK\")", BigDecimal.valueOf(3));
        assertThat(Formulas.isAll(three, "S", 3).cached()).isEqualTo(new Cell.Truth(true));
        assertThat(Formulas.isAll(three, "S", 4).cached()).isEqualTo(new Cell.Truth(false));
        assertThat(Formulas.isAll(Figure.zero(), "S", 0).cached()).isEqualTo(new Cell.Truth(false));
    }

    @ParameterizedTest
    @CsvSource({"0, 0, OK", "0.00, 0, OK", "0.01, 0, FAIL", "0, -1, FAIL", "1, -1, FAIL"})
    void aStatusNeedsBothDifferencesToBeZero(BigDecimal sheets, BigDecimal database, String status) {
        assertThat(Formulas.status(Figure.of("H4", sheets), Figure.of("J4", database)))
                .isEqualTo(new Formula("IF(AND(H4=0,J4=0),\"OK\",\"FAIL\")", new Cell.Text(status)));
    }
}
