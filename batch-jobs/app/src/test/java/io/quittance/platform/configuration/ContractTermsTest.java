package io.quittance.platform.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quittance.party.BillingTerm;
import io.quittance.party.BillingTerm.Basis;
import io.quittance.party.Tolerance;
import io.quittance.party.WorkUnit;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code register/contract-terms.csv}, the table that may be missing. */
class ContractTermsTest {

    private static final String HEADER =
            "contract,basis,unit,rate,rate_tolerance_percent,rate_tolerance,quantity_tolerance_percent,quantity_tolerance,"
                    + "amount_tolerance_percent,amount_tolerance,clause,valid_from,valid_to\n";

    @TempDir
    Path folder;

    @Test
    void withoutTheTableAContractSaysNothing() {
        assertThat(terms(ConfigFolder.right(folder))).isEmpty();
    }

    @Test
    void aRateThatRisesHasTwoTerms() {
        List<BillingTerm> terms = terms(with("""
                CT-1,TIME,HUR,92.50,2,1.00,,0.5,,,"4.2 Fees, first year",2026-01-01,2026-10-31
                CT-1,TIME,HUR,95.00,,,,,,,Amendment 1,2026-11-01,
                CT-1,EXPENSES,,,,,,,,,6 Expenses,2026-01-01,
                """));

        assertThat(terms).hasSize(3);
        BillingTerm first = terms.getFirst();
        assertThat(first.rate()).isEqualTo(new BigDecimal("92.5"));
        assertThat(first.clause()).isEqualTo("4.2 Fees, first year");
        assertThat(first.onRate()).isEqualTo(new Tolerance(new BigDecimal("2"), new BigDecimal("1")));
        assertThat(first.onQuantity()).isEqualTo(new Tolerance(null, new BigDecimal("0.5")));
        assertThat(first.onAmount()).isEqualTo(Tolerance.NONE);
        var contract = ConfigFolder.right(folder).load().register().contracts().getFirst();
        assertThat(contract.billedBy(terms).term(Basis.TIME, WorkUnit.HUR, LocalDate.parse("2026-11-01")))
                .contains(terms.get(1));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            CT-9,TIME,HUR,92.50,,,,,,,4,2026-01-01,                                               | contract: is 'CT-9', which contracts.csv does not have
            CT-1,HOURS,HUR,92.50,,,,,,,4,2026-01-01,                                              | basis: is 'HOURS', expected one of
            CT-1,TIME,,92.50,,,,,,,4,2026-01-01,                                                  | unit: is empty, expected HUR
            CT-1,FIXED,HUR,92.50,,,,,,,4,2026-01-01,                                              | unit: is not MON
            CT-1,MILESTONE,HUR,,,,,,,,4,2026-01-01,                                               | unit: is not empty
            CT-1,MILESTONE,,5000,,,,,,,4,2026-01-01,                                              | rate: is not empty
            CT-1,TIME,HUR,,,,,,,,4,2026-01-01,                                                    | rate: is no price
            CT-1,TIME,HUR,0,,,,,,,4,2026-01-01,                                                   | rate: is no price
            CT-1,TIME,HUR,-1,,,,,,,4,2026-01-01,                                                  | rate: is '-1', expected digits
            CT-1,TIME,HUR,1e2,,,,,,,4,2026-01-01,                                                 | rate: is '1e2', expected digits
            CT-1,TIME,HUR,92.50,-5,,,,,,4,2026-01-01,                                             | rate_tolerance_percent: is '-5', expected digits
            CT-1,TIME,HUR,92.50,,,,,,,,2026-01-01,                                                | clause: is empty
            CT-1,TIME,HUR,92.50,,,,,,,4,2026-02-01,2026-01-01                                     | valid_to: is 2026-01-01, before
            """)
    void aWrongRowIsNamedByLineAndColumn(String row, String problem) {
        ConfigFolder config = with(row + "\n");

        assertThatThrownBy(config::load)
                .isInstanceOf(ConfigurationError.class)
                .hasMessageContaining("contract-terms.csv:2 " + problem);
    }

    @Test
    void twoTermsOfOneDayAreRefused() {
        ConfigFolder overlap = with("""
                CT-1,TIME,HUR,92.50,,,,,,,4,2026-01-01,2026-11-01
                CT-1,TIME,HUR,95.00,,,,,,,5,2026-11-01,
                """);
        assertThatThrownBy(overlap::load).hasMessageContaining("contract-terms.csv:3 valid_from: overlaps");

        ConfigFolder both = with("""
                CT-1,TIME,MON,8000,,,,,,,4,2026-01-01,2026-10-31
                CT-1,FIXED,MON,8000,,,,,,,5,2026-11-01,
                """);
        assertThatThrownBy(both::load).hasMessageContaining("contract-terms.csv:3 basis: is FIXED, but another row");
    }

    private ConfigFolder with(String rows) {
        ConfigFolder config = ConfigFolder.right(folder);
        config.write("register/contract-terms.csv", HEADER + rows);
        return config;
    }

    private static List<BillingTerm> terms(ConfigFolder config) {
        return config.load().register().contracts().getFirst().terms();
    }
}
