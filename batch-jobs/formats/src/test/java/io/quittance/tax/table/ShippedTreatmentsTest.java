package io.quittance.tax.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.finding.Finding;
import io.quittance.party.Contract.BuysAs;
import io.quittance.party.Contract.ServiceKind;
import io.quittance.party.Contractor.VatStanding;
import io.quittance.party.SmallBusinessNumber;
import io.quittance.party.Validity;
import io.quittance.tax.Step;
import io.quittance.tax.TableTaxRules;
import io.quittance.tax.TaxDecision;
import io.quittance.tax.TaxLine;
import io.quittance.tax.TaxRules;
import io.quittance.tax.TaxStep;
import io.quittance.tax.Treatment;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the shipped tables decide. Each base is 1,000.00, so that ten times the rate is the tax. {@code NL50} deducts
 * half of its input tax. Where a row has findings, no line is posted.
 */
class ShippedTreatmentsTest {

    private static TaxRules rules;

    @BeforeAll
    static void read() throws IOException {
        rules = TableTaxRules.of(TaxTableFiles.read(Path.of(System.getProperty("quittance.root"), "config/tax")));
    }

    @ParameterizedTest(name = "{0} <- {2} {3}: {5}")
    @CsvSource(delimiter = '|', textBlock = """
            # payer | its id | supplier | standing   | its id       | claim        | on         | treatment         | charged | self  | recoverable
            # --- domestic
            NL   | NL1 | NL | REGISTERED | NL2          | S 21         | 2026-11-20 | DOMESTIC_TAXABLE  | 210.00 | 0.00   | 210.00
            NL   | NL1 | NL | REGISTERED | NL2          | S 9          | 2026-11-20 | DOMESTIC_TAXABLE  | 90.00  | 0.00   | 90.00
            NL50 | NL1 | NL | REGISTERED | NL2          | S 21         | 2026-11-20 | DOMESTIC_TAXABLE  | 210.00 | 0.00   | 105.00
            NL   | NL1 | NL | REGISTERED | NL2          | S 21.00      | 2026-11-20 | DOMESTIC_TAXABLE  | 210.00 | 0.00   | 210.00
            NL   | NL1 | NL | REGISTERED | NL2          | Z            | 2026-11-20 | DOMESTIC_ZERO     | 0.00   | 0.00   | 0.00
            NL   | NL1 | NL | REGISTERED | NL2          | Z 0          | 2026-11-20 | DOMESTIC_ZERO     | 0.00   | 0.00   | 0.00
            NL   | NL1 | NL | REGISTERED | NL2          | E            | 2026-11-20 | DOMESTIC_EXEMPT   | 0.00   | 0.00   | 0.00
            NL   | NL1 | NL | REGISTERED | NL2          | S 21 + E     | 2026-11-20 | DOMESTIC_TAXABLE  | 210.00 | 0.00   | 210.00
            DE   | DE1 | DE | REGISTERED | DE2          | S 19         | 2026-11-20 | DOMESTIC_TAXABLE  | 190.00 | 0.00   | 190.00
            DE   | DE1 | DE | REGISTERED | DE2          | S 16         | 2020-12-31 | DOMESTIC_TAXABLE  | 160.00 | 0.00   | 160.00
            DE   | DE1 | DE | FRANCHISE  |              | E            | 2026-11-20 | FRANCHISE         | 0.00   | 0.00   | 0.00
            FR   | FR1 | FR | FRANCHISE  |              | E            | 2026-11-20 | FRANCHISE         | 0.00   | 0.00   | 0.00
            EL   | EL1 | GR | REGISTERED | EL2          | S 24         | 2026-11-20 | DOMESTIC_TAXABLE  | 240.00 | 0.00   | 240.00
            GB   | GB1 | GB | REGISTERED | GB2          | S 20         | 2026-11-20 | DOMESTIC_TAXABLE  | 200.00 | 0.00   | 200.00
            GB   | GB1 | GB | NONE       |              | O            | 2026-11-20 | OUT_OF_SCOPE      | 0.00   | 0.00   | 0.00
            GB   | GB1 | XI | REGISTERED | GB2          | S 20         | 2026-11-20 | DOMESTIC_TAXABLE  | 200.00 | 0.00   | 200.00
            XI   | XI1 | GB | REGISTERED | GB2          | S 20         | 2026-11-20 | DOMESTIC_TAXABLE  | 200.00 | 0.00   | 200.00
            XI   | XI1 | IE | REGISTERED | IE2          | AE           | 2026-11-20 | IMPORT_SERVICE_RC | 0.00   | 200.00 | 200.00
            SG   | M1  | SG | REGISTERED | M2           | S 9          | 2026-11-20 | DOMESTIC_TAXABLE  | 90.00  | 0.00   | 90.00
            SG   | M1  | SG | REGISTERED | M2           | S 8          | 2023-12-31 | DOMESTIC_TAXABLE  | 80.00  | 0.00   | 80.00
            SG   | M1  | SG | NONE       |              | E            | 2026-11-20 | OUT_OF_SCOPE      | 0.00   | 0.00   | 0.00
            # --- services between two Member States: the payer's own rate
            NL   | NL1 | DE | REGISTERED | DE2          | AE           | 2026-11-20 | EU_SERVICE_RC     | 0.00   | 210.00 | 210.00
            NL50 | NL1 | DE | REGISTERED | DE2          | AE           | 2026-11-20 | EU_SERVICE_RC     | 0.00   | 210.00 | 105.00
            NL0  | NL1 | DE | REGISTERED | DE2          | AE 0         | 2026-11-20 | EU_SERVICE_RC     | 0.00   | 210.00 | 0.00
            IE   | IE1 | DE | REGISTERED | DE2          | AE           | 2026-11-20 | EU_SERVICE_RC     | 0.00   | 230.00 | 230.00
            IE   | IE1 | DE | REGISTERED | DE2          | AE           | 2021-02-28 | EU_SERVICE_RC     | 0.00   | 210.00 | 210.00
            DE   | DE1 | GR | REGISTERED | EL2          | AE           | 2026-11-20 | EU_SERVICE_RC     | 0.00   | 190.00 | 190.00
            EL   | EL1 | DE | REGISTERED | DE2          | AE           | 2026-11-20 | EU_SERVICE_RC     | 0.00   | 240.00 | 240.00
            NL   | NL1 | AT | FRANCHISE  | AT2          | AE           | 2026-11-20 | EU_SERVICE_RC     | 0.00   | 210.00 | 210.00
            RO   | RO1 | PL | REGISTERED | PL2          | AE           | 2025-07-31 | EU_SERVICE_RC     | 0.00   | 190.00 | 190.00
            RO   | RO1 | PL | REGISTERED | PL2          | AE           | 2025-08-01 | EU_SERVICE_RC     | 0.00   | 210.00 | 210.00
            NL   | NL1 | GB | REGISTERED | GB2          | AE           | 2020-12-31 | EU_SERVICE_RC     | 0.00   | 210.00 | 210.00
            # --- services from outside
            NL   | NL1 | US | NONE       |              | O            | 2026-11-20 | NON_EU_SERVICE_RC | 0.00   | 210.00 | 210.00
            NL   | NL1 | GB | REGISTERED | GB2          | AE           | 2026-11-20 | NON_EU_SERVICE_RC | 0.00   | 210.00 | 210.00
            NL   | NL1 | XI | REGISTERED | XI2          | AE           | 2026-11-20 | NON_EU_SERVICE_RC | 0.00   | 210.00 | 210.00
            NL   | NL1 | GB | REGISTERED | GB2          | O            | 2021-01-01 | NON_EU_SERVICE_RC | 0.00   | 210.00 | 210.00
            DE   | DE1 | IN | REGISTERED | IN2          | Z            | 2026-11-20 | NON_EU_SERVICE_RC | 0.00   | 190.00 | 190.00
            DE   | DE1 | CH | REGISTERED | CHE2         | E            | 2026-11-20 | NON_EU_SERVICE_RC | 0.00   | 190.00 | 190.00
            GB   | GB1 | DE | REGISTERED | DE2          | AE           | 2026-11-20 | IMPORT_SERVICE_RC | 0.00   | 200.00 | 200.00
            GB80 | GB1 | IN | REGISTERED |              | G            | 2026-11-20 | IMPORT_SERVICE_RC | 0.00   | 200.00 | 160.00
            SG   | M1  | IN | REGISTERED |              | O            | 2026-11-20 | OUT_OF_SCOPE      | 0.00   | 0.00   | 0.00
            SG90 | M1  | IN | REGISTERED |              | O            | 2026-11-20 | IMPORT_SERVICE_RC_PARTIAL | 0.00   | 90.00  | 81.00
            SG90 | M1  | IN | REGISTERED |              | O            | 2019-12-31 | OUT_OF_SCOPE      | 0.00   | 0.00   | 0.00
            # --- payers elsewhere: domestic
            CH   | CHE1 | CH | REGISTERED | CHE2        | S 8.1        | 2026-11-20 | DOMESTIC_TAXABLE  | 81.00  | 0.00   | 81.00
            NO   | N1  | NO | REGISTERED | N2           | S 25         | 2026-11-20 | DOMESTIC_TAXABLE  | 250.00 | 0.00   | 250.00
            AU   | 51  | AU | REGISTERED | 52           | S 10         | 2026-11-20 | DOMESTIC_TAXABLE  | 100.00 | 0.00   | 100.00
            AU   | 51  | AU | NONE       |              | O            | 2026-11-20 | OUT_OF_SCOPE      | 0.00   | 0.00   | 0.00
            NZ   | 49  | NZ | REGISTERED | 50           | S 15         | 2026-11-20 | DOMESTIC_TAXABLE  | 150.00 | 0.00   | 150.00
            ZA   | 4   | ZA | REGISTERED | 5            | S 15         | 2026-11-20 | DOMESTIC_TAXABLE  | 150.00 | 0.00   | 150.00
            AE   | 1   | AE | REGISTERED | 2            | S 5          | 2026-11-20 | DOMESTIC_TAXABLE  | 50.00  | 0.00   | 50.00
            SA   | 3   | SA | REGISTERED | 4            | S 15         | 2026-11-20 | DOMESTIC_TAXABLE  | 150.00 | 0.00   | 150.00
            JP   | T1  | JP | REGISTERED | T2           | S 10         | 2026-11-20 | DOMESTIC_TAXABLE  | 100.00 | 0.00   | 100.00
            JP   | T1  | JP | NONE       |              | S 10         | 2026-11-20 | DOMESTIC_TAXABLE  | 100.00 | 0.00   | 100.00
            # --- Canada: the rate of the recipient's province, whoever supplies
            CA-ON | 1  | CA-ON | REGISTERED | 2         | S 13         | 2026-11-20 | DOMESTIC_TAXABLE  | 130.00 | 0.00   | 130.00
            CA-ON | 1  | CA-QC | REGISTERED | 2         | S 13         | 2026-11-20 | DOMESTIC_TAXABLE  | 130.00 | 0.00   | 130.00
            CA-ON | 1  | CA    | REGISTERED | 2         | S 13         | 2026-11-20 | DOMESTIC_TAXABLE  | 130.00 | 0.00   | 130.00
            CA-AB | 1  | CA-ON | REGISTERED | 2         | S 5          | 2026-11-20 | DOMESTIC_TAXABLE  | 50.00  | 0.00   | 50.00
            CA-NS | 1  | CA-NS | REGISTERED | 2         | S 15         | 2025-03-31 | DOMESTIC_TAXABLE  | 150.00 | 0.00   | 150.00
            CA-NS | 1  | CA-NS | REGISTERED | 2         | S 14         | 2025-04-01 | DOMESTIC_TAXABLE  | 140.00 | 0.00   | 140.00
            # --- India: one tax between states and from abroad
            IN-KA | 29 | IN-MH | REGISTERED | 27        | S 18         | 2026-11-20 | DOMESTIC_TAXABLE  | 180.00 | 0.00   | 180.00
            IN-KA | 29 | US    | NONE       |           | O            | 2026-11-20 | IMPORT_SERVICE_RC | 0.00   | 180.00 | 180.00
            # --- payers elsewhere: services from abroad, always
            CH   | CHE1 | DE | REGISTERED | DE2         | AE           | 2026-11-20 | IMPORT_SERVICE_RC | 0.00   | 81.00  | 81.00
            CH   | CHE1 | US | NONE       |             | O            | 2023-12-31 | IMPORT_SERVICE_RC | 0.00   | 77.00  | 77.00
            NO   | N1  | SE | REGISTERED | SE2          | AE           | 2026-11-20 | IMPORT_SERVICE_RC | 0.00   | 250.00 | 250.00
            NO50 | N1  | SE | REGISTERED | SE2          | AE           | 2026-11-20 | IMPORT_SERVICE_RC | 0.00   | 250.00 | 125.00
            NO0  | N1  | SE | REGISTERED | SE2          | AE           | 2026-11-20 | IMPORT_SERVICE_RC_NON_DEDUCTIBLE | 0.00 | 250.00 | 0.00
            AE   | 1   | IN | REGISTERED |              | O            | 2026-11-20 | IMPORT_SERVICE_RC | 0.00   | 50.00  | 50.00
            SA   | 3   | GB | REGISTERED | GB2          | Z            | 2026-11-20 | IMPORT_SERVICE_RC | 0.00   | 150.00 | 150.00
            # --- only for who cannot recover in full, each country by its own threshold
            AU   | 51  | US | NONE       |              | O            | 2026-11-20 | OUT_OF_SCOPE      | 0.00   | 0.00   | 0.00
            AU99 | 51  | US | NONE       |              | O            | 2026-11-20 | IMPORT_SERVICE_RC_PARTIAL | 0.00 | 100.00 | 99.00
            NZ95 | 49  | US | NONE       |              | O            | 2026-11-20 | OUT_OF_SCOPE      | 0.00   | 0.00   | 0.00
            NZ94 | 49  | US | NONE       |              | O            | 2026-11-20 | IMPORT_SERVICE_RC_PARTIAL | 0.00 | 150.00 | 141.00
            CA-ON90 | 1 | US | NONE      |              | O            | 2026-11-20 | OUT_OF_SCOPE      | 0.00   | 0.00   | 0.00
            CA-ON89 | 1 | US | NONE      |              | O            | 2026-11-20 | IMPORT_SERVICE_RC_PARTIAL | 0.00 | 130.00 | 115.70
            ZA   | 4   | DE | REGISTERED | DE2          | AE           | 2026-11-20 | OUT_OF_SCOPE      | 0.00   | 0.00   | 0.00
            ZA40 | 4   | DE | REGISTERED | DE2          | AE           | 2026-11-20 | IMPORT_SERVICE_RC_PARTIAL | 0.00 | 90.00  | 0.00
            # --- third territories: countries of their own, but to their own state
            NL   | NL1 | IC | REGISTERED |              | O            | 2026-11-20 | NON_EU_SERVICE_RC | 0.00   | 210.00 | 210.00
            ES   | ES1 | IC | REGISTERED |              | O            | 2026-11-20 | NON_EU_SERVICE_RC | 0.00   | 210.00 | 210.00
            ES   | ES1 | ES-ML | NONE    |              | O            | 2026-11-20 | NON_EU_SERVICE_RC | 0.00   | 210.00 | 210.00
            DE   | DE1 | AX | REGISTERED | FI2          | AE           | 2026-11-20 | NON_EU_SERVICE_RC | 0.00   | 190.00 | 190.00
            NL   | NL1 | DE-BUESINGEN | REGISTERED | DE2 | O           | 2026-11-20 | NON_EU_SERVICE_RC | 0.00   | 210.00 | 210.00
            GB   | GB1 | RE | REGISTERED |              | O            | 2026-11-20 | IMPORT_SERVICE_RC | 0.00   | 200.00 | 200.00
            NO   | N1  | SJ | REGISTERED |              | O            | 2026-11-20 | IMPORT_SERVICE_RC | 0.00   | 250.00 | 250.00
            NO0  | N1  | SJ | REGISTERED |              | O            | 2026-11-20 | IMPORT_SERVICE_RC_NON_DEDUCTIBLE | 0.00 | 250.00 | 0.00
            ZA0  | 4   | DE | REGISTERED | DE2          | AE           | 2026-11-20 | IMPORT_SERVICE_RC_PARTIAL | 0.00 | 150.00 | 0.00
            ZA99 | 4   | DE | REGISTERED | DE2          | AE           | 2026-11-20 | IMPORT_SERVICE_RC_PARTIAL | 0.00 | 1.50   | 0.00
            """)
    void decides(
            String payer,
            String payerId,
            String supplier,
            VatStanding standing,
            String supplierId,
            String claim,
            LocalDate on,
            String treatment,
            BigDecimal charged,
            BigDecimal selfAssessed,
            BigDecimal recoverable) {
        TaxDecision decision = decide(payer, payerId, supplier, standing, supplierId, claim, on);

        assertThat(decision.findings()).isEmpty();
        assertThat(decision.treatment()).hasToString(treatment);
        assertThat(sum(decision, "charged")).isEqualTo(eur(charged));
        assertThat(sum(decision, "self")).isEqualTo(eur(selfAssessed));
        assertThat(sum(decision, "recoverable")).isEqualTo(eur(recoverable));
    }

    @ParameterizedTest(name = "{0} <- {2} {3}: {5} is {7}")
    @CsvSource(delimiter = '|', textBlock = """
            # payer | its id | supplier | standing | its id   | claim        | on         | finding
            # --- domestic
            NL   | NL1 | NL | REGISTERED | NL2          | S 19         | 2026-11-20 | Q703
            NL   | NL1 | NL | REGISTERED | NL2          | S 6          | 2019-01-01 | Q703
            DE   | DE1 | DE | REGISTERED | DE2          | S 19         | 2020-07-01 | Q703
            NL   | NL1 | NL | REGISTERED | NL2          | S            | 2026-11-20 | Q703
            FR   | FR1 | MC | REGISTERED | FR2          | S 20         | 2026-11-20 | Q711
            GB   | GB1 | IM | REGISTERED | GB2          | S 20         | 2026-11-20 | Q711
            NL   | NL1 | NL | REGISTERED | NL2          | AE           | 2026-11-20 | Q704
            NL   | NL1 | NL | REGISTERED | NL2          | K            | 2026-11-20 | Q704
            NL   | NL1 | NL | REGISTERED | NL2          | G            | 2026-11-20 | Q704
            NL   | NL1 | NL | REGISTERED | NL2          | O            | 2026-11-20 | Q704
            ES   | ES1 | ES | REGISTERED | ES2          | L 7          | 2026-11-20 | Q704
            NL   | NL1 | NL | REGISTERED | NL2          | E 21         | 2026-11-20 | Q702
            NL   | NL1 | NL | FRANCHISE  |              | S 21         | 2026-11-20 | Q702
            NL   | NL1 | NL | FRANCHISE  |              | Z            | 2026-11-20 | Q704
            SG   | M1  | SG | FRANCHISE  |              | E            | 2026-11-20 | Q704
            NL   | NL1 | NL | NONE       |              | S 21         | 2026-11-20 | Q702
            NL   | NL1 | NL | NONE       |              | AE           | 2026-11-20 | Q704
            BE   | BE1 | BE | REGISTERED | BE2          | S 12         | 2026-11-20 |
            CY   | CY1 | CY | REGISTERED | CY2          | S 3          | 2026-11-20 | Q706
            PT   | PT1 | PT-20 | REGISTERED | PT2       | S 23         | 2026-11-20 | Q711
            FR   | FR1 | FR-20R | REGISTERED | FR2      | S 20         | 2026-11-20 | Q711
            # --- between Member States
            NL   | NL1 | PT-20 | REGISTERED | PT2       | AE           | 2026-11-20 | Q711
            NL   | NL1 | DE | REGISTERED | DE2          | S 19         | 2026-11-20 | Q702
            NL   | NL1 | DE | REGISTERED | DE2          | S 21         | 2026-11-20 | Q702
            NL   | NL1 | DE | REGISTERED | DE2          | S 19 =0      | 2026-11-20 | Q704
            NL   | NL1 | DE | REGISTERED | DE2          | K            | 2026-11-20 | Q704
            NL   | NL1 | DE | REGISTERED | DE2          | E            | 2026-11-20 | Q704
            NL   | NL1 | DE | REGISTERED |              | AE           | 2026-11-20 | Q705
            NL   |     | DE | REGISTERED | DE2          | AE           | 2026-11-20 | Q705
            NL   |     | DE | REGISTERED |              | AE           | 2026-11-20 | Q705 Q705
            NL   | NL1 | DE | REGISTERED | FR2          | AE           | 2026-11-20 | Q705
            NL   | NL1 | GR | REGISTERED | GR2          | AE           | 2026-11-20 | Q705
            NL   | NL1 | DE | FRANCHISE  | DE2EX        | AE           | 2026-11-20 | Q705
            NL   | NL1 | AT | FRANCHISE  | AT2          | S 20         | 2026-11-20 | Q702
            NL   | NL1 | AT | FRANCHISE  | AT2          | O            | 2026-11-20 | Q704
            NL   | NL1 | DE | NONE       |              | O            | 2026-11-20 | Q701
            NL   | NL1 | MC | REGISTERED | FR2          | AE           | 2026-11-20 | Q711
            NL   | NL1 | AT | FRANCHISE  | AT2          | E            | 2026-11-20 | Q713
            NL   | NL1 | DE | REGISTERED | DE2          | G            | 2026-11-20 | Q704
            # --- from outside
            NL   | NL1 | US | NONE       |              | S 21         | 2026-11-20 | Q702
            NL   | NL1 | GB | REGISTERED | GB2          | S 20         | 2026-11-20 | Q702
            GB   | GB1 | DE | REGISTERED | DE2          | S 19         | 2026-11-20 | Q702
            SG   | M1  | IN | REGISTERED |              | S 18         | 2026-11-20 | Q702
            SG   | M1  | IN | REGISTERED |              | K            | 2026-11-20 | Q704
            NL   | NL1 | US | NONE       |              | K            | 2026-11-20 | Q704
            NL   |     | US | NONE       |              | O            | 2026-11-20 | Q705
            # --- what the tables do not know
            ES   | ES1 | IC | REGISTERED |              | L 7          | 2026-11-20 | Q702
            FI   | FI1 | AX | REGISTERED | FI2          | S 25.5       | 2026-11-20 | Q710
            FR   | FR1 | RE | REGISTERED | FR2          | S 8.5        | 2026-11-20 | Q710
            CH   | CHE1 | IN | REGISTERED |             | K            | 2026-11-20 | Q704
            NL   | NL1 | IT-LIVIGNO | REGISTERED |      | S 22         | 2026-11-20 | Q702
            IT   | IT1 | IT-LIVIGNO | REGISTERED |      | O            | 2026-11-20 | Q710
            DE   | DE1 | DE-BUESINGEN | REGISTERED |    | S 19         | 2026-11-20 | Q710
            AX   |     | FI | REGISTERED | FI2          | AE           | 2026-11-20 | Q710
            TR   | 1   | TR | REGISTERED | 2            | S 20         | 2026-11-20 | Q701
            CA   | 1   | CA-ON | REGISTERED | 2         | E            | 2026-11-20 | Q711 Q712
            CA   | 1   | CA    | REGISTERED | 2         | Z            | 2026-11-20 | Q711 Q712
            # --- the province or the state decides
            CA   | 1   | CA-ON | REGISTERED | 2         | S 13         | 2026-11-20 | Q712
            IN   | 27  | IN-MH | REGISTERED | 28        | S 18         | 2026-11-20 | Q712
            IN-KA | 29 | IN    | REGISTERED | 28        | S 18         | 2026-11-20 | Q712
            CA-ON | 1  | CA-QC | REGISTERED | 2         | S 14.975     | 2026-11-20 | Q703
            IN-KA | 29 | IN-KA | REGISTERED | 30        | S 18         | 2026-11-20 | Q706
            CA-QC | 1  | CA-QC | REGISTERED | 2         | S 14.975     | 2026-11-20 | Q706
            CA-QC | 1  | CA-ON | REGISTERED | 2         | S 14.975     | 2026-11-20 | Q706
            CA-QC | 1  | CA-ON | REGISTERED | 2         | S 5          | 2026-11-20 | Q706
            CA-QC | 1  | CA-ON | REGISTERED | 2         | S 13         | 2026-11-20 | Q703
            # --- no VAT where the payer is; own knowledge, so somebody looks at it
            US   |     | US | NONE       |              | O            | 2026-11-20 | Q711
            HK   |     | GB | REGISTERED | GB2          | O            | 2026-11-20 | Q711
            US   |     | US | REGISTERED |              | S 8          | 2026-11-20 | Q710
            HK   |     | GB | REGISTERED | GB2          | S 20         | 2026-11-20 | Q702
            # --- elsewhere
            CH   | CH1 | DE | REGISTERED | DE2          | AE           | 2026-11-20 | Q705
            CH   | CHE1 | LI | REGISTERED | LI2         | S 8.1        | 2026-11-20 | Q711
            NO   | N1  | SE | REGISTERED | SE2          | S 25         | 2026-11-20 | Q702
            AU   | 51  | AU | NONE       |              | S 10         | 2026-11-20 | Q702
            AU90 |     | US | NONE       |              | O            | 2026-11-20 | Q705
            JP   | T1  | US | NONE       |              | O            | 2026-11-20 |
            JP90 | T1  | US | NONE       |              | O            | 2026-11-20 | Q714
            KE   | P1  | KE | REGISTERED | P2           | S 16         | 2026-11-20 | Q711
            KE80 | P1  | US | NONE       |              | O            | 2026-11-20 | Q711
            NG   | 1   | GB | REGISTERED | GB2          | O            | 2026-11-20 | Q711
            MX   | 1   | US | NONE       |              | O            | 2026-11-20 | Q711
            IC   | 1   | IC | REGISTERED | 2            | L 7          | 2026-11-20 | Q711
            NL   | NL1 | NL | REGISTERED | NL2          | S 21         | 2009-12-31 | Q701
            NL   | NL1 | NL | REGISTERED | NL2          | ''           | 2026-11-20 | Q701
            NL   | NL1 | DE | FRANCHISE  | DE2          | E + S 19     | 2026-11-20 | Q702 Q713
            """)
    void finds(
            String payer,
            String payerId,
            String supplier,
            VatStanding standing,
            String supplierId,
            String claim,
            LocalDate on,
            String codes) {
        TaxDecision decision = decide(payer, payerId, supplier, standing, supplierId, claim, on);

        assertThat(codes(decision)).isEqualTo(codes == null ? "" : codes);
        assertThat(decision.lines()).hasSize(codes == null || WARNINGS.contains(codes) ? 1 : 0);
    }

    /** Without the place of the land or the event nothing is decided; with it the supplier's VAT must be that place's. */
    @ParameterizedTest(name = "{0} in {1} by {2}: {3}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # service    | place | supplier | claim | treatment           | rate row             | findings
            LAND         | -     | DE       | S 21  | -                   | -                    | Q701
            LAND         | -     | DE       | S 19  | -                   | -                    | Q701
            ADMISSION    | -     | DE       | S 19  | -                   | -                    | Q701
            ADMISSION    | -     | DE       | AE    | -                   | -                    | Q701
            CONSTRUCTION | -     | NL       | AE    | -                   | -                    | Q701
            ADMISSION    | DE    | DE       | S 19  | FOREIGN_VAT_CHARGED | DE-STANDARD-20210101 | -
            LAND         | FR    | FR       | S 20  | FOREIGN_VAT_CHARGED | FR-STANDARD-20140101 | -
            LAND         | FR    | FR       | S 19  | FOREIGN_VAT_CHARGED | -                    | Q703
            LAND         | FR    | DE       | S 20  | -                   | -                    | Q710
            LAND         | FR    | NL       | S 20  | -                   | -                    | Q710
            LAND         | US    | DE       | S 19  | -                   | -                    | Q710
            ADMISSION    | DE    | DE       | AE    | -                   | -                    | Q710
            LAND         | US    | DE       | O     | OUT_OF_SCOPE        | none                 | Q714
            LAND         | US    | US       | E     | OUT_OF_SCOPE        | none                 | -
            ADMISSION    | DE    | DE       | E     | OUT_OF_SCOPE        | none                 | -
            CONSTRUCTION | DE    | DE       | S 19  | -                   | -                    | Q710
            LAND         | NL    | DE       | S 21  | -                   | -                    | Q710
            LAND         | NL    | NL       | S 21  | DOMESTIC_TAXABLE    | NL-STANDARD-20121001 | -
            CONSTRUCTION | NL    | NL       | AE    | -                   | -                    | Q710
            CONSTRUCTION | NL    | NL       | S 21  | -                   | -                    | Q710
            LAND         | NL    | NL       | AE    | -                   | -                    | Q704
            """)
    void placesThatAreFactsOfTheContract(
            ServiceKind service,
            String place,
            String supplier,
            String claim,
            String treatment,
            String rate,
            String codes) {
        TaxDecision decision = rules.decide(
                Cases.invoice(claim, LocalDate.of(2026, 11, 20)),
                Cases.payer("NL", "NL1"),
                Cases.supplier(supplier, VatStanding.REGISTERED, supplier + "2"),
                Cases.contract(service).at(place));

        assertThat(codes(decision)).isEqualTo(codes == null ? "" : codes);
        assertThat(decision.treatment()).isEqualTo(treatment == null ? null : Treatment.valueOf(treatment));
        assertThat(decision.lines().stream().map(TaxLine::rateRow)).isEqualTo(rate == null ? List.of() : List.of(rate));
    }

    /** Art. 199 is a choice of each state: where its list is not sourced, a person decides. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # country | service      | treatment   | self   | findings
            NL        | CONSTRUCTION | DOMESTIC_RC | 210.00 |
            DE        | CONSTRUCTION | DOMESTIC_RC | 190.00 |
            ES        | CONSTRUCTION | DOMESTIC_RC | 210.00 |
            GB        | CONSTRUCTION | DOMESTIC_RC | 200.00 |
            IE        | CONSTRUCTION | DOMESTIC_RC | 135.00 | Q714
            AT        | CONSTRUCTION | DOMESTIC_RC | 200.00 | Q711
            FR        | CONSTRUCTION |             | 0.00   | Q710
            NO        | CONSTRUCTION |             | 0.00   | Q704
            IN        | LEGAL        | DOMESTIC_RC | 0.00   | Q712
            NL        | LEGAL        |             | 0.00   | Q704
            """)
    void theDomesticReverseCharge(
            String country, ServiceKind service, Treatment treatment, BigDecimal self, String codes) {
        TaxDecision decision = rules.decide(
                Cases.invoice("AE", LocalDate.of(2026, 11, 20)),
                Cases.payer(country, country + "1"),
                Cases.supplier(country, VatStanding.REGISTERED, country + "2"),
                Cases.contract(service).at(country).boughtAs(BuysAs.BUILDER));

        assertThat(decision.treatment()).isEqualTo(treatment);
        assertThat(sum(decision, "self")).isEqualTo(eur(self));
        assertThat(codes(decision)).isEqualTo(codes == null ? "" : codes);
    }

    /** The tax shifts among builders: the contract says as what the payer buys, and the invoice must fit. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # country | buys as | claim  | treatment        | findings | the article of the refusal
            DE        | BUILDER | S 19   |                  | Q702     | UStG s. 13b(2) no. 4
            DE        | BUILDER | AE     | DOMESTIC_RC      |          |
            DE        | USER    | S 19   | DOMESTIC_TAXABLE |          |
            DE        | USER    | AE     |                  | Q704     | art. 199(1)(a), 193
            NL        | BUILDER | S 21   |                  | Q702     | Uitvoeringsbesluit omzetbelasting art. 24b
            ES        | BUILDER | S 21   |                  | Q702     | Ley 37/1992 art. 84.Uno.2 f)
            IE        | BUILDER | S 13.5 |                  | Q702     | VATCA 2010 s. 16(3)
            IE        | BUILDER | AE     | DOMESTIC_RC      | Q714     |
            IE        | USER    | S 13.5 | DOMESTIC_TAXABLE |          |
            AT        | BUILDER | S 20   |                  | Q702     | UStG 1994 s. 19(1a)
            SE        | BUILDER | S 25   |                  | Q702     | chapter 16 s. 13
            GB        | BUILDER | S 20   |                  | Q702     | VATA 1994 s. 55A
            GB        | USER    | S 20   | DOMESTIC_TAXABLE |          |
            GB        | USER    | AE     |                  | Q704     | S.I. 2019/892 art. 8
            FR        | BUILDER | S 20   | DOMESTIC_TAXABLE |          |
            """)
    void buildersOweTheTaxOfBuildingWork(
            String country, BuysAs buysAs, String claim, Treatment treatment, String codes, String article) {
        TaxDecision decision = rules.decide(
                Cases.invoice(claim, LocalDate.of(2026, 11, 20)),
                Cases.payer(country, country + "1"),
                Cases.supplier(country, VatStanding.REGISTERED, country + "2"),
                Cases.contract(ServiceKind.CONSTRUCTION).at(country).boughtAs(buysAs));

        assertThat(decision.treatment()).isEqualTo(treatment);
        assertThat(codes(decision)).isEqualTo(codes == null ? "" : codes);
        assertThat(decision.findings().stream().map(Finding::message))
                .allMatch(message -> article == null || message.contains(article));
    }

    /** Art. 194: the customer owes the tax of a supplier from abroad, builder or not, where the state has chosen so. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # payer | service | supplier | claim | treatment         | self   | findings
            DE | CONSTRUCTION | BE | AE    | DOMESTIC_RC       | 190.00 |
            DE | CONSTRUCTION | CH | O     | NON_EU_SERVICE_RC | 190.00 |
            DE | CONSTRUCTION | BE | S 19  |                   | 0.00   | Q702
            DE | CONSTRUCTION | CH | S 19  |                   | 0.00   | Q702
            DE | CONSTRUCTION | BE | E     |                   | 0.00   | Q710
            DE | LAND         | CH | O     |                   | 0.00   | Q710
            BE | LAND         | CH | O     | NON_EU_SERVICE_RC | 210.00 | Q711
            BE | ADMISSION    | CH | S 21  |                   | 0.00   | Q702
            BE | LAND         | FR | AE    |                   | 0.00   | Q710
            AT | CONSTRUCTION | CH | AE    | NON_EU_SERVICE_RC | 200.00 | Q711
            AT | LAND         | CH | AE    |                   | 0.00   | Q710
            GB | LAND         | FR | O     | IMPORT_SERVICE_RC | 200.00 | Q711
            GB | LAND         | FR | E     |                   | 0.00   | Q710
            """)
    void suppliedHereFromAbroad(
            String payer,
            ServiceKind service,
            String supplier,
            String claim,
            Treatment treatment,
            BigDecimal self,
            String codes) {
        TaxDecision decision = rules.decide(
                Cases.invoice(claim, LocalDate.of(2026, 11, 20)),
                Cases.payer(payer, payer + "1"),
                Cases.supplier(supplier, VatStanding.REGISTERED, supplier + "2"),
                Cases.contract(service).at(payer));

        assertThat(decision.treatment()).isEqualTo(treatment);
        assertThat(sum(decision, "self")).isEqualTo(eur(self));
        assertThat(codes(decision)).isEqualTo(codes == null ? "" : codes);
    }

    /** VAT where the customer is liable may not be deducted; a person says when it is right, such as to a final user. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # country | claim  | on         | treatment        | findings
            DE        | S 19   | 2026-11-20 |                  | Q710
            NL        | S 21   | 2026-11-20 |                  | Q710
            ES        | S 21   | 2026-11-20 |                  | Q710
            IE        | S 13.5 | 2026-11-20 |                  | Q710
            AT        | S 20   | 2026-11-20 |                  | Q710
            SE        | S 25   | 2026-11-20 |                  | Q710
            GB        | S 20   | 2021-03-01 |                  | Q710
            GB        | S 20   | 2021-02-28 | DOMESTIC_TAXABLE |
            FR        | S 20   | 2026-11-20 | DOMESTIC_TAXABLE |
            # nobody says that we are a builder: an invoice without VAT waits, too
            DE        | AE     | 2026-11-20 |                  | Q710
            NL        | AE     | 2026-11-20 |                  | Q710
            ES        | AE     | 2026-11-20 |                  | Q710
            IE        | AE     | 2026-11-20 |                  | Q710
            AT        | AE     | 2026-11-20 |                  | Q710
            SE        | AE     | 2026-11-20 |                  | Q710
            GB        | AE     | 2026-11-20 |                  | Q710
            """)
    void vatOnConstructionWhereTheCustomerIsLiable(
            String country, String claim, LocalDate on, Treatment treatment, String codes) {
        TaxDecision decision = rules.decide(
                Cases.invoice(claim, on),
                Cases.payer(country, country + "1"),
                Cases.supplier(country, VatStanding.REGISTERED, country + "2"),
                Cases.contract(ServiceKind.CONSTRUCTION).at(country));

        assertThat(decision.treatment()).isEqualTo(treatment);
        assertThat(codes(decision)).isEqualTo(codes == null ? "" : codes);
    }

    /** Land in Quebec bears its tax wherever the payer is, and only a payer in Quebec has a return for it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # payer | land  | claim    | treatment        | findings
            CA-ON   | CA-QC | S 14.975 |                  | Q710
            CA-QC   | CA-QC | S 14.975 | DOMESTIC_TAXABLE | Q706
            CA-QC   | CA-ON | S 13     | DOMESTIC_TAXABLE |
            """)
    void landInQuebec(String payer, String land, String claim, Treatment treatment, String codes) {
        TaxDecision decision = rules.decide(
                Cases.invoice(claim, LocalDate.of(2026, 11, 20)),
                Cases.payer(payer, "1"),
                Cases.supplier("CA-ON", VatStanding.REGISTERED, "2"),
                Cases.contract(ServiceKind.LAND).at(land));

        assertThat(decision.treatment()).isEqualTo(treatment);
        assertThat(codes(decision)).isEqualTo(codes == null ? "" : codes);
    }

    /** A tax-exempt business shows no tax: part of what is in its price is credited all the same. */
    @ParameterizedTest
    @CsvSource({"E, OUT_OF_SCOPE", "O, OUT_OF_SCOPE", "Z,"})
    void japanKnowsBusinessesWithoutANumber(String claim, Treatment treatment) {
        TaxDecision decision = decide("JP", "T1", "JP", VatStanding.FRANCHISE, "", claim, LocalDate.of(2026, 11, 20));

        assertThat(decision.treatment()).isEqualTo(treatment);
        assertThat(codes(decision)).isEqualTo(treatment == null ? "Q704" : "");
    }

    /** What another country charged is a cost: it is refunded there or nowhere, and never deducted here. */
    @Test
    void anothersVatIsPaidAndNotDeducted() {
        TaxDecision decision = rules.decide(
                Cases.invoice("S 19", LocalDate.of(2026, 11, 20)),
                Cases.payer("NL", "NL1"),
                Cases.supplier("DE", VatStanding.REGISTERED, "DE2"),
                Cases.contract(ServiceKind.ADMISSION).at("DE"));

        assertThat(decision.lines()).singleElement().satisfies(line -> {
            assertThat(line.charged()).isEqualTo(Money.parse("EUR 190.00"));
            assertThat(line.recoverable()).isEqualTo(Money.parse("EUR 0.00"));
            assertThat(line.treatmentRule()).isEqualTo("TR-003");
        });
    }

    /** The Commission's example: notified on 3 February 2025, confirmed on 5 March, exempt from that day. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # country | on         | claim | treatment     | asks
            NL        | 2025-03-04 | E     | EU_SERVICE_RC | Q713
            NL        | 2025-03-05 | E     | FRANCHISE     |
            NL        | 2025-03-05 | O     | FRANCHISE     |
            BE        | 2025-03-05 | E     | EU_SERVICE_RC | Q713
            NL        | 2025-03-05 | AE    | EU_SERVICE_RC |
            """)
    void aSmallBusinessIsExemptAbroadWhereItsNumberIsConfirmed(
            String country, LocalDate on, String claim, Treatment treatment, String asks) {
        var number = new SmallBusinessNumber("AT123EX", country, new Validity(LocalDate.of(2025, 3, 5), null));
        TaxDecision decision = rules.decide(
                Cases.invoice(claim, on),
                Cases.payer("NL", "NL1"),
                Cases.supplier("AT", VatStanding.FRANCHISE, "AT2").exempt(List.of(number)),
                null);

        assertThat(decision.treatment()).isEqualTo(treatment);
        assertThat(codes(decision)).isEqualTo(asks == null ? "" : asks);
    }

    @Test
    void whoChargedWronglyIsAskedForAnInvoiceThatSaysWhatItMust() {
        TaxDecision decision =
                decide("NL", "NL1", "DE", VatStanding.REGISTERED, "DE2", "S 19", LocalDate.of(2026, 11, 20));

        assertThat(decision.findings().all())
                .extracting(Finding::hint)
                .containsExactly("Send it back and ask for a corrected invoice that says: AE without VAT, "
                        + "the words \"Reverse charge\", both VAT ids.");
    }

    @Test
    void theRowsThatDecidedAreKept() {
        TaxDecision decision =
                decide("IN-KA", "29", "IN-KA", VatStanding.REGISTERED, "30", "S 18", LocalDate.of(2026, 11, 20));

        assertThat(decision.rows()).containsExactly("VT-IN-KA-2017", "TR-024", "IN-STATE-STANDARD-20170701");
        assertThat(decision.steps().stream()
                        .filter(step -> step.step() == Step.RATE)
                        .map(TaxStep::answer))
                .containsExactly("18 % standard (CGST 9 + SGST 9)");
        assertThat(decision.lines()).extracting(TaxLine::treatmentRule).containsExactly("TR-024");
    }

    @Test
    void theEvidenceCanBeReadAsAStory() {
        TaxDecision decision =
                decide("IE", "IE1", "DE", VatStanding.REGISTERED, "DE2", "AE", LocalDate.of(2026, 11, 20));

        assertThat(decision.steps().stream()
                        .map(step -> step.question() + ": " + step.answer() + " [" + step.basis() + "]"))
                .containsExactly(
                        "1 who pays, who supplies: IE-CO (IE1) pays C-1 (DE2) [register on 2026-11-20]",
                        "2 kind of service: GENERAL [contract, else the general rule]",
                        "3 place of supply: IE, where the customer is [Directive 2006/112 art. 44 and equivalents]",
                        "4 supplier's standing: REGISTERED in DE, SAME_UNION to IE [VT-DE-1958, VT-IE-1973, territories of both]",
                        "5 special scheme for AE without VAT: none [TR-051, Directive 2006/112 art. 44, 196, 226(4), 226(11a)]",
                        "6 who is liable for AE without VAT: the payer: EU_SERVICE_RC [TR-051, Directive 2006/112 art. 44, 196, 226(4), 226(11a)]",
                        "7 tax point: 2026-11-20, the day of supply [Directive 2006/112 art. 63, 65]",
                        "8 rate in force: 23 % standard [IE-STANDARD-20210301, vatnode history (EC booklet, TEDB) 2026-09-23; commerceguys/tax 2026-06-15]",
                        "11 how much may be deducted: 100 % [IE-CO's proportion, Directive 2006/112 art. 168, 173-175 and equivalents]",
                        "12 does the claim agree: yes: AE without VAT for EU_SERVICE_RC [TR-051]");
    }

    @Test
    void theMessageOfARefusalSaysRuleAndExpectation() {
        TaxDecision decision =
                decide("NL", "NL1", "DE", VatStanding.REGISTERED, "DE2", "S 19", LocalDate.of(2026, 11, 20));

        assertThat(decision.findings().all())
                .singleElement()
                .satisfies(finding -> assertThat(finding.place()).hasToString("invoices.csv:2 BT-118"))
                .extracting(Finding::message)
                .isEqualTo(
                        "REGISTERED supplier in DE, payer in NL (SAME_UNION), GENERAL service, claim S 19 % with EUR 190.00; "
                                + "rule TR-050 expects AE without VAT (Directive 2006/112 art. 44, 196: the customer is liable)");
    }

    private static final Set<String> WARNINGS = Set.of("Q706", "Q711", "Q711 Q711", "Q713", "Q714");

    private static TaxDecision decide(
            String payer,
            String payerId,
            String supplier,
            VatStanding standing,
            String supplierId,
            String claim,
            LocalDate on) {
        return rules.decide(
                Cases.invoice(claim, on),
                Cases.payer(payer, payerId),
                Cases.supplier(supplier, standing, supplierId),
                null);
    }

    private static String codes(TaxDecision decision) {
        return decision.findings().stream().map(finding -> finding.code().id()).collect(Collectors.joining(" "));
    }

    private static Money sum(TaxDecision decision, String what) {
        return decision.lines().stream()
                .map(line -> amount(line, what))
                .reduce(Money.zero(CurrencyUnit.EUR), Money::plus);
    }

    private static Money amount(TaxLine line, String what) {
        return switch (what) {
            case "charged" -> line.charged();
            case "self" -> line.selfAssessed();
            default -> line.recoverable();
        };
    }

    private static Money eur(BigDecimal amount) {
        return Money.of(CurrencyUnit.EUR, amount);
    }
}
