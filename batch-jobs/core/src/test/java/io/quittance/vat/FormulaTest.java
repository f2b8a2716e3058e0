package io.quittance.vat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quittance.vat.Formula.Share;
import io.quittance.vat.Formula.Sign;
import io.quittance.vat.Formula.Sum;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The formulas of forms as they are written. */
class FormulaTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [1] + [2]                   | KEPT     | 1 2
            abs [3] - [4]               | ABSOLUTE | 3 -4
            over [16] - [23]            | EXCESS   | 16 -23
            - [108]                     | KEPT     | -108
            [08 OUTPUT] + [3.1(d) BASE] | KEPT     | 08 OUTPUT 3.1(d) BASE
            """)
    void sums(String written, Sign sign, String terms) {
        Sum sum = (Sum) Formula.parse(written);
        assertThat(sum.sign()).isEqualTo(sign);
        assertThat(sum.terms().stream()
                        .map(term -> (term.negative() ? "-" : "") + term.of())
                        .reduce((one, other) -> one + " " + other))
                .contains(terms);
    }

    @ParameterizedTest
    @CsvSource({"20/100 of [08 BASE], 08 BASE", "3/23 of [11], 11", "5.5/100 of [09 BASE], 09 BASE"})
    void shares(String written, String of) {
        assertThat(((Share) Formula.parse(written)).of()).hasToString(of);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 + 2", "[1] * [2]", "over", "20 % of [08]", "[1", "sum [1]"})
    void whatIsNoFormula(String written) {
        assertThatThrownBy(() -> Formula.parse(written)).hasMessage("\"" + written + "\" is no formula");
    }
}
