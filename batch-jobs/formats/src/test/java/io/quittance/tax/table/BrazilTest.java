package io.quittance.tax.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.finding.Finding;
import io.quittance.invoice.Invoice;
import io.quittance.party.Contract;
import io.quittance.party.Contract.ServiceKind;
import io.quittance.party.Contractor;
import io.quittance.party.Contractor.VatStanding;
import io.quittance.party.Entity;
import io.quittance.tax.TableTaxRules;
import io.quittance.tax.TaxDecision;
import io.quittance.tax.TaxLine;
import io.quittance.tax.TaxPolicies;
import io.quittance.tax.TaxTables;
import io.quittance.tax.Treatment;
import io.quittance.tax.VatRate;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Payers in Brazil: four taxes on a service from abroad, all in the price of one from there. */
class BrazilTest {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static TaxTables tables;
    private static TaxPolicies policies;

    @BeforeAll
    static void read() throws IOException {
        Path folder = Path.of(System.getProperty("quittance.root"), "config/tax");
        tables = TaxTableFiles.read(folder);
        policies = TaxPolicyFiles.read(folder);
    }

    /** Of 1,000.00; what the payer owes itself is a cost, whatever share of its input tax it deducts elsewhere. */
    @ParameterizedTest(name = "{0} <- {1} {2}: {3} on {4}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # payer      | supplier   | service      | claim | on         | treatment                        | self   | findings
            # --- from abroad: PIS 19.09, COFINS 87.93, ISS 50.00, CIDE 100.00
            BR-3550308   | US         | GENERAL      | O     | 2026-11-20 | IMPORT_SERVICE_RC_NON_DEDUCTIBLE | 257.02 | Q706 Q711
            BR-3550308   | PT         | LEGAL        | Z     | 2026-11-20 | IMPORT_SERVICE_RC_NON_DEDUCTIBLE | 257.02 | Q706 Q711
            BR-3550308 50| US         | GENERAL      | AE    | 2026-11-20 | IMPORT_SERVICE_RC_NON_DEDUCTIBLE | 257.02 | Q706 Q711
            BR-3550308   | US         | GENERAL      | O     | 2018-03-01 | IMPORT_SERVICE_RC_NON_DEDUCTIBLE | 257.02 | Q706 Q711
            BR-3550308   | US         | GENERAL      | O     | 2018-02-28 | IMPORT_SERVICE_RC_NON_DEDUCTIBLE | 0.00   | Q703 Q711
            # --- what is item 1 of the list of services: ISS 29.00, and PIS and COFINS with it 18.71 and 86.18
            BR-3550308   | US         | DIGITAL      | O     | 2026-11-20 | IMPORT_SERVICE_RC_NON_DEDUCTIBLE | 233.88 | Q706 Q711
            # --- the supplier charges nothing, and K is for goods
            BR-3550308   | US         | GENERAL      | S 17  | 2026-11-20 | -                                | 0.00   | Q702
            BR-3550308   | US         | GENERAL      | K     | 2026-11-20 | -                                | 0.00   | Q704
            # --- whose municipality is not known, or not in the tables
            BR           | US         | GENERAL      | O     | 2026-11-20 | IMPORT_SERVICE_RC_NON_DEDUCTIBLE | 0.00   | Q711 Q712
            BR-0000000   | US         | GENERAL      | O     | 2026-11-20 | -                                | 0.00   | Q701
            # --- where something is not sourced
            BR-3550308   | US         | LAND         | O     | 2026-11-20 | -                                | 0.00   | Q710
            BR-3550308   | US         | CONSTRUCTION | O     | 2026-11-20 | -                                | 0.00   | Q710
            BR-3550308   | US         | ADMISSION    | O     | 2026-11-20 | -                                | 0.00   | Q710
            # --- at home all taxes are in the price
            BR-3550308   | BR         | GENERAL      | O     | 2026-11-20 | OUT_OF_SCOPE                     | 0.00   | -
            BR           | BR-3550308 | DIGITAL      | E     | 2026-11-20 | OUT_OF_SCOPE                     | 0.00   | -
            BR-3550308   | BR-3550308 | CONSTRUCTION | O     | 2026-11-20 | OUT_OF_SCOPE                     | 0.00   | -
            BR-3550308   | BR         | LEGAL        | Z     | 2026-11-20 | OUT_OF_SCOPE                     | 0.00   | -
            BR-3550308   | BR         | GENERAL      | S 5   | 2026-11-20 | -                                | 0.00   | Q702
            BR-3550308   | BR         | GENERAL      | S 1   | 2026-01-01 | -                                | 0.00   | Q702
            BR-3550308   | BR         | GENERAL      | AE    | 2026-11-20 | -                                | 0.00   | Q704
            # --- from 2027 on CBS and IBS: not in the tables
            BR-3550308   | US         | GENERAL      | O     | 2026-12-31 | IMPORT_SERVICE_RC_NON_DEDUCTIBLE | 257.02 | Q706 Q711
            BR-3550308   | US         | GENERAL      | O     | 2027-01-01 | -                                | 0.00   | Q710
            BR-3550308   | BR         | GENERAL      | O     | 2026-12-31 | OUT_OF_SCOPE                     | 0.00   | -
            BR-3550308   | BR         | GENERAL      | O     | 2027-01-01 | -                                | 0.00   | Q710
            BR-3550308   | BR         | GENERAL      | S 1   | 2027-01-01 | -                                | 0.00   | Q710
            # --- who buys from Brazil is not concerned
            NL           | BR-3550308 | GENERAL      | O     | 2026-11-20 | NON_EU_SERVICE_RC                | 210.00 | -
            """)
    void decides(
            String payer,
            String supplier,
            ServiceKind service,
            String claim,
            LocalDate on,
            Treatment treatment,
            BigDecimal self,
            String findings) {
        TaxDecision decision = decided(payer, supplier, service, Cases.invoice(claim, on));

        assertThat(decision.findings().stream().map(Finding::printedId).sorted().collect(Collectors.joining(" ")))
                .isEqualTo(findings == null ? "" : findings);
        assertThat(decision.treatment()).isEqualTo(treatment);
        assertThat(sum(decision, TaxLine::selfAssessed)).isEqualByComparingTo(self);
        if (!payer.equals("NL")) {
            assertThat(sum(decision, TaxLine::recoverable)).isZero();
            assertThat(sum(decision, TaxLine::nonRecoverable)).isEqualByComparingTo(self);
        }
    }

    static Stream<VatRate> rates() throws IOException {
        return TaxTableFiles.rates(Path.of(System.getProperty("quittance.root"), "config/tax")).stream()
                .filter(rate -> rate.country().equals("BR"));
    }

    /**
     * Lei 10.865/2004 art. 7 II, IN RFB 1.401/2013: COFINS = d V Z and PIS = c V Z with Z = (1 + f) / (1 - c - d), from the ISS that the
     * row itself names; with so many decimals that ten million and a hundred times that come to the same cent.
     */
    @ParameterizedTest
    @MethodSource("rates")
    void eachRateIsTheFormulaOfTheTaxOffice(VatRate rate) {
        Map<String, BigDecimal> percent = rate.components().stream()
                .collect(Collectors.toMap(VatRate.Component::tax, VatRate.Component::percent));
        assertThat(percent).containsOnlyKeys("PIS", "COFINS", "ISS", "CIDE");
        BigDecimal iss = percent.get("ISS");
        assertThat(iss).isBetween(BigDecimal.TWO, BigDecimal.valueOf(5));
        BigDecimal z = HUNDRED.add(iss).divide(new BigDecimal("90.75"), MathContext.DECIMAL128);
        for (String base : new String[] {"10000000.00", "999999999.99"}) {
            assertThat(tax(base, percent.get("PIS")))
                    .isEqualByComparingTo(tax(base, z.multiply(new BigDecimal("1.65"))));
            assertThat(tax(base, percent.get("COFINS")))
                    .isEqualByComparingTo(tax(base, z.multiply(new BigDecimal("7.6"))));
            assertThat(tax(base, rate.percent()))
                    .isEqualByComparingTo(tax(
                            base, z.multiply(new BigDecimal("9.25")).add(iss).add(BigDecimal.TEN)));
        }
        assertThat(rate.validity().to()).isEqualTo(LocalDate.of(2026, 12, 31));
    }

    private static BigDecimal tax(String base, BigDecimal percent) {
        return new BigDecimal(base).multiply(percent).movePointLeft(2).setScale(2, RoundingMode.HALF_UP);
    }

    /** The invoice stands for the credit in the books: a payment before it is earlier, the end of the service is not asked. */
    @ParameterizedTest
    @CsvSource({"BR-3550308, US, TP-BR-10", "BR-3550308, BR, TP-ALL-90"})
    void theTaxPoint(String payer, String supplier, String row) {
        Invoice invoice = Cases.invoice("O", LocalDate.of(2026, 11, 20));
        TaxDecision decision = TableTaxRules.of(tables)
                .decide(invoice, payer(payer), supplier(supplier), Cases.contract(ServiceKind.GENERAL));
        assertThat(policies.point(decision, invoice).point().row()).isEqualTo(row);
    }

    /** The rows that the manual shows for another municipality, as they stand there. */
    @Test
    void theRowsOfTheManualAreReadAndDecide(@TempDir Path folder) throws IOException {
        Path root = Path.of(System.getProperty("quittance.root"));
        List<String> manual = Files.readAllLines(root.resolve("docs/operating/tax.md"));
        for (String sheet : List.of("territories.csv", "rates.csv", "treatment-rules.csv")) {
            Files.copy(root.resolve("config/tax").resolve(sheet), folder.resolve(sheet));
        }
        append(folder.resolve("territories.csv"), manual, "VT-BR-3509502,");
        append(folder.resolve("rates.csv"), manual, "BR-3509502-STANDARD,");

        TaxDecision decision = TableTaxRules.of(TaxTableFiles.read(folder))
                .decide(
                        Cases.invoice("O", LocalDate.of(2026, 11, 20)),
                        payer("BR-3509502"),
                        supplier("US"),
                        Cases.contract(ServiceKind.GENERAL));
        assertThat(sum(decision, TaxLine::selfAssessed)).isEqualByComparingTo("234.99");
        assertThat(decision.lines()).singleElement().returns("BR-3509502-STANDARD", TaxLine::rateRow);
    }

    private static void append(Path sheet, List<String> manual, String id) throws IOException {
        List<String> rows = manual.stream().filter(line -> line.startsWith(id)).toList();
        assertThat(rows).as(id).hasSize(1);
        Files.write(sheet, rows, StandardOpenOption.APPEND);
    }

    private static TaxDecision decided(String payer, String supplier, ServiceKind service, Invoice invoice) {
        Entity paying = payer(payer);
        Contractor supplying = supplier(supplier);
        Contract contract = Cases.contract(service).at(service.followsTheCustomer() ? null : "BR");
        TaxDecision first = TableTaxRules.of(tables).decide(invoice, paying, supplying, contract);
        return first.treatment() == null
                ? first
                : policies.ruled(
                        first,
                        policies.point(first, invoice).point(),
                        new TaxPolicies.Between(paying, supplying, contract));
    }

    private static Entity payer(String code) {
        String[] words = code.split(" ");
        Entity full = Cases.payer(words[0], words[0] + "1");
        int percent = words.length == 1 ? full.recoveryPercent() : Integer.parseInt(words[1]);
        return new Entity(
                full.id(),
                full.name(),
                full.address(),
                full.functionalCurrency(),
                full.vatCountry(),
                full.vatId(),
                full.legalId(),
                percent,
                full.accounts(),
                full.validity());
    }

    private static Contractor supplier(String code) {
        return Cases.supplier(code, VatStanding.REGISTERED, code + "2");
    }

    private static BigDecimal sum(TaxDecision decision, Function<TaxLine, Money> what) {
        return decision.lines().stream()
                .map(line -> what.apply(line).getAmount())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
