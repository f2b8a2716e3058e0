package io.quittance.tax.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.party.Contract.ServiceKind;
import io.quittance.party.Contractor.VatStanding;
import io.quittance.tax.Jurisdictions;
import io.quittance.tax.Recovery;
import io.quittance.tax.RecoveryRule.Purchase;
import io.quittance.tax.RoundingPolicies.Taxed;
import io.quittance.tax.RoundingPolicy;
import io.quittance.tax.TableTaxRules;
import io.quittance.tax.TaxDates;
import io.quittance.tax.TaxDecision;
import io.quittance.tax.TaxPoints.Derived;
import io.quittance.tax.TaxPolicies;
import io.quittance.tax.TaxPolicies.Between;
import io.quittance.tax.TaxStep;
import io.quittance.tax.Treatment;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tax points, roundings and recovery as shipped in {@code config/tax}; rows with a source are that source's example. */
class ShippedPoliciesTest {

    private static TaxPolicies shipped;

    @BeforeAll
    static void read() throws IOException {
        shipped = TaxPolicyFiles.read(Path.of(System.getProperty("quittance.root"), "config/tax"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # in | treatment         | from       | to         | invoiced   | paid       | tax point  | exchange   | row      | open  | source
            DE   | NON_EU_SERVICE_RC |            | 2021-03-18 | 2021-04-15 |            | 2021-04-15 | 2021-03-18 | TP-DE-20 | false | UStAE 13b.12, which files it in April
            DE   | DOMESTIC_RC       |            | 2021-03-18 | 2021-05-10 |            | 2021-04-30 | 2021-03-18 | TP-DE-20 | false | UStAE 13b.12
            DE   | DOMESTIC_RC       |            | 2026-07-19 | 2026-09-15 |            | 2026-08-31 | 2026-07-19 | TP-DE-20 | false | Weimann 2.16 Rz. 119, today's rule
            DE   | NON_EU_SERVICE_RC |            | 2026-12-20 | 2026-11-15 |            | 2026-12-20 | 2026-12-20 | TP-DE-20 | false | UStG 13b(2): invoiced before the service, not paid
            DE   | NON_EU_SERVICE_RC |            | 2026-12-20 | 2026-11-15 | 2026-11-20 | 2026-11-20 | 2026-12-20 | TP-DE-20 | false | UStG 13b(4): paid before it
            DE   | EU_SERVICE_RC     |            | 2026-10-05 | 2026-11-02 |            | 2026-10-31 | 2026-10-05 | TP-DE-10 | false | UStG 13b(1)
            DE   | EU_SERVICE_RC     |            | 2026-02-05 | 2026-02-06 |            | 2026-02-28 | 2026-02-05 | TP-DE-10 | false | UStG 13b(1)
            DE   | DOMESTIC_TAXABLE  |            | 2020-06-30 | 2020-07-10 |            | 2020-06-30 | 2020-06-30 | TP-EU-40 | false | art. 63
            NL   | EU_SERVICE_RC     |            | 2026-10-31 | 2026-11-02 |            | 2026-10-31 | 2026-10-31 | TP-EU-30 | false | art. 63
            NL   | EU_SERVICE_RC     |            | 2026-10-31 | 2026-11-02 | 2026-10-15 | 2026-10-15 | 2026-10-15 | TP-EU-30 | false | art. 65
            IE   | EU_SERVICE_RC     | 2026-10-01 | 2026-10-31 | 2026-11-02 | 2026-10-15 | 2026-10-31 | 2026-10-31 | TP-EU-20 | false | art. 64(1)
            IE   | DOMESTIC_TAXABLE  |            |            | 2026-11-02 |            | 2026-11-02 | 2026-11-02 | TP-EU-40 | false | no day of supply
            GB   | IMPORT_SERVICE_RC |            | 2026-06-20 | 2026-07-05 | 2026-08-01 | 2026-06-20 | 2026-06-20 | TP-GB-20 | false | VATTOS2320
            GB   | IMPORT_SERVICE_RC |            | 2026-06-20 | 2026-07-05 | 2026-06-10 | 2026-06-10 | 2026-06-10 | TP-GB-20 | false | VATTOS2320
            GB   | IMPORT_SERVICE_RC |            | 2009-06-20 | 2009-07-05 | 2009-08-01 | 2009-08-01 | 2009-08-01 | TP-GB-05 | false | VATTOS2320
            GB   | IMPORT_SERVICE_RC | 2026-06-01 | 2026-06-30 | 2026-07-05 | 2026-07-20 | 2026-06-30 | 2026-06-30 | TP-GB-10 | false | VATTOS2320
            IN   | IMPORT_SERVICE_RC |            | 2017-07-10 | 2017-07-12 | 2017-08-18 | 2017-08-18 | 2017-08-18 | TP-IN-10 | false | Lawcrux, example 52
            IN   | IMPORT_SERVICE_RC |            | 2017-07-10 | 2017-07-12 | 2017-10-22 | 2017-09-11 | 2017-09-11 | TP-IN-10 | false | Lawcrux, example 52
            IN   | IMPORT_SERVICE_RC |            | 2026-07-10 | 2026-07-12 |            | 2026-07-12 | 2026-07-12 | TP-IN-10 | true  | until it is paid
            IN   | DOMESTIC_TAXABLE  |            | 2026-07-10 | 2026-07-12 | 2026-07-11 | 2026-07-11 | 2026-07-11 | TP-IN-20 | false | s. 13(2)
            MX   | IMPORT_SERVICE_RC |            | 2026-07-10 | 2026-07-12 |            | 2026-07-10 | 2026-07-10 | TP-MX-10 | true  | until it is paid
            MX   | IMPORT_SERVICE_RC |            | 2026-07-10 | 2026-07-12 | 2026-08-03 | 2026-08-03 | 2026-08-03 | TP-MX-10 | false | paid
            NG   | DOMESTIC_TAXABLE  |            | 2026-07-10 | 2026-07-12 | 2026-08-03 | 2026-08-03 | 2026-08-03 | TP-NG-10 | false | paid
            AU   | DOMESTIC_TAXABLE  |            | 2026-06-30 | 2026-07-02 |            | 2026-07-02 | 2026-07-02 | TP-AU-10 | false | tax.md 6
            SG   | DOMESTIC_TAXABLE  |            | 2023-12-31 | 2024-01-02 | 2023-12-30 | 2023-12-30 | 2023-12-30 | TP-AU-10 | false | tax.md 6
            CH   | IMPORT_SERVICE_RC |            | 2026-06-30 | 2026-07-02 |            | 2026-06-30 | 2026-06-30 | TP-ALL-90 | false | no row of its own
            """)
    void taxPoints(
            String in,
            Treatment treatment,
            LocalDate from,
            LocalDate to,
            LocalDate invoiced,
            LocalDate paid,
            LocalDate point,
            LocalDate exchange,
            String row,
            boolean open) {
        var dates = new TaxDates(from == null ? to : from, to, null, invoiced, paid);
        Derived derived = shipped.points().derive(in, treatment, dates);
        assertThat(derived.findings()).isEmpty();
        assertThat(derived.point().day()).isEqualTo(point);
        assertThat(derived.point().exchangeDay()).isEqualTo(exchange);
        assertThat(derived.point().row()).isEqualTo(row);
        assertThat(derived.point().provisional()).isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # in, treatment,         from,       to,         held
            NL,   EU_SERVICE_RC,     2025-10-01, 2026-09-30,
            NL,   EU_SERVICE_RC,     2025-10-01, 2026-10-01, Q720
            NL,   EU_SERVICE_RC,     2025-01-01, 2025-12-31,
            NL,   EU_SERVICE_RC,     2024-01-01, 2026-12-31, Q720
            NL,   DOMESTIC_TAXABLE,  2024-01-01, 2026-12-31,
            # UStG 13b(3)
            DE,   EU_SERVICE_RC,     2025-01-01, 2026-06-30, Q720
            DE,   NON_EU_SERVICE_RC, 2025-01-01, 2026-06-30, Q720
            DE,   DOMESTIC_RC,       2025-01-01, 2026-06-30, Q720
            DE,   EU_SERVICE_RC,     2025-07-01, 2026-06-30,
            DE,   DOMESTIC_TAXABLE,  2025-01-01, 2026-06-30,
            """)
    void overMoreThanAYearOneDocumentHasNoTaxPoint(
            String in, Treatment treatment, LocalDate from, LocalDate to, String code) {
        var dates = new TaxDates(from, to, null, to.plusDays(5), null);
        assertThat(shipped.points().derive(in, treatment, dates).findings().stream()
                        .map(finding -> finding.code().id())
                        .toList())
                .isEqualTo(code == null ? List.of() : List.of(code));
    }

    /** Every treatment of every jurisdiction has a tax point and a recovery. */
    @Test
    void nothingIsForgotten() {
        var dates = new TaxDates(null, null, null, LocalDate.parse("2026-11-02"), null);
        for (String in : List.of("NL", "GB", "IN", "JP", "US", "XX")) {
            for (Treatment treatment : Treatment.values()) {
                assertThat(shipped.points().derive(in, treatment, dates).findings())
                        .as("%s %s", in, treatment)
                        .isEmpty();
                assertThat(recovery(in, treatment, false, VatStanding.REGISTERED, 100, "2026-11-02")
                                .row())
                        .isNotEqualTo("none");
            }
        }
    }

    /** The set that a supplier's tax may lie in; what stands there is the whole of it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # from | currency | lines                  | rate | reachable         | source
            NL     | EUR      | 37.50 12.50            | 21   | 10.50 10.51       | softwarepakketten.nl after the Belastingdienst
            SE     | SEK      | 3500.00 720.00 247.75  | 25   | 1116.94           | Skatteverket 2021.1, Anna; by line the same
            SG     | SGD      | 2512.50 656.25         | 7    | 221.81 221.82     | Financio on IRAS
            NZ     | NZD      | 0.50                   | 25   | 0.12 0.13         | s. 19O: 0.125 either way
            NZ     | NZD      | 0.51                   | 25   | 0.13              | s. 19O: 0.1275
            AU     | AUD      | 1.04 1.04 1.04         | 10   | 0.30 0.31         | s. 9-90: 0.312 in total, three times 0.10 by supply
            AU     | AUD      | 1.25                   | 10   | 0.13              | s. 9-90: half a cent up
            CA     | CAD      | 10.05                  | 13   | 1.30 1.31         | CRA 125136: 0.50 + 0.80, or 1.31
            CA     | CAD      | 10.05                  | 5    | 0.50              | no parts of 5 %
            GB     | GBP      | 0.10                   | 5    | 0.00 0.01         | VATREC12030: half a penny
            GB     | GBP      | 4.338                  | 20   | 0.86 0.87         | Notice 700 17.5: 86.76p
            XI     | GBP      | 10.13                  | 20   | 2.02 2.03         | one VAT return with Great Britain
            JP     | JPY      | 105 105                | 10   | 21                | never 11 + 11 by line
            JP     | JPY      | 105                    | 10   | 10 11             | in the direction that the issuer likes
            IN     | INR      | 100.50                 | 18   | 18.00 18.09 18.10 | rupee, paise, and two parts of 9 %: 9.045 each
            IN-KA  | INR      | 100.05                 | 18   | 18.00 18.01       | CGST 9.00 + SGST 9.00
            CA-ON  | CAD      | 10.05                  | 13   | 1.30 1.31         | as Canada
            IM     | GBP      | 0.10                   | 5    | 0.00 0.01         | as Great Britain
            LI     | CHF      | 37.50 12.50            | 21   | 10.50 10.51       | as Switzerland
            HU     | HUF      | 1001                   | 27   | 270.00 270.27     | whole forints in practice
            HU     | EUR      | 10.01                  | 27   | 2.70              | no whole euros
            ZA     | ZAR      | 16000.00               | 15   | 2400.00           | SARS
            FR     | EUR      | 37.50 12.50            | 21   | 10.50 10.51       | no row of its own
            """)
    void roundings(String from, String currency, String lines, BigDecimal rate, String reachable) {
        CurrencyUnit unit = CurrencyUnit.of(currency);
        List<Money> nets = Arrays.stream(lines.split(" "))
                .map(net -> Money.of(unit, new BigDecimal(net), RoundingMode.HALF_UP))
                .toList();
        Money base = Money.total(nets);
        var taxed = new Taxed(base, nets, rate, LocalDate.parse("2026-11-02"));
        assertThat(shipped.roundings().reachable(from, taxed).stream()
                        .map(money -> money.getAmount().toPlainString())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(reachable);
    }

    @ParameterizedTest
    @CsvSource({
        "NL, EUR, RP-NL-10",
        "GB, GBP, RP-GB-10",
        "NZ, NZD, RP-NZ-10",
        "JP, JPY, RP-JP-10",
        "IN, INR, RP-IN-10",
        "HU, HUF, RP-HU-10",
        "DE, EUR, RP-ALL-10",
        "KE, KES, RP-ALL-10"
    })
    void everyPayerHasARoundingOfHisOwn(String in, String currency, String row) {
        assertThat(shipped.roundings()
                        .ofPayer(in, CurrencyUnit.of(currency), LocalDate.parse("2026-11-02"))
                        .id())
                .isEqualTo(row);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # in | treatment           | at home | standing   | own % | on         | percent | included | waits | row
            JP   | OUT_OF_SCOPE        | true    | NONE       | 100   | 2023-09-30 | 100     | 10       | false | RR-JP-10
            JP   | OUT_OF_SCOPE        | true    | NONE       | 100   | 2023-10-01 | 80      | 10       | false | RR-JP-20
            JP   | OUT_OF_SCOPE        | true    | FRANCHISE  | 100   | 2026-09-30 | 80      | 10       | false | RR-JP-20
            JP   | FRANCHISE           | true    | FRANCHISE  | 100   | 2026-10-01 | 70      | 10       | false | RR-JP-30
            JP   | OUT_OF_SCOPE        | true    | NONE       | 100   | 2028-09-30 | 70      | 10       | false | RR-JP-30
            JP   | OUT_OF_SCOPE        | true    | NONE       | 50    | 2028-10-01 | 25      | 10       | false | RR-JP-40
            JP   | OUT_OF_SCOPE        | true    | NONE       | 100   | 2030-09-30 | 50      | 10       | false | RR-JP-40
            JP   | OUT_OF_SCOPE        | true    | NONE       | 100   | 2030-10-01 | 30      | 10       | false | RR-JP-50
            JP   | OUT_OF_SCOPE        | true    | NONE       | 100   | 2031-09-30 | 30      | 10       | false | RR-JP-50
            JP   | OUT_OF_SCOPE        | true    | NONE       | 100   | 2031-10-01 | 0       | 0        | false | RR-JP-60
            JP   | DOMESTIC_TAXABLE    | true    | REGISTERED | 100   | 2026-11-02 | 100     | 0        | false | RR-ALL-90
            JP   | OUT_OF_SCOPE        | false   | NONE       | 100   | 2026-11-02 | 100     | 0        | false | RR-ALL-90
            CA   | DOMESTIC_TAXABLE    | true    | REGISTERED | 90    | 2024-01-15 | 100     | 0        | false | RR-CA-10
            CA   | DOMESTIC_TAXABLE    | true    | REGISTERED | 89    | 2024-01-15 | 89      | 0        | false | RR-CA-10
            CA   | DOMESTIC_TAXABLE    | true    | REGISTERED | 10    | 2024-01-15 | 0       | 0        | false | RR-CA-10
            CA   | DOMESTIC_TAXABLE    | true    | REGISTERED | 11    | 2024-01-15 | 11      | 0        | false | RR-CA-10
            MX   | IMPORT_SERVICE_RC   | false   | NONE       | 100   | 2026-11-02 | 100     | 0        | true  | RR-MX-10
            NG   | DOMESTIC_TAXABLE    | true    | REGISTERED | 100   | 2026-11-02 | 100     | 0        | true  | RR-NG-10
            IN   | IMPORT_SERVICE_RC   | false   | NONE       | 100   | 2026-11-02 | 100     | 0        | false | RR-IN-10
            IN   | DOMESTIC_TAXABLE    | true    | REGISTERED | 100   | 2026-11-02 | 100     | 0        | false | RR-ALL-90
            FR   | DOMESTIC_TAXABLE    | true    | REGISTERED | 100   | 2026-11-02 | 100     | 0        | true  | RR-FR-10
            FR   | EU_SERVICE_RC       | false   | REGISTERED | 60    | 2026-11-02 | 60      | 0        | false | RR-ALL-90
            ES   | DOMESTIC_TAXABLE    | true    | REGISTERED | 67    | 2025-06-30 | 67      | 0        | false | RR-ALL-90
            NL   | FOREIGN_VAT_CHARGED | false   | REGISTERED | 100   | 2026-11-02 | 0       | 0        | false | RR-FX-10
            NO   | IMPORT_SERVICE_RC_NON_DEDUCTIBLE | false | NONE | 100 | 2026-11-02 | 0      | 0        | false | RR-NO-10
            """)
    void recoveries(
            String in,
            Treatment treatment,
            boolean home,
            VatStanding standing,
            int proportion,
            String on,
            BigDecimal percent,
            BigDecimal included,
            boolean waits,
            String row) {
        Recovery found = recovery(in, treatment, home, standing, proportion, on);
        assertThat(found.percent()).isEqualByComparingTo(percent);
        assertThat(found.includedPercent()).isEqualByComparingTo(included);
        assertThat(found.waits()).isEqualTo(waits);
        assertThat(found.row()).isEqualTo(row);
    }

    /** Estonia raised its rate from 22 to 24 % on 2025-07-01: each day has its own, and the evidence names every row. */
    @ParameterizedTest
    @CsvSource({"2025-06-29, 22, 220.00", "2025-06-30, 22, 220.00", "2025-07-01, 24, 240.00", "2025-07-02, 24, 240.00"})
    void theRateOfTheTaxPointAndTheRowsThatSaidSo(LocalDate supply, String rate, String tax) throws IOException {
        TaxDecision decision = ruled(supply);
        assertThat(decision.lines()).singleElement().satisfies(line -> {
            assertThat(line.rate()).isEqualByComparingTo(rate);
            assertThat(line.selfAssessed()).isEqualTo(Money.parse("EUR " + tax));
            assertThat(line.recoverable()).isEqualTo(Money.parse("EUR " + tax));
        });
        assertThat(step(decision, "7 tax point")).startsWith("TP-EU-30, Directive 2006/112 art. 63, 65");
        assertThat(step(decision, "11 how much may be deducted"))
                .startsWith("RR-ALL-90, for EE-CO, Directive 2006/112");
    }

    private static TaxDecision ruled(LocalDate supply) throws IOException {
        TableTaxRules rules =
                TableTaxRules.of(TaxTableFiles.read(Path.of(System.getProperty("quittance.root"), "config/tax")));
        var payer = Cases.payer("EE", "EE100931558");
        var supplier = Cases.supplier("DE", VatStanding.REGISTERED, "DE136695976");
        var invoice = Cases.invoice("AE", supply);
        TaxDecision decided = rules.decide(invoice, payer, supplier, null);
        return shipped.ruled(decided, shipped.point(decided, invoice).point(), new Between(payer, supplier, null));
    }

    private static String step(TaxDecision decision, String question) {
        return decision.steps().stream()
                .filter(step -> step.question().equals(question))
                .map(TaxStep::basis)
                .collect(Collectors.joining());
    }

    /** What the supplier states counts where he owes the tax, and nowhere else. */
    @ParameterizedTest
    @CsvSource({
        "NL, DOMESTIC_TAXABLE, 2026-11-05",
        "GB, DOMESTIC_TAXABLE, 2026-11-05",
        "NL, EU_SERVICE_RC, 2026-10-31",
        "GB, IMPORT_SERVICE_RC, 2026-10-31"
    })
    void aTaxPointThatTheSupplierStates(String in, Treatment treatment, LocalDate point) {
        LocalDate done = LocalDate.parse("2026-10-31");
        var dates = new TaxDates(done, done, LocalDate.parse("2026-11-05"), LocalDate.parse("2026-11-10"), null);
        assertThat(shipped.points().derive(in, treatment, dates).point().day()).isEqualTo(point);
    }

    /** Diputación Foral de Bizkaia, KA-01784: 67 % of 4,200 + 2,100 + 1,050. */
    @ParameterizedTest
    @CsvSource({"4200.00, 2814.00", "2100.00, 1407.00", "1050.00, 703.50"})
    void aProportionOfTheTax(String tax, String deducted) {
        Recovery found = recovery("ES", Treatment.DOMESTIC_TAXABLE, true, VatStanding.REGISTERED, 67, "2025-06-30");
        assertThat(found.of(Money.parse("EUR " + tax))).isEqualTo(Money.parse("EUR " + deducted));
    }

    /** A correction is a row with a later day of recording, never a change. */
    @Test
    void everyRowSaysWhenItWasRecorded() {
        assertThat(shipped.points().all())
                .allSatisfy(row -> assertThat(row.recordedAt()).isNotNull());
        assertThat(shipped.roundings().all().stream()
                        .map(RoundingPolicy::jurisdiction)
                        .distinct())
                .contains(
                        Jurisdictions.ALL,
                        "NL",
                        "GB",
                        "XI",
                        "AU",
                        "NZ",
                        "JP",
                        "SG",
                        "CA",
                        "ZA",
                        "AE",
                        "IN",
                        "CH",
                        "HU");
        assertThat(shipped.recoveries().all().stream().map(row -> row.validity().from()))
                .isNotEmpty()
                .allMatch(
                        from -> Comparator.<LocalDate>naturalOrder().compare(from, LocalDate.parse("2031-10-02")) < 0);
    }

    private static Recovery recovery(
            String in, Treatment treatment, boolean home, VatStanding standing, int proportion, String on) {
        return shipped.recoveries()
                .of(new Purchase(in, treatment, home, standing, ServiceKind.GENERAL, proportion, LocalDate.parse(on)));
    }
}
