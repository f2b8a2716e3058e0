package io.quittance.tax.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.party.Validity;
import io.quittance.tax.TaxTables;
import io.quittance.tax.VatRate;
import io.quittance.tax.VatRate.RateClass;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rates as shipped: each series without gap or overlap, and figures that anybody can look up. */
class RateSeriesTest {

    private static final Path SHIPPED = Path.of(System.getProperty("quittance.root"), "config/tax");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

    static Stream<List<VatRate>> series() throws IOException {
        return TaxTableFiles.rates(SHIPPED).stream().collect(Collectors.groupingBy(VatRate::series)).values().stream();
    }

    /** On each boundary day and its neighbours there is exactly one rate, but before the first day and after a last one. */
    @ParameterizedTest
    @MethodSource("series")
    void hasExactlyOneRateOnEachDayFromTheFirstToTheLast(List<VatRate> rows) {
        LocalDate first = rows.stream()
                .map(row -> row.validity().from())
                .min(Comparator.naturalOrder())
                .orElseThrow();
        boolean open = rows.stream().anyMatch(row -> row.validity().to() == null);
        LocalDate last = rows.stream()
                .map(VatRate::validity)
                .map(validity -> validity.to() == null ? LocalDate.MAX : validity.to())
                .max(Comparator.naturalOrder())
                .orElseThrow();

        boundaries(rows).forEach(day -> {
            long holding =
                    rows.stream().filter(row -> row.validity().covers(day)).count();
            boolean within = !day.isBefore(first) && (open || !day.isAfter(last));
            assertThat(holding).as("%s on %s", rows, day).isEqualTo(within ? 1 : 0);
        });
    }

    private static Stream<LocalDate> boundaries(List<VatRate> rows) {
        return rows.stream()
                .map(VatRate::validity)
                .flatMap(RateSeriesTest::ends)
                .flatMap(day -> Stream.of(day.minusDays(1), day, day.plusDays(1)));
    }

    private static Stream<LocalDate> ends(Validity validity) {
        return validity.to() == null ? Stream.of(validity.from()) : Stream.of(validity.from(), validity.to());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK GB SG CH NO AU NZ IN ZA AE SA JP KE NG MX"
            })
    void everyPayersCountryHasAStandardRateToday(String countries) throws IOException {
        TaxTables tables = TaxTableFiles.read(SHIPPED);

        assertThat(Arrays.stream(countries.split(" ")))
                .allSatisfy(
                        country -> assertThat(tables.standardRate(country, DAY)).isPresent());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # area, region, day,         percent, of which
            CA,     CA-AB,    2026-11-24, 5,       GST 5
            CA,     CA-BC,    2026-11-24, 5,       GST 5
            CA,     CA-NB,    2026-11-24, 15,      HST 15
            CA,     CA-NL,    2026-11-24, 15,      HST 15
            CA,     CA-NS,    2025-03-31, 15,      HST 15
            CA,     CA-NS,    2025-04-01, 14,      HST 14
            CA,     CA-ON,    2026-11-24, 13,      HST 13
            CA,     CA-PE,    2026-11-24, 15,      HST 15
            CA,     CA-QC,    2026-11-24, 14.975,  GST 5 QST 9.975
            IN,     IN-STATE, 2026-11-24, 18,      CGST 9 SGST 9
            """)
    void figuresOfRegions(String area, String region, LocalDate on, BigDecimal percent, String components)
            throws IOException {
        VatRate rate =
                TaxTableFiles.read(SHIPPED).standardRate(area, region, on).orElseThrow();

        assertThat(rate.percent()).isEqualTo(percent);
        assertThat(rate.components().stream()
                        .map(part -> part.tax() + " " + part.percent())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(components);
    }

    /** Who pays in Canada without saying where has no rate; nobody knows Thailand's after the decree that ended. */
    @ParameterizedTest
    @CsvSource({"CA, 2026-11-24", "TH, 2026-10-01", "US, 2026-11-24", "HK, 2026-11-24"})
    void whereNoRateIsSourcedThereIsNone(String area, LocalDate on) throws IOException {
        assertThat(TaxTableFiles.read(SHIPPED).ratesInForce(area, on)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            NL, STANDARD,      2026-11-24, 21
            NL, REDUCED,       2018-12-31, 6
            NL, REDUCED,       2019-01-01, 9
            DE, STANDARD,      2020-06-30, 19
            DE, STANDARD,      2020-07-01, 16
            DE, STANDARD,      2021-01-01, 19
            IE, STANDARD,      2021-02-28, 21
            IE, STANDARD,      2021-03-01, 23
            FI, STANDARD,      2024-08-31, 24
            FI, STANDARD,      2024-09-01, 25.5
            EE, STANDARD,      2025-06-30, 22
            EE, STANDARD,      2025-07-01, 24
            RO, STANDARD,      2025-08-01, 21
            SK, STANDARD,      2025-01-01, 23
            GB, STANDARD,      2026-11-24, 20
            SG, STANDARD,      2022-12-31, 7
            SG, STANDARD,      2023-01-01, 8
            SG, STANDARD,      2024-01-01, 9
            FR, SUPER_REDUCED, 2026-11-24, 2.1
            """)
    void figures(String country, RateClass rateClass, LocalDate on, BigDecimal percent) throws IOException {
        assertThat(TaxTableFiles.read(SHIPPED).ratesInForce(country, on))
                .filteredOn(rate -> rate.rateClass() == rateClass)
                .singleElement()
                .extracting(VatRate::percent)
                .isEqualTo(percent);
    }
}
