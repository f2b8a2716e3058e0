package io.quittance.invoice.profile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            # as written      | point        | comma
            1234              | 1234         | 1234
            1234.5            | 1234.5       |
            1234,5            |              | 1234.5
            1,234.50          | 1234.50      |
            1.234,50          |              | 1234.50
            1.234             | 1.234        | 1234
            1,234             | 1234         | 1.234
            1.234.567         |              | 1234567
            1'234.50          | 1234.50      |
            1’234,50          |              | 1234.50
            1 234,50          |              | 1234.50
            1 234.50          | 1234.50      |
            -12.50            | -12.50       |
            12.50-            | -12.50       |
            (12.50)           | -12.50       |
            −12.50            | -12.50       |
            €12.50            | 12.50        |
            12,50 €           |              | 12.50
            -€12.50           | -12.50       |
            (€12.50)          | -12.50       |
            EUR 12.50         | 12.50        |
            12.50 EUR         | 12.50        |
            US$12.50          | 12.50        |
            12,50 zł          |              | 12.50
            19 %              | 19           | 19
            0.123             | 0.123        |
            1,234'567.00      |              |
            1,23,456.00       |              |
            12,34             |              | 12.34
            12.              |              |
            """)
    void readsWhatPeopleWrite(String written, String point, String comma) {
        NumberText number = NumberText.of(written);
        assertThat(number == null ? null : number.plain('.')).isEqualTo(point);
        assertThat(number == null ? null : number.plain(',')).isEqualTo(comma);
    }

    @Test
    void unbreakableBlanksGroup() {
        assertThat(NumberText.of("1\u00A0234,50").plain(',')).isEqualTo("1234.50");
        assertThat(NumberText.of("1\u202F234\u202F567,50").plain(',')).isEqualTo("1234567.50");
        assertThat(NumberText.of("1 234\u00A0567,50").plain(','))
                .as("two kinds of grouping")
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "abc", "--1", "(-1)", "-1-", "(1", "1)", "1e5", "NaN", "€1€", "1 2", "+1", "1..2", "１２", ".5",
                "=1+1"
            })
    void refusesTheRest(String written) {
        NumberText number = NumberText.of(written);
        assertThat(number == null || number.plain('.') == null).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "€1,EUR,true",
        "€1,USD,false",
        "$1,USD,true",
        "$1,EUR,false",
        "GBP 1,GBP,true",
        "GBP 1,EUR,false",
        "1,EUR,true"
    })
    void aSignMustBeThatOfTheCurrency(String written, String currency, boolean fits) {
        assertThat(NumberText.of(written).fits(currency)).isEqualTo(fits);
    }

    @ParameterizedTest
    @CsvSource({
        "dd.MM.yyyy, 15.02.2026, 2026-02-15",
        "dd.MM.yyyy, 5.2.2026,",
        "d.M.yyyy,   5.2.2026,   2026-02-05",
        "d/M/yyyy,   05/02/2026, 2026-02-05",
        "yyyy-MM-dd, 2026-02-30,",
        "yyyy-MM-dd, 0000-02-01,",
        "yyyy-MM-dd, 2026-02-28T00:00,",
        "MM/dd/yyyy, 02/15/2026, 2026-02-15"
    })
    void readsDaysStrictly(String pattern, String text, String day) {
        var read = DatePattern.of(pattern).read(text);
        assertThat(read == null ? null : read.toString()).isEqualTo(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dd.MM.yy", "d MMM yyyy", "yyyy", "dd.MM", "dd.MM.yyyy HH", "yyyyMMdd", "dd.dd.yyyy"})
    void noPatternWithNamesOrYearsOfTwoDigits(String pattern) {
        org.assertj.core.api.Assertions.assertThatIllegalArgumentException().isThrownBy(() -> DatePattern.of(pattern));
    }

    @Test
    void headingsAreOneHoweverTheyAreWritten() {
        assertThat(Headings.fold("*Invoice Number"))
                .isEqualTo(Headings.fold("invoice_number"))
                .isEqualTo(Headings.fold(" INVOICENUMBER* "));
        assertThat(Headings.fold("USt %")).isNotEqualTo(Headings.fold("USt"));
    }
}
