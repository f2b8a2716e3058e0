package io.quittance.fx.hmrc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.fx.Rate;
import io.quittance.fx.RateSet;
import io.quittance.fx.RateSheet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HmrcMonthlyTest {

    private static final String HEADER =
            "Country/Territories,Currency,Currency Code,Currency Units per £1,Start date,End date\n";

    private static final String GOOD = HEADER + """
            Eurozone,Euro,EUR,1.1420,01/11/2026,30/11/2026
            USA,Dollar,USD,1.3000,01/11/2026,30/11/2026
            Ecuador,Dollar,USD,1.30,01/11/2026,30/11/2026
            "Korea, South",Won,KRW,1795.6,01/11/2026,30/11/2026
            """;

    @Test
    void readsUnitsPerPoundForAPeriodAndOneRateForACurrencyOfManyCountries() throws IOException {
        RateSheet sheet = read(GOOD);

        assertThat(sheet.findings()).isEmpty();
        assertThat(sheet.rates())
                .extracting(Rate::toString)
                .containsExactly(
                        "Rate[source=HMRC, base=GBP, quote=EUR, from=2026-11-01, to=2026-11-30, value=1.1420]",
                        "Rate[source=HMRC, base=GBP, quote=USD, from=2026-11-01, to=2026-11-30, value=1.3000]",
                        "Rate[source=HMRC, base=GBP, quote=KRW, from=2026-11-01, to=2026-11-30, value=1795.6]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # instead of           | there stands          | place                         | the message says
            USD,1.30,              | USD,1.31,             | hmrc.csv:4 Currency Units per £1 | HMRC GBP/USD for 2026-11-01 is 1.31 here, but 1.3000 in line 3
            KRW,1795.6,            | KRW,0,                | hmrc.csv:5 Currency Units per £1 | "0" is not above zero
            KRW,1795.6,            | KRW,"1,795.6",        | hmrc.csv:5 Currency Units per £1 | "1,795.6" is no plain decimal
            KRW,1795.6,            | KRW,,                 | hmrc.csv:5 Currency Units per £1 | the cell is blank
            1795.6,01/11/2026      | 1795.6,2026-11-01     | hmrc.csv:5 Start date         | "2026-11-01" is no date as DD/MM/YYYY
            1795.6,01/11/2026      | 1795.6,31/11/2026     | hmrc.csv:5 Start date         | is no date
            1795.6,01/11/2026      | 1795.6,01/12/2026     | hmrc.csv:5 End date           | the period ends on 2026-11-30 before it begins on 2026-12-01
            KRW                    | GBP                   | hmrc.csv:5 Currency Code      | the pound is not quoted against itself
            Currency Code          | Code                  | hmrc.csv:1 Code               | unknown column
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

    /** Real figures, put back into the government's layout; old codes such as VED are left out with a word. */
    @Test
    void readsEveryMonthThatIsAtHand() throws IOException {
        Path published = Path.of(System.getProperty("quittance.root"), "../shared/reference/fx/hmrc-monthly-rates.csv");
        assumeTrue(Files.exists(published), "HMRC's figures are not at hand: " + published.getFileName());
        String rows = Files.readAllLines(published).stream()
                .skip(1)
                .map(line -> line.split(","))
                .map(c -> "X,Y," + c[2] + "," + c[3] + "," + dayFirst(c[0]) + "," + dayFirst(c[1]))
                .collect(Collectors.joining("\n"));

        RateSheet sheet = read(HEADER + rows);
        RateSet rates = RateSet.of(sheet.rates());

        assertThat(sheet.isRefused()).as(sheet.findings().toString()).isFalse();
        assertThat(rates.newest("HMRC", CurrencyUnit.GBP, CurrencyUnit.of("AED"), LocalDate.of(2024, 1, 31)))
                .extracting(rate -> rate.value().toPlainString())
                .isEqualTo("4.6461");
        assertThat(sheet.findings().stream().map(Finding::message))
                .as("a known jump, of March 2024")
                .anyMatch(message -> message.contains("GBP/NGN") && message.contains("2024-03-01"));
    }

    private static String dayFirst(String iso) {
        return iso.substring(8) + "/" + iso.substring(5, 7) + "/" + iso.substring(0, 4);
    }

    private static RateSheet read(String text) throws IOException {
        return HmrcMonthly.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "hmrc.csv");
    }
}
