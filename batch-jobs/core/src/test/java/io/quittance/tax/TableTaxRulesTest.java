package io.quittance.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quittance.finding.Finding;
import io.quittance.invoice.DocumentKind;
import io.quittance.invoice.Invoice;
import io.quittance.invoice.InvoiceSource;
import io.quittance.invoice.InvoiceTotals;
import io.quittance.invoice.VatBreakdown;
import io.quittance.invoice.VatCategory;
import io.quittance.party.Address;
import io.quittance.party.Contractor;
import io.quittance.party.Contractor.VatStanding;
import io.quittance.party.Entity;
import io.quittance.tax.VatRate.RateClass;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableTaxRulesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);
    private static final TaxRules RULES = TableTaxRules.of(SmallTables.tables());

    /** Tax is rounded half up to the minor unit of the document's currency, and so is the part to deduct. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            # base,        recovery, self-assessed, recoverable, a cost
            EUR 100.00,    100,      EUR 21.00,     EUR 21.00,   EUR 0.00
            EUR 100.02,    100,      EUR 21.00,     EUR 21.00,   EUR 0.00
            EUR 100.03,    100,      EUR 21.01,     EUR 21.01,   EUR 0.00
            EUR 0.50,      100,      EUR 0.11,      EUR 0.11,    EUR 0.00
            EUR 100.05,    50,       EUR 21.01,     EUR 10.51,   EUR 10.50
            EUR 100.00,    0,        EUR 21.00,     EUR 0.00,    EUR 21.00
            JPY 150,       33,       JPY 32,        JPY 11,      JPY 21
            KWD 10.005,    100,      KWD 2.101,     KWD 2.101,   KWD 0.000
            """)
    void selfAssesses(String base, int recovery, String self, String recoverable, String cost) {
        TaxDecision decision = decide(recovery, "DE", "DE2", claim(VatCategory.AE, null, base, null));

        assertThat(decision.findings()).isEmpty();
        assertThat(decision.lines()).singleElement().satisfies(line -> {
            assertThat(line.rate()).isEqualByComparingTo("21");
            assertThat(line.rateRow()).isEqualTo("NL-1");
            assertThat(line.charged().isZero()).isTrue();
            assertThat(line.selfAssessed()).isEqualTo(Money.parse(self));
            assertThat(line.recoverable()).isEqualTo(Money.parse(recoverable));
            assertThat(line.nonRecoverable()).isEqualTo(Money.parse(cost));
        });
    }

    @Test
    void takesTheSuppliersVatAsCharged() {
        TaxDecision decision = decide(100, "NL", null, claim(VatCategory.S, "9", "EUR 100.00", "EUR 9.00"));

        assertThat(decision.treatment()).isEqualTo(Treatment.DOMESTIC_TAXABLE);
        assertThat(decision.jurisdiction()).isEqualTo("NL");
        assertThat(decision.lines()).singleElement().satisfies(line -> {
            assertThat(line.rateRow()).isEqualTo("NL-2");
            assertThat(line.charged()).isEqualTo(Money.parse("EUR 9.00"));
            assertThat(line.selfAssessed().isZero()).isTrue();
        });
    }

    @Test
    void eachLineOfAMixedDomesticDocumentKeepsItsTreatment() {
        TaxDecision decision = decide(
                100,
                "NL",
                null,
                claim(VatCategory.E, null, "EUR 5.00", null),
                claim(VatCategory.S, "21", "EUR 100.00", "EUR 21.00"),
                claim(VatCategory.Z, "0", "EUR 7.00", null));

        assertThat(decision.findings()).isEmpty();
        assertThat(decision.treatment()).isEqualTo(Treatment.DOMESTIC_TAXABLE);
        assertThat(decision.lines().stream().map(decision::treatmentOf))
                .containsExactly(Treatment.DOMESTIC_EXEMPT, Treatment.DOMESTIC_TAXABLE, Treatment.DOMESTIC_ZERO);
    }

    @Test
    void otherTreatmentsDoNotMix() {
        TaxDecision decision = decide(
                100,
                "NL",
                null,
                claim(VatCategory.S, "21", "EUR 100.00", "EUR 21.00"),
                claim(VatCategory.O, null, "EUR 5.00", null));

        assertThat(written(decision))
                .isEqualTo("Q704 the breakdowns of one document lead to [DOMESTIC_TAXABLE, OUT_OF_SCOPE]");
        assertThat(decision.lines()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # supplier | its id | category | rate | VAT       | found
            DE         | DE2    | S        | 19   | EUR 19.00 | Q702 REGISTERED supplier in DE, payer in NL (SAME_UNION), GENERAL service, claim S 19 % with EUR 19.00; rule R6 expects AE (test)
            DE         | DE2    | K        |      |           | Q701 no rule for REGISTERED supplier in DE, payer in NL (SAME_UNION), GENERAL service, claim K without VAT
            US         |        | O        |      |           | Q701 no rule for REGISTERED supplier in US, payer in NL (FOREIGN), GENERAL service, claim O without VAT
            DE-BY      |        | S        | 19   | EUR 19.00 | Q701 no rule for REGISTERED supplier in DE-BY, payer in NL (SPECIAL), GENERAL service, claim S 19 % with EUR 19.00
            NL-NH      |        | S        | 21   | EUR 21.00 | Q701 no rule for REGISTERED supplier in NL-NH, payer in NL (SPECIAL), GENERAL service, claim S 21 % with EUR 21.00
            DE         |        | AE       |      |           | Q705 the supplier's VAT id is missing, but R5 needs one (test)
            DE         | NL2    | AE       |      |           | Q705 the supplier's VAT id is NL2, but R5 needs one (test)
            NL         |        | S        | 19   | EUR 19.00 | Q703 S 19 % with EUR 19.00 is not in force in NL on 2026-11-24; in force: 21 % standard, 9 % reduced
            """)
    void finds(
            String supplier,
            @Nullable String id,
            VatCategory category,
            @Nullable String rate,
            @Nullable String vat,
            String found) {
        TaxDecision decision = decide(100, supplier, id, claim(category, rate, "EUR 100.00", vat));

        assertThat(written(decision)).isEqualTo(found);
        assertThat(decision.lines()).isEmpty();
        assertThat(decision.steps().getLast().answer()).isEqualTo("no: " + found.substring(0, 4));
    }

    @Test
    void aRateWithoutAnyRowIsNotGuessed() {
        var later = LocalDate.of(2027, 1, 1);
        TaxDecision decision = RULES.decide(
                invoice(later, claim(VatCategory.AE, null, "EUR 100.00", null)),
                payer("DE", 100),
                supplier("NL", "NL2"),
                null);

        assertThat(written(decision))
                .isEqualTo("Q703 the payer's standard rate is not in force in DE on 2027-01-01; in force: no row");
    }

    @Test
    void aPayerOutsideTheTablesIsHeld() {
        TaxDecision decision = RULES.decide(
                invoice(DAY, claim(VatCategory.O, null, "EUR 1.00", null)),
                payer("US", 100),
                supplier("NL", null),
                null);

        assertThat(written(decision)).isEqualTo("Q701 no territory US on 2026-11-24, where US-CO is established");
        assertThat(decision.treatment()).isNull();
        assertThatThrownBy(() -> decision.treatmentOf(anyLine())).isInstanceOf(IllegalStateException.class);
    }

    /** The tables of this test begin on 2020-01-01. */
    @Test
    void whatWasBeforeTheTablesBeginIsSaidWithTheDayOnWhichTheyDo() {
        LocalDate before = SmallTables.START.minusDays(1);
        VatBreakdown free = claim(VatCategory.AE, null, "EUR 1.00", null);
        TaxDecision decision = RULES.decide(invoice(before, free), payer("NL", 100), supplier("DE", "DE2"), null);

        assertThat(written(decision)).isEqualTo("Q701 no territory NL before 2020-01-01, where NL-CO is established");
        assertThat(decision.findings().all().getFirst().hint())
                .isEqualTo(
                        "The tables begin on 2020-01-01: have a tax adviser decide it, or add rows with the law of that"
                                + " day and its source to config/tax.");

        TaxTables older = TaxTables.of(
                List.of(SmallTables.territory("NL", before), SmallTables.territory("DE", before)),
                SmallTables.tables().rates(),
                SmallTables.tables().rules());
        TaxDecision ruleless =
                TableTaxRules.of(older).decide(invoice(before, free), payer("NL", 100), supplier("DE", "DE2"), null);

        assertThat(written(ruleless)).startsWith("Q701 no rule before 2020-01-01 for REGISTERED supplier in DE");
        assertThat(ruleless.findings().all().getFirst().hint()).startsWith("The tables begin on 2020-01-01");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # payer | supplier | standing   | what to do
            US      | NL       | REGISTERED | Correct vat_country US of US-CO in config/register/entities.csv, or add the territory
            NL      | NL-XX    | REGISTERED | Correct vat_country NL-XX of C-1 in config/register/contractors.csv, or have the rules
            NL      | DE       | NONE       | Have it confirmed whether the supplier is in business: the column standing
            NL      | DE       | REGISTERED | Add a row to config/tax/treatment-rules.csv with its source.
            """)
    void theRemedyFollowsFromWhatIsMissing(String payer, String supplier, VatStanding standing, String remedy) {
        TaxDecision decision = RULES.decide(
                invoice(DAY, claim(VatCategory.O, null, "EUR 1.00", null)),
                payer(payer, 100),
                supplier(supplier, null, standing),
                null);

        assertThat(written(decision)).startsWith("Q701");
        assertThat(decision.findings().all().getFirst().hint()).startsWith(remedy);
    }

    @Test
    void withoutADayOfSupplyTheDayOfTheInvoiceIsTheTaxPoint() {
        TaxDecision decision = decide(100, "NL", null, claim(VatCategory.Z, null, "EUR 100.00", null));

        assertThat(decision.taxPoint()).isEqualTo(DAY);
        assertThat(decision.steps())
                .anySatisfy(step -> assertThat(step.answer()).contains("no day of supply is stated"));
    }

    @Test
    void tablesThatContradictThemselvesAreRefused() {
        var one = SmallTables.rate("A", "NL", RateClass.STANDARD, "21", null);
        var other = SmallTables.rate("B", "NL", RateClass.STANDARD, "22", null);

        assertThatThrownBy(() -> TaxTables.of(List.of(), List.of(one, one), List.of()))
                .hasMessage("Two rows have the id A");
        assertThatThrownBy(() -> TaxTables.of(List.of(), List.of(one, other), List.of()))
                .hasMessage("Two rows of NL STANDARD hold on 2020-01-01");
    }

    private static TaxDecision decide(int recovery, String country, @Nullable String id, VatBreakdown... claims) {
        return RULES.decide(invoice(DAY, claims), payer("NL", recovery), supplier(country, id), null);
    }

    private static String written(TaxDecision decision) {
        return decision.findings().stream().map(TableTaxRulesTest::written).collect(Collectors.joining("; "));
    }

    private static String written(Finding finding) {
        return finding.code().id() + " " + finding.message();
    }

    private static VatBreakdown claim(VatCategory category, @Nullable String rate, String base, @Nullable String tax) {
        Money amount = Money.parse(base);
        return new VatBreakdown(
                category,
                rate == null ? null : new BigDecimal(rate),
                amount,
                tax == null ? Money.zero(amount.getCurrencyUnit()) : Money.parse(tax));
    }

    private static Entity payer(String country, int recovery) {
        return new Entity(
                country + "-CO",
                "Payer",
                address(country),
                CurrencyUnit.EUR,
                country,
                country + "1",
                null,
                recovery,
                List.of(),
                SmallTables.from(SmallTables.START));
    }

    private static Contractor supplier(String country, @Nullable String id) {
        return supplier(country, id, VatStanding.REGISTERED);
    }

    private static Contractor supplier(String country, @Nullable String id, VatStanding standing) {
        return new Contractor(
                "C-1",
                "Supplier",
                Contractor.Kind.COMPANY,
                address(country),
                country,
                id,
                standing,
                null,
                null,
                SmallTables.from(SmallTables.START));
    }

    private static Address address(String country) {
        return new Address(null, null, null, "Town", null, country);
    }

    private static Invoice invoice(LocalDate issued, VatBreakdown... claims) {
        Money none = Money.zero(claims[0].base().getCurrencyUnit());
        Money net = Arrays.stream(claims).map(VatBreakdown::base).reduce(none, Money::plus);
        Money vat = Arrays.stream(claims).map(VatBreakdown::tax).reduce(none, Money::plus);
        return new Invoice(
                new UUID(0, 1),
                new InvoiceSource("0".repeat(64), "invoices.csv", 1, 2),
                DocumentKind.INVOICE,
                "1",
                issued,
                null,
                null,
                "NL-CO",
                "C-1",
                "Supplier",
                null,
                null,
                null,
                none.getCurrencyUnit(),
                List.of(),
                List.of(claims),
                new InvoiceTotals(net, vat, net.plus(vat), none, none, net.plus(vat)),
                null,
                null,
                null);
    }

    private static TaxLine anyLine() {
        Money one = Money.parse("EUR 1.00");
        return new TaxLine(VatCategory.S, BigDecimal.ONE, "none", one, one, one, one);
    }
}
