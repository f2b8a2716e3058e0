package io.quittance.fx.publisher;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quittance.fx.Rate;
import io.quittance.fx.RateSet;
import io.quittance.fx.RateSheet;
import io.quittance.fx.ecb.EcbHistory;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Real answers of the publishers, where they are at hand. Each is held against the ECB's rate of the same day: an inverted
 * rate or a wrong number of units is off by far more than the two per cent allowed.
 */
class PublishedSamplesTest {

    private static final Path FX = Path.of(System.getProperty("quittance.root"), "../shared/reference/fx");
    private static final BigDecimal TWO_PER_CENT = new BigDecimal("0.02");

    /** Sydney's afternoon is half a day before Frankfurt's: in the first days of April 2025 that made 2.4 per cent. */
    private static final BigDecimal THREE_PER_CENT = new BigDecimal("0.03");

    /** Days within which the nearest fixing of the ECB is asked; a holiday here is none there. */
    private static final int NEAR = 4;

    /** What the publisher itself gave: on that day it wrote 0.1813 where the dollar and the euro make it 0.19. */
    private static final Map<String, List<String>> BEYOND =
            Map.of("il-boi-sdmx.csv", List.of("BOI ZAR/ILS 2026-03-02"));

    private static @Nullable RateSet ecb;

    @BeforeAll
    static void history() throws IOException {
        Path file = FX.resolve("ecb-eurofxref-hist.csv");
        if (Files.exists(file)) {
            try (InputStream in = Files.newInputStream(file)) {
                ecb = RateSet.of(EcbHistory.read(in, "eurofxref-hist.csv").rates());
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # sample                         | delivered as        | rates | compared | first and last
            au-rba-f11.1-data.csv            |                     | 14088 | 8670     | RBA AUD/USD 2023-01-03 0.6828 .. RBA AUD/PHP 2026-03-20 42.59
            br-bcb-ptax.json                 | ptax-AUD.json       | 10    | 10       | BCB-BUY AUD/BRL 2026-03-02 3.66930 .. BCB-SELL AUD/BRL 2026-03-06 3.70460
            ca-boc-valet-fx-rates-daily.json |                     | 115   | 95       | BOC AUD/CAD 2026-03-12 0.9661 .. BOC USD/CAD 2026-03-18 1.3706
            cz-cnb-daily-year.json           |                     | 87    | 87       | CNB AUD/CZK 2026-01-02 13.797 .. CNB ZAR/CZK 2026-01-06 1.261
            gb-boe-iadb-spot.csv             |                     | 104   | 96       | BOE GBP/USD 2026-03-17 1.3343 .. BOE GBP/RON 2026-03-20 5.8721
            hu-mnb-soap-response.xml         |                     | 160   | 145      | MNB AUD/HUF 2025-03-28 235.26 .. MNB ZAR/HUF 2025-03-24 20.23
            il-boi-sdmx.csv                  |                     | 28    | 19       | BOI USD/ILS 2026-03-02 3.073 .. BOI ZAR/ILS 2026-03-02 0.1813
            in-fbil-refrates.json            |                     | 18    | 15       | FBIL USD/INR 2026-03-20 93.348300 .. FBIL IDR/INR 2026-03-17 0.0054409300
            mx-banxico-sie.json              |                     | 50    | 50       | BANXICO USD/MXN 2026-03-02 17.3485 .. BANXICO GBP/MXN 2026-03-13 23.7562
            no-norges-bank-exr.csv           |                     | 245   | 203      | NORGES HUF/NOK 2026-03-16 0.02857 .. NORGES KRW/NOK 2026-03-24 0.006475
            pl-nbp-table-a.json              |                     | 124   | 116      | NBP THB/PLN 2026-03-02 0.1146 .. NBP CNY/PLN 2026-03-05 0.5334
            ro-bnr-nbrfxrates.xml            |                     | 105   | 87       | BNR AED/RON 2026-01-05 1.1859 .. BNR ZAR/RON 2026-01-09 0.2641
            se-riksbank-bygroup130.json      |                     | 116   | 116      | RIKSBANK AUD/SEK 2026-03-24 6.5 .. RIKSBANK ZAR/SEK 2026-03-27 0.54944
            sg-mas-exchangerates.csv         |                     | 462   | 352      | MAS EUR/SGD 2026-03-02 1.4940 .. MAS VND/SGD 2026-03-31 0.00004902
            th-bot-daily-avg.json            |                     | 171   | 54       | BOT USD/THB 2026-04-03 32.6448000 .. BOT-SELL CNY/THB 2026-04-01 4.7788000
            us-fred-h10-DEXCAUS.json         |                     | 10    | 10       | FED USD/CAD 2026-03-02 1.3705 .. FED USD/CAD 2026-03-13 1.3736
            za-sarb-EXCX135D.json            |                     | 4     | 4        | SARB USD/ZAR 2026-03-27 17.1302 .. SARB USD/ZAR 2026-03-24 16.9333
            """)
    void agreesWithTheEcb(String sample, String deliveredAs, int rates, int compared, String span) throws IOException {
        RateSheet sheet = read(sample, deliveredAs);

        assertThat(sheet.isRefused()).as(sheet.findings().toString()).isFalse();
        assertThat(span(sheet.rates())).isEqualTo(span);
        assertThat(sheet.rates()).hasSize(rates);
        RateSet history = history(sample);
        var far = new ArrayList<String>();
        int seen = 0;
        BigDecimal allowed = sample.startsWith("au-") ? THREE_PER_CENT : TWO_PER_CENT;
        for (Rate rate : sheet.rates()) {
            BigDecimal cross = cross(history, rate);
            if (cross != null && !hasWideSpread(rate)) {
                seen++;
                BigDecimal apart = rate.value().subtract(cross).abs();
                if (apart.compareTo(cross.multiply(allowed)) > 0) {
                    far.add(rate.pair() + " " + rate.from());
                }
            }
        }
        assertThat(far).as("too far from the ECB's cross rate").isEqualTo(BEYOND.getOrDefault(sample, List.of()));
        assertThat(seen).as("compared at all").isEqualTo(compared);
    }

    /** Commercial banks' buying and selling: held against their own mid rate instead. */
    private static boolean hasWideSpread(Rate rate) {
        return rate.source().startsWith("BOT-");
    }

    @Test
    void theMidRateOfThailandLiesBetweenBuyingAndSelling() throws IOException {
        List<Rate> rates = read("th-bot-daily-avg.json", null).rates();

        for (int i = 0; i < rates.size(); i += 3) {
            assertThat(rates.subList(i, i + 3)).extracting(Rate::source).containsExactly("BOT", "BOT-BUY", "BOT-SELL");
            assertThat(rates.get(i).value())
                    .isBetween(rates.get(i + 1).value(), rates.get(i + 2).value());
        }
    }

    /** The hryvnia, the rouble and the currencies of table B are not the ECB's: through a third currency they are held together. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # sample                  | rates | one | other | home | day
            ua-nbu-exchange-site.json | 80    | USD | CHF   | UAH  | 2026-03-02
            ua-nbu-exchange-site.json | 80    | USD | THB   | UAH  | 2026-03-01
            ru-cbr-xml-daily.xml      | 53    | EUR | GBP   | RUB  | 2026-04-25
            ru-cbr-xml-daily.xml      | 53    | USD | JPY   | RUB  | 2026-04-25
            ru-cbr-xml-daily.xml      | 53    | USD | KRW   | RUB  | 2026-04-25
            """)
    void theirCrossRatesAgree(String sample, int rates, String one, String other, String home, LocalDate on)
            throws IOException {
        RateSheet sheet = read(sample, null);
        assertThat(sheet.isRefused()).as(sheet.findings().toString()).isFalse();
        assertThat(sheet.rates()).hasSize(rates);

        var theirs = RateSet.of(sheet.rates());
        String source = sheet.rates().getFirst().source();
        CurrencyUnit unit = CurrencyUnit.of(home);
        BigDecimal ours = value(theirs, source, CurrencyUnit.of(one), unit, on)
                .divide(value(theirs, source, CurrencyUnit.of(other), unit, on), MathContext.DECIMAL64);
        Rate pair = Rate.daily("X", CurrencyUnit.of(one), CurrencyUnit.of(other), on, ours);
        BigDecimal cross = Objects.requireNonNull(cross(history(sample), pair, 14));

        assertThat(ours.subtract(cross).abs()).isLessThan(cross.multiply(new BigDecimal("0.04")));
    }

    /** Parities of the dollar and the euro that table B must show against table A of the same bank. */
    @Test
    void tableBAgreesWithPegsThroughTableA() throws IOException {
        var both = new ArrayList<>(read("pl-nbp-table-a.json", null).rates());
        both.addAll(read("pl-nbp-table-b.json", null).rates());
        var nbp = RateSet.of(both);
        LocalDate on = LocalDate.of(2026, 3, 4);

        for (String peg : List.of("USD AED 3.6725", "USD JOD 0.709", "USD BHD 0.376", "EUR BAM 1.95583")) {
            String[] word = peg.split(" ");
            BigDecimal anchor = value(nbp, "NBP", CurrencyUnit.of(word[0]), CurrencyUnit.of("PLN"), on);
            BigDecimal pegged = value(nbp, "NBP", CurrencyUnit.of(word[1]), CurrencyUnit.of("PLN"), on);
            BigDecimal parity = anchor.divide(pegged, MathContext.DECIMAL64);
            assertThat(parity.subtract(new BigDecimal(word[2])).abs())
                    .as(peg)
                    .isLessThan(new BigDecimal(word[2]).multiply(TWO_PER_CENT));
        }
    }

    private static RateSheet read(String sample, @Nullable String deliveredAs) throws IOException {
        Path file = FX.resolve("samples").resolve(sample);
        assumeTrue(Files.exists(file), "the publisher's answer is not at hand: " + sample);
        try (InputStream in = Files.newInputStream(file)) {
            return RateFiles.read(in, deliveredAs == null ? sample : deliveredAs);
        }
    }

    private static RateSet history(String sample) {
        assumeTrue(ecb != null, "the ECB's history is not at hand, so nothing to hold against " + sample);
        return Objects.requireNonNull(ecb);
    }

    private static String span(List<Rate> rates) {
        return List.of(rates.getFirst(), rates.getLast()).stream()
                .map(rate ->
                        rate.pair() + " " + rate.from() + " " + rate.value().toPlainString())
                .collect(joining(" .. "));
    }

    private static @Nullable BigDecimal cross(RateSet history, Rate rate) {
        return cross(history, rate, NEAR);
    }

    private static @Nullable BigDecimal cross(RateSet history, Rate rate, int near) {
        BigDecimal base = perEuro(history, rate.base(), rate.from(), near);
        BigDecimal quote = perEuro(history, rate.quote(), rate.from(), near);
        return base == null || quote == null ? null : quote.divide(base, MathContext.DECIMAL64);
    }

    private static @Nullable BigDecimal perEuro(RateSet history, CurrencyUnit currency, LocalDate on, int near) {
        if (currency.equals(CurrencyUnit.EUR)) {
            return BigDecimal.ONE;
        }
        Rate rate = history.newest(EcbHistory.SOURCE, CurrencyUnit.EUR, currency, on);
        return rate == null || ChronoUnit.DAYS.between(rate.from(), on) > near ? null : rate.value();
    }

    private static BigDecimal value(RateSet rates, String source, CurrencyUnit base, CurrencyUnit quote, LocalDate on) {
        Rate rate = rates.newest(source, base, quote, on);
        return Objects.requireNonNull(rate, () -> base + "/" + quote + " on " + on)
                .value();
    }
}
