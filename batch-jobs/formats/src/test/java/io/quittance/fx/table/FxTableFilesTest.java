package io.quittance.fx.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quittance.finding.FindingCode;
import io.quittance.fx.Conversion;
import io.quittance.fx.Conversion.Converted;
import io.quittance.fx.Conversion.Refused;
import io.quittance.fx.DayRule;
import io.quittance.fx.FxPolicies;
import io.quittance.fx.FxPolicy;
import io.quittance.fx.Purpose;
import io.quittance.fx.Rate;
import io.quittance.fx.RateBook;
import io.quittance.fx.WithdrawnCurrency;
import io.quittance.table.TableError;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shipped tables of {@code config/fx}, and what is said when one is spoilt. */
class FxTableFilesTest {

    private static final Path SHIPPED = Path.of(System.getProperty("quittance.root"), "config/fx");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

    @TempDir
    Path folder;

    @BeforeEach
    void copy() throws IOException {
        for (String table : List.of("policies.csv", "pegs.csv", "withdrawn-currencies.csv")) {
            Files.copy(SHIPPED.resolve(table), folder.resolve(table));
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            NL-BV,  BOOKING, ECB,  EUR, 5
            NL-BV,  VAT,     ECB,  EUR, 5
            NL-BV,  PAYMENT, ECB,  EUR, 5
            GB-LTD, BOOKING, ECB,  EUR, 5
            GB-LTD, VAT,     HMRC, GBP, 0
            SG-PTE, VAT,     ECB,  EUR, 5
            """)
    void shipsAPolicyForEveryEntityAndPurpose(String entity, Purpose purpose, String source, String base, int days)
            throws IOException {
        FxPolicy policy = FxPolicies.of(FxTableFiles.read(SHIPPED).policies())
                .find(entity, jurisdictions(entity), purpose, DAY)
                .orElseThrow();

        assertThat(policy.source()).isEqualTo(source);
        assertThat(policy.base()).isEqualTo(CurrencyUnit.of(base));
        assertThat(policy.maxAgeDays()).isEqualTo(days);
        assertThat(policy.basis()).isNotBlank();
    }

    /** The example's entities have the rows they always had, though some of their jurisdictions have one now. */
    private static String jurisdictions(String entity) {
        return entity.substring(0, 2);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # jurisdiction, source,  base, days,         max, lock-in
            PL,             NBP,     PLN,  BEFORE,       8,   0
            CZ,             CNB,     CZK,  ON_OR_BEFORE, 5,   0
            HU,             MNB,     HUF,  ON_OR_BEFORE, 5,   0
            RO,             BNR,     RON,  ON_OR_BEFORE, 5,   0
            DE,             BMF,     EUR,  ON_OR_BEFORE, 0,   0
            GB,             HMRC,    GBP,  ON_OR_BEFORE, 0,   0
            XI,             HMRC,    GBP,  ON_OR_BEFORE, 0,   0
            CH,             BAZG,    CHF,  ON_OR_BEFORE, 0,   3
            LI,             BAZG,    CHF,  ON_OR_BEFORE, 0,   3
            AU,             RBA,     AUD,  ON_OR_BEFORE, 5,   12
            CA,             BOC,     CAD,  ON_OR_BEFORE, 5,   12
            ZA,             SARB,    ZAR,  ON_OR_BEFORE, 5,   0
            IN,             FBIL,    INR,  ON_OR_BEFORE, 5,   0
            MX,             BANXICO, MXN,  LAST_BUT_ONE, 8,   0
            FR,             ECB,     EUR,  ON_OR_BEFORE, 5,   0
            """)
    void shipsThePolicyOfAJurisdictionForVat(
            String jurisdiction, String source, String base, DayRule days, int max, int lockIn) throws IOException {
        FxPolicy policy = FxPolicies.of(FxTableFiles.read(SHIPPED).policies())
                .find("ANOTHER", jurisdiction, Purpose.VAT, DAY)
                .orElseThrow();

        assertThat(policy)
                .extracting(FxPolicy::source, row -> row.base().getCode(), FxPolicy::days)
                .containsExactly(source, base, days);
        assertThat(policy)
                .extracting(FxPolicy::maxAgeDays, FxPolicy::lockInMonths)
                .containsExactly(max, lockIn);
    }

    @Test
    void aTableFromBeforeTheNewColumnsMeansWhatItMeant() throws IOException {
        Files.writeString(folder.resolve("policies.csv"), """
                entity,purpose,source,base,max_age_days,basis,valid_from
                ,VAT,ECB,EUR,5,test,2020-01-01
                """);

        assertThat(FxTableFiles.read(folder).policies())
                .singleElement()
                .extracting(FxPolicy::jurisdiction, FxPolicy::days, FxPolicy::lockInMonths)
                .containsExactly(null, DayRule.ON_OR_BEFORE, 0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # another row for Swiss VAT                    | the error says
            ,CH,VAT,BAZG-AVG,CHF,,0,3,x,2020-03-31         | valid_from: the method of entities in CH for VAT that began on 2020-01-01 is locked in for 3 months
            ,CH,VAT,BAZG,CHF,BEFORE,0,3,x,2020-03-31       | locked in for 3 months
            ,CH,VAT,BAZG-AVG,CHF,,0,3,x,2019-12-31         | the method of entities in CH for VAT that began on 2019-12-31 is locked in
            ,CH,VAT,BAZG,CHF,,0,3,x,2020-01-01             | another row of this entity and purpose begins on the same day
            NL-BV,CH,VAT,BAZG,CHF,,0,3,x,2021-01-01        | jurisdiction: the row is for an entity already
            ,Swiss,VAT,BAZG,CHF,,0,3,x,2021-01-01          | "Swiss" is no code of two capitals
            ,CH,VAT,BAZG,CHF,YESTERDAY,0,3,x,2021-01-01    | days: "YESTERDAY" is none of [ON_OR_BEFORE, BEFORE, LAST_BUT_ONE, ON_OR_AFTER]
            """)
    void aMethodStaysAsLongAsTheLawWants(String row, String error) throws IOException {
        write(row);

        assertThatThrownBy(() -> FxTableFiles.read(folder))
                .isInstanceOf(TableError.class)
                .hasMessageContaining(error);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # another row for Swiss VAT
            ,CH,VAT,BAZG-AVG,CHF,,0,3,after the quarter,2020-04-01
            ,CH,VAT,BAZG,CHF,,1,3,same method,2020-02-01
            ,LI,VAT,BAZG-AVG,CHF,,0,3,of another owner,2020-02-01
            """)
    void afterwardsItMayChange(String row) throws IOException {
        write(row);

        assertThat(FxTableFiles.read(folder).policies()).hasSize(2);
    }

    private void write(String row) throws IOException {
        Files.writeString(folder.resolve("policies.csv"), """
                entity,jurisdiction,purpose,source,base,days,max_age_days,lock_in_months,basis,valid_from
                ,CH,VAT,BAZG,CHF,,0,3,x,2020-01-01
                """ + row + "\n");
    }

    @Test
    void convertsOverAShippedPeg() throws IOException {
        var rate = Rate.daily("ECB", CurrencyUnit.EUR, CurrencyUnit.USD, DAY, new BigDecimal("1.25"));
        RateBook book = FxTableFiles.read(SHIPPED).book(List.of(rate));

        Conversion bhd = book.convert("NL-BV", Purpose.BOOKING, Money.parse("BHD 376.000"), CurrencyUnit.EUR, DAY);
        Conversion hrk = book.convert("NL-BV", Purpose.BOOKING, Money.parse("HRK 100.00"), CurrencyUnit.EUR, DAY);

        assertThat(((Converted) bhd).to()).isEqualTo(Money.parse("EUR 800.00"));
        assertThat(((Refused) hrk).finding().code()).isEqualTo(FindingCode.CURRENCY_WITHDRAWN);
    }

    @Test
    void noCurrencyIsBothPeggedAndWithdrawn() throws IOException {
        FxTables tables = FxTableFiles.read(SHIPPED);

        assertThat(tables.withdrawn())
                .extracting(WithdrawnCurrency::code)
                .doesNotContainAnyElementsOf(
                        tables.pegs().stream().map(peg -> peg.quote().getCode()).toList());
        assertThat(tables.withdrawn())
                .extracting(WithdrawnCurrency::successor)
                .doesNotContainAnyElementsOf(
                        tables.withdrawn().stream().map(WithdrawnCurrency::code).toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # table                  | instead of          | there stands        | the error says
            policies.csv             | max_age_days        | max_age             | /policies.csv:1 max_age: unknown column
            policies.csv             | ,BOOKING,ECB        | ,BOOKNG,ECB         | /policies.csv:2 purpose: "BOOKNG" is none of [BOOKING, VAT, WITHHOLDING, PAYMENT]
            policies.csv             | ,PAYMENT,ECB        | ,BOOKING,ECB        | /policies.csv:3 valid_from: another row of this entity and purpose begins on the same day
            policies.csv             | HMRC,GBP,0          | HMRC,GBP,none       | /policies.csv:6 max_age_days: "none" is no whole number
            policies.csv             | HMRC,GBP,0          | HMRC,XXZ,0          | /policies.csv:6 base: "XXZ" is no currency that we know
            policies.csv             | HMRC,GBP,0          | ,GBP,0              | /policies.csv:6 source: the cell is blank
            pegs.csv                 | AED,USD,3.6725      | AED,USD,3.67.25     | /pegs.csv:2 units_per_base: "3.67.25" is no plain decimal
            pegs.csv                 | AED,USD,3.6725      | AED,AED,3.6725      | /pegs.csv:2 base: AED is pegged to itself
            pegs.csv                 | BAM,EUR             | AED,EUR             | /pegs.csv:3 currency: AED is pegged twice
            pegs.csv                 | 1997-11-02          | 1997-11-32          | /pegs.csv:2 since: "1997-11-32" is no date as YYYY-MM-DD
            withdrawn-currencies.csv | 2025-12-31,EUR      | 2025-12-31,EUR,     | /withdrawn-currencies.csv:5: 6 fields, but the header has 5
            withdrawn-currencies.csv | BGN,                | bgn,                | /withdrawn-currencies.csv:5 currency: "bgn" is no code of three capitals
            withdrawn-currencies.csv | BGN,                | BEF,                | /withdrawn-currencies.csv:5 currency: BEF is there twice
            """)
    void saysWhichCellIsWrong(String table, String instead, String there, String error) throws IOException {
        Path file = folder.resolve(table);
        String good = Files.readString(file);
        assertThat(good).contains(instead);
        int at = good.indexOf(instead);
        Files.writeString(file, good.substring(0, at) + there + good.substring(at + instead.length()));

        assertThatThrownBy(() -> FxTableFiles.read(folder))
                .isInstanceOf(TableError.class)
                .hasMessageContaining(error);
    }

    @Test
    void aMissingTableIsNamed() throws IOException {
        Files.delete(folder.resolve("pegs.csv"));

        assertThatThrownBy(() -> FxTableFiles.read(folder))
                .isInstanceOf(TableError.class)
                .hasMessageContaining("pegs.csv: there is no such file");
    }
}
