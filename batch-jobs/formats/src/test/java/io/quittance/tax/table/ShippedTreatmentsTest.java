package io.quittance.tax.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.finding.Finding;
import io.quittance.party.Contract.ServiceKind;
import io.quittance.party.Contractor.VatStanding;
import io.quittance.tax.TableTaxRules;
import io.quittance.tax.TaxDecision;
import io.quittance.tax.TaxLine;
import io.quittance.tax.TaxRules;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
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
            FR   | FR1 | MC | REGISTERED | FR2          | S 20         | 2026-11-20 | DOMESTIC_TAXABLE  | 200.00 | 0.00   | 200.00
            EL   | EL1 | GR | REGISTERED | EL2          | S 24         | 2026-11-20 | DOMESTIC_TAXABLE  | 240.00 | 0.00   | 240.00
            GB   | GB1 | GB | REGISTERED | GB2          | S 20         | 2026-11-20 | DOMESTIC_TAXABLE  | 200.00 | 0.00   | 200.00
            GB   | GB1 | GB | NONE       |              | O            | 2026-11-20 | OUT_OF_SCOPE      | 0.00   | 0.00   | 0.00
            GB   | GB1 | XI | REGISTERED | GB2          | S 20         | 2026-11-20 | DOMESTIC_TAXABLE  | 200.00 | 0.00   | 200.00
            GB   | GB1 | IM | REGISTERED | GB2          | S 20         | 2026-11-20 | DOMESTIC_TAXABLE  | 200.00 | 0.00   | 200.00
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
            NL   | NL1 | MC | REGISTERED | FR2          | AE           | 2026-11-20 | EU_SERVICE_RC     | 0.00   | 210.00 | 210.00
            NL   | NL1 | AT | FRANCHISE  | AT2          | AE           | 2026-11-20 | EU_SERVICE_RC     | 0.00   | 210.00 | 210.00
            NL   | NL1 | AT | FRANCHISE  | AT2          | E            | 2026-11-20 | EU_SERVICE_RC     | 0.00   | 210.00 | 210.00
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
            # --- between Member States
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
            # --- from outside
            NL   | NL1 | US | NONE       |              | S 21         | 2026-11-20 | Q702
            NL   | NL1 | GB | REGISTERED | GB2          | S 20         | 2026-11-20 | Q702
            GB   | GB1 | DE | REGISTERED | DE2          | S 19         | 2026-11-20 | Q702
            SG   | M1  | IN | REGISTERED |              | S 18         | 2026-11-20 | Q702
            SG   | M1  | IN | REGISTERED |              | K            | 2026-11-20 | Q704
            NL   | NL1 | US | NONE       |              | K            | 2026-11-20 | Q704
            NL   |     | US | NONE       |              | O            | 2026-11-20 | Q705
            # --- what the tables do not know
            ES   | ES1 | IC | REGISTERED |              | L 7          | 2026-11-20 | Q701
            FR   | FR1 | RE | REGISTERED | FR2          | S 8.5        | 2026-11-20 | Q701
            US   |     | US | NONE       |              | O            | 2026-11-20 | Q701
            CH   | CH1 | DE | REGISTERED | DE2          | AE           | 2026-11-20 | Q701
            NL   | NL1 | NL | REGISTERED | NL2          | S 21         | 2009-12-31 | Q701
            NL   | NL1 | NL | REGISTERED | NL2          | ''           | 2026-11-20 | Q701
            NL   | NL1 | DE | FRANCHISE  | DE2          | E + S 19     | 2026-11-20 | Q702
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
        assertThat(decision.lines()).hasSize(codes == null || codes.equals("Q706") ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource({"LAND, S 21", "LAND, S 19", "ADMISSION, S 19", "ADMISSION, AE"})
    void anotherPlaceOfSupplyIsNeverGuessed(ServiceKind service, String claim) {
        TaxDecision decision = rules.decide(
                Cases.invoice(claim, LocalDate.of(2026, 11, 20)),
                Cases.payer("NL", "NL1"),
                Cases.supplier("DE", VatStanding.REGISTERED, "DE2"),
                Cases.contract(service));

        assertThat(codes(decision)).isEqualTo("Q701");
        assertThat(decision.treatment()).isNull();
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
                        "4 supplier's standing: REGISTERED in DE, SAME_UNION to IE [territories VT-DE-1958, VT-IE-1973]",
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
