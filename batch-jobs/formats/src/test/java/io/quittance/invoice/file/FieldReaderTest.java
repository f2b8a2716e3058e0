package io.quittance.invoice.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Place;
import io.quittance.invoice.VatCategory;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldReaderTest {

    private static final Place PLACE = new Place("x.csv", 7, "f");

    private final FieldReader fields = new FieldReader();

    @ParameterizedTest
    @CsvSource(textBlock = """
            # currency  read                 amount
            EUR,        1234.50,             EUR 1234.50
            EUR,        1234.5,              EUR 1234.50
            EUR,        -0.01,               EUR -0.01
            EUR,        12.3400,             EUR 12.34
            EUR,        007,                 EUR 7.00
            JPY,        1200,                JPY 1200
            JPY,        1200.00,             JPY 1200
            BHD,        1.234,               BHD 1.234
            CLF,        1.2345,              CLF 1.2345
            EUR,        9999999999999.99,    EUR 9999999999999.99
            """)
    void readsAmounts(String currency, String read, String amount) {
        fields.currency(PLACE, currency);
        assertThat(fields.money(PLACE, read))
                .isEqualTo(Money.parse(amount))
                .isEqualTo(FieldReader.moneyIfReadable(read, CurrencyUnit.of(currency)));
        assertThat(fields.findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(ignoreLeadingAndTrailingWhitespace = false, quoteCharacter = '\"', textBlock = """
            EUR,1e3,Q109
            EUR,1E1000000000,Q109
            EUR,NaN,Q109
            EUR,"1,000.00",Q109
            EUR,1.000.00,Q109
            EUR,1 000.00,Q109
            EUR,1'000.00,Q109
            EUR," 1.00",Q109
            EUR,1.00 ,Q109
            EUR,+1.00,Q109
            EUR,--1,Q109
            EUR,1-,Q109
            EUR,(1.00),Q109
            EUR,.50,Q109
            EUR,5.,Q109
            EUR,0x10,Q109
            EUR,€5,Q109
            EUR,１２,Q109
            EUR,12345678901234,Q109
            EUR,1.005,Q110
            EUR,0.001,Q110
            JPY,1200.50,Q110
            BHD,1.2345,Q110
            KWD,0.0001,Q110
            EUR,,Q108
            EUR,   ,Q108
            """)
    void refusesOtherAmounts(String currency, String read, String code) {
        fields.currency(PLACE, currency);
        assertThat(fields.money(PLACE, read)).as("stand-in").isEqualTo(Money.zero(CurrencyUnit.of(currency)));
        assertThat(only().code().id()).isEqualTo(code);
        assertThat(only().place()).isEqualTo(PLACE);
        assertThat(fields.refused()).isTrue();
        assertThat(FieldReader.moneyIfReadable(read, CurrencyUnit.of(currency))).isNull();
    }

    @ParameterizedTest
    @CsvSource(nullValues = "null", textBlock = """
            # read         code   shown
            eur,           Q112,  eur
            EURO,          Q112,  EURO
            QQQ,           Q112,  QQQ
            XAU,           Q112,  XAU
            XXX,           Q112,  XXX
            null,          Q108,  null
            '',            Q108,  null
            """)
    void refusesOtherCurrencies(String read, String code, String shown) {
        fields.currency(PLACE, read);
        assertThat(only().code().id()).isEqualTo(code);
        assertThat(only().read()).isEqualTo(shown);
        assertThat(fields.knownCurrency()).isNull();
    }

    @Test
    void withoutACurrencyTheShapeOfAmountsIsStillTold() {
        fields.money(PLACE, "1.23456");
        assertThat(fields.findings()).as("nobody knows how many decimals").isEmpty();
        fields.money(PLACE, "1,5");
        assertThat(only().code()).isEqualTo(FindingCode.AMOUNT_MALFORMED);
    }

    @Test
    void readsDates() {
        assertThat(fields.date(PLACE, "2028-02-29")).isEqualTo(LocalDate.of(2028, 2, 29));
        assertThat(fields.dateIfAny(PLACE, "")).isNull();
        assertThat(fields.findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-30",
                "2026-02-29",
                "2026-13-01",
                "0000-01-05",
                "2026-1-1",
                "20260101",
                "01/02/2026",
                "2026-01-01T00:00:00",
                " 2026-01-01",
                "+2026-01-01",
                "２０２６-01-01"
            })
    void refusesOtherDates(String read) {
        fields.date(PLACE, read);
        assertThat(only().code()).isEqualTo(FindingCode.DATE_MALFORMED);
        assertThat(only().read()).isEqualTo(read);
        assertThat(only().expected()).isEqualTo("YYYY-MM-DD");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "null", textBlock = """
            # category  read    rate   code
            S,          19,     19,    null
            S,          null,   0,     Q108
            AE,         0,      0,     null
            AE,         null,   0,     Q108
            E,          0.00,   0.00,  null
            O,          null,   null,  null
            O,          0,      null,  null
            O,          19,     19,    null
            S,          19 %,   0,     Q109
            """)
    void readsRates(VatCategory category, String read, BigDecimal rate, String code) {
        assertThat(fields.rate(PLACE, read, category)).isEqualTo(rate);
        assertThat(fields.findings().stream()
                        .map(f -> f.code().id())
                        .findFirst()
                        .orElse(null))
                .isEqualTo(code);
    }

    @Test
    void readsCategories() {
        assertThat(fields.category(PLACE, "AE")).isEqualTo(VatCategory.AE);
        assertThat(fields.findings()).isEmpty();
        fields.category(PLACE, "B");
        assertThat(only().message()).isEqualTo("'B' is not one of S Z E AE K G O L M");
    }

    @Test
    void readsTexts() {
        assertThat(fields.reference(PLACE, "  INV 1 ")).isEqualTo("INV 1");
        assertThat(fields.referenceIfAny(PLACE, " ")).isNull();
        assertThat(fields.prose(PLACE, "two\r\n\tlines")).isEqualTo("two lines");
        assertThat(fields.findings()).isEmpty();
    }

    /** Once it took the square of its length: found by fuzzing. */
    @Test
    @Timeout(5)
    void aLongRunOfBlanksCostsItsLength() {
        String blanks = " ".repeat(90_000);
        assertThat(fields.prose(PLACE, "\u00E9" + blanks + "x" + blanks + "\ny"))
                .endsWith("x y");
        assertThat(only().code()).isEqualTo(FindingCode.FILE_TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u001B[31m", "a\nb", "a\u202Eb", "a\u2066b", "a\uFEFF", "a\u0085b"})
    void refusesWhatCannotBeSeen(String read) {
        fields.reference(PLACE, read);
        assertThat(only().code()).isEqualTo(FindingCode.VALUE_UNKNOWN);
        assertThat(only().message()).startsWith("the text holds the invisible character U+");
    }

    @Test
    void refusesTextsWithoutEnd() {
        fields.reference(PLACE, "x".repeat(FieldReader.REFERENCE_CHARS));
        fields.prose(PLACE, "x".repeat(FieldReader.PROSE_CHARS));
        assertThat(fields.findings()).isEmpty();
        fields.reference(PLACE, "x".repeat(FieldReader.REFERENCE_CHARS + 1));
        assertThat(only().code()).isEqualTo(FindingCode.FILE_TOO_LARGE);
    }

    @Test
    void showsNoMoreThanFortyCharacters() {
        assertThat(FieldReader.shown("x".repeat(40))).hasSize(40);
        assertThat(FieldReader.shown("\uD83D\uDE00".repeat(100))).isEqualTo("\uD83D\uDE00".repeat(40) + "…");
        assertThat(FieldReader.shown("a\u001Bb\nc")).isEqualTo("a?b?c");
    }

    @Test
    void stopsNotingAfterFiveHundred() {
        for (int i = 0; i < 1_000; i++) {
            fields.money(PLACE, "x");
        }
        assertThat(fields.findings().all()).hasSize(500);
    }

    private Finding only() {
        assertThat(fields.findings().all()).hasSize(1);
        return fields.findings().all().getFirst();
    }

    /** What is accepted here fits the column that keeps it: numeric(9, 4). */
    @ParameterizedTest
    @CsvSource({
        "0,",
        "19.000000,",
        "99.9999,",
        "100,",
        "100.0001,Q113",
        "210000,Q113",
        "19.00001,Q113",
        "-1,Q113",
        "123456789012345678,Q113"
    })
    void aVatRateIsAPercentage(String read, String code) {
        fields.currency(PLACE, "EUR");
        fields.rate(PLACE, read, VatCategory.S);
        assertThat(fields.findings().stream().map(found -> found.code().id()).toList())
                .isEqualTo(code == null ? java.util.List.of() : java.util.List.of(code));
    }
}
