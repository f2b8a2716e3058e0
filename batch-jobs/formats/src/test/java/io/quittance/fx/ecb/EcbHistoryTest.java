package io.quittance.fx.ecb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Severity;
import io.quittance.fx.Rate;
import io.quittance.fx.RateSet;
import io.quittance.fx.RateSheet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EcbHistoryTest {

    private static final String GOOD = """
            Date,USD,JPY,BGN,
            2026-11-20,1.1600,180.55,N/A,
            2026-11-19,1.1590,180.4,N/A,
            """;

    @Test
    void readsEachQuotationAsUnitsPerEuro() throws IOException {
        RateSheet sheet = read(GOOD);

        assertThat(sheet.findings()).isEmpty();
        assertThat(sheet.rates())
                .extracting(Rate::toString)
                .containsExactly(
                        "Rate[source=ECB, base=EUR, quote=USD, from=2026-11-20, to=2026-11-20, value=1.1600]",
                        "Rate[source=ECB, base=EUR, quote=JPY, from=2026-11-20, to=2026-11-20, value=180.55]",
                        "Rate[source=ECB, base=EUR, quote=USD, from=2026-11-19, to=2026-11-19, value=1.1590]",
                        "Rate[source=ECB, base=EUR, quote=JPY, from=2026-11-19, to=2026-11-19, value=180.4]");
    }

    @Test
    void theLastCommaAndAByteOrderMarkDoNotMatter() throws IOException {
        RateSheet plain = read("\uFEFF" + GOOD.replace(",\n", "\r\n"));

        assertThat(plain).isEqualTo(read(GOOD));
    }

    /** Each row changes one thing of the good file; none of its rates is used then. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # instead of            | there stands            | place            | the message says
            1.1590                  | 0                       | ecb.csv:3 USD    | "0" is not above zero
            1.1590                  | -1.1590                 | ecb.csv:3 USD    | "-1.1590" is no plain decimal
            1.1590                  | 1,1590                  | ecb.csv:3        | 5 fields, but the header has 4
            1.1590                  | 1.1590E0                | ecb.csv:3 USD    | is no plain decimal
            1.1590                  | n/a                     | ecb.csv:3 USD    | "n/a" is no plain decimal
            180.4                   | ''                      | ecb.csv:3 JPY    | "" is no plain decimal
            2026-11-19              | 19/11/2026              | ecb.csv:3 Date   | "19/11/2026" is no date as YYYY-MM-DD
            2026-11-19              | 2026-02-29              | ecb.csv:3 Date   | "2026-02-29" is no date
            2026-11-19              | 2026-11-20              | ecb.csv:3 JPY    | ECB EUR/JPY for 2026-11-20 is 180.4 here, but 180.55 in line 2
            Date,                   | Day,                    | ecb.csv:1        | no header of the ECB's history
            USD,JPY                 | USD,USD                 | ecb.csv:1 USD    | the column is there twice
            USD,JPY                 | USD,EUR                 | ecb.csv:1 EUR    | the euro is not quoted against itself
            1.1590                  | "1.1590                 | ecb.csv          | no CSV
            """)
    void refusesTheWholeFile(String instead, String there, String place, String message) throws IOException {
        RateSheet sheet = read(GOOD.replace(instead, there));

        assertThat(sheet.isRefused()).isTrue();
        assertThat(sheet.rates()).isEmpty();
        Finding first = sheet.findings().all().getFirst();
        assertThat(first.code()).isEqualTo(FindingCode.RATE_FILE_INVALID);
        assertThat(first.place()).hasToString(place);
        assertThat(first.message()).contains(message);
    }

    @Test
    void reportsEveryFaultyCellOfTheFile() throws IOException {
        RateSheet sheet = read(GOOD.replace("180.55", "?").replace("1.1590", "0"));

        assertThat(sheet.findings().all()).hasSize(2);
    }

    @Test
    void anEmptyFileHasNoHeader() throws IOException {
        assertThat(read("").isRefused()).isTrue();
        assertThat(read("Date,USD,\n").findings().all().getFirst().message()).isEqualTo("there is no rate in it");
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() throws IOException {
        var latin1 = new ByteArrayInputStream("Date,£,\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(EcbHistory.read(latin1, "ecb.csv")
                        .findings()
                        .all()
                        .getFirst()
                        .message())
                .isEqualTo("not in UTF-8");
    }

    @Test
    void anUnknownCurrencyIsLeftOutWithAWord() throws IOException {
        RateSheet sheet = read(GOOD.replace("JPY", "QQQ"));

        assertThat(sheet.isRefused()).isFalse();
        assertThat(sheet.rates()).hasSize(2);
        assertThat(sheet.findings().all())
                .singleElement()
                .satisfies(finding -> assertThat(finding.severity()).isEqualTo(Severity.WARN))
                .satisfies(finding -> assertThat(finding.read()).isEqualTo("QQQ"));
    }

    @Test
    void asksAboutAJumpButKeepsTheRates() throws IOException {
        RateSheet sheet = read(GOOD.replace("1.1600", "1.6000"));

        assertThat(sheet.rates()).hasSize(4);
        assertThat(sheet.findings().has(FindingCode.RATE_JUMP)).isTrue();
        assertThat(sheet.findings().all().getFirst().place()).hasToString("ecb.csv USD");
    }

    /** The published file of more than two years, if it is at hand. Figures looked up in it by eye. */
    @Test
    void readsThePublishedFile() throws IOException {
        Path published = Path.of(System.getProperty("quittance.root"), "../shared/reference/fx/ecb-eurofxref-hist.csv");
        assumeTrue(Files.exists(published), "the published ECB file is not at hand: " + published.getFileName());

        RateSheet sheet = EcbHistory.read(Files.newInputStream(published), "eurofxref-hist.csv");
        RateSet rates = RateSet.of(sheet.rates());

        assertThat(sheet.isRefused()).as(sheet.findings().toString()).isFalse();
        assertThat(value(rates, "USD", "2026-04-13")).isEqualByComparingTo("1.1684");
        assertThat(value(rates, "THB", "2026-04-12")).isEqualByComparingTo("37.592");
        assertThat(rates.newest("ECB", CurrencyUnit.EUR, CurrencyUnit.of("BGN"), LocalDate.of(2026, 4, 13)))
                .extracting(Rate::from)
                .isEqualTo(LocalDate.of(2025, 12, 31));
        assertThat(sheet.rates()).hasSizeGreaterThan(581 * 29);
    }

    private static BigDecimal value(RateSet rates, String quote, String on) {
        return rates.newest("ECB", CurrencyUnit.EUR, CurrencyUnit.of(quote), LocalDate.parse(on))
                .value();
    }

    private static RateSheet read(String text) throws IOException {
        return EcbHistory.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "ecb.csv");
    }
}
