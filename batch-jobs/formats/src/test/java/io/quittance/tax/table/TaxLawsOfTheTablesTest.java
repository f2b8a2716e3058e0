package io.quittance.tax.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.finding.Severity;
import io.quittance.invoice.Invoice;
import io.quittance.invoice.VatBreakdown;
import io.quittance.invoice.VatCategory;
import io.quittance.party.Contractor.VatStanding;
import io.quittance.tax.TableTaxRules;
import io.quittance.tax.TaxDecision;
import io.quittance.tax.TaxLine;
import io.quittance.tax.TaxTables;
import io.quittance.tax.Territory;
import io.quittance.tax.VatRate;
import io.quittance.testkit.property.Gen;
import io.quittance.testkit.property.Property;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Laws that hold for every country of the shipped tables. */
class TaxLawsOfTheTablesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

    private static TaxTables tables;
    private static TableTaxRules rules;

    /**
     * One purchase.
     *
     * @param payer country, and what it may deduct in per cent
     * @param charged whether the supplier is domestic and charges the country's standard rate; else he is abroad
     */
    private record Purchase(String payer, int recovery, boolean charged, List<Long> cents) {}

    private static final String[] PAYERS = {
        "AT", "BE", "DE", "DK", "EE", "ES", "FI", "FR", "IE", "IT", "NL", "PL", "SE", "GB", "CH", "NO", "AU", "NZ",
        "SG", "IN-KA", "CA-ON", "ZA", "AE", "SA", "KE", "NG", "MX"
    };

    private static final Gen<Purchase> PURCHASES = Gen.oneOf(PAYERS)
            .with(Gen.ints(1, 100), (payer, recovery) -> new Purchase(payer, recovery, false, List.of()))
            .with(Gen.oneOf(true, false), (one, charged) -> new Purchase(one.payer, one.recovery, charged, List.of()))
            .with(
                    Gen.lists(Gen.longs(1, 100_000_000), 1, 3),
                    (one, cents) -> new Purchase(one.payer, one.recovery, one.charged, cents));

    @BeforeAll
    static void read() throws IOException {
        tables = TaxTableFiles.read(Path.of(System.getProperty("quittance.root"), "config/tax"));
        rules = TableTaxRules.of(tables);
    }

    /** Bases are exact, so they double; a rounded tax may differ by one minor unit a line. */
    @Test
    void doublingTheNetsDoublesTheBases() {
        Property.forAll(PURCHASES).holds(one -> {
            List<TaxLine> single = decided(one).lines();
            List<TaxLine> twice = decided(new Purchase(
                            one.payer,
                            one.recovery,
                            one.charged,
                            one.cents.stream().map(cent -> 2 * cent).toList()))
                    .lines();
            assertThat(twice).hasSameSizeAs(single);
            for (int i = 0; i < single.size(); i++) {
                assertThat(twice.get(i).base()).isEqualTo(single.get(i).base().multipliedBy(2));
                assertThat(twice.get(i).rate()).isEqualTo(single.get(i).rate());
                assertNear(
                        twice.get(i).selfAssessed(),
                        single.get(i).selfAssessed().multipliedBy(2));
            }
        });
    }

    private static void assertNear(Money one, Money other) {
        assertThat(Math.abs(one.minus(other).getAmountMinorLong())).isLessThanOrEqualTo(1);
    }

    @Test
    void whatIsSelfAssessedNetsToTheNonRecoverablePart() {
        Property.forAll(PURCHASES.where(one -> !one.charged)).holds(one -> {
            for (TaxLine line : decided(one).lines()) {
                assertThat(line.charged().isZero()).isTrue();
                assertThat(line.selfAssessed().minus(line.recoverable())).isEqualTo(line.nonRecoverable());
                assertThat(line.nonRecoverable().isNegative()).isFalse();
                assertThat(line.recoverable().isNegative()).isFalse();
                if (one.recovery == 100) {
                    assertThat(line.nonRecoverable().isZero()).isTrue();
                }
            }
        });
    }

    @Test
    void theOrderOfTheBreakdownsChangesNothing() {
        Property.forAll(PURCHASES).holds(one -> {
            TaxDecision forwards = decided(one);
            TaxDecision backwards = decided(new Purchase(one.payer, one.recovery, one.charged, one.cents.reversed()));
            assertThat(backwards.treatment()).isEqualTo(forwards.treatment());
            assertThat(backwards.lines()).containsExactlyInAnyOrderElementsOf(forwards.lines());
        });
    }

    /** The laws speak of something: each of these payers is decided, domestic and from abroad. */
    @Test
    void everyPayerIsDecided() {
        for (String payer : PAYERS) {
            for (boolean charged : new boolean[] {true, false}) {
                TaxDecision decision = decided(new Purchase(payer, 100, charged, List.of(100_00L)));
                assertThat(decision.lines())
                        .as(payer + " " + decision.findings())
                        .isNotEmpty();
            }
        }
    }

    /** Each purchase has a treatment, or is held or refused with a reason: nothing is guessed. */
    @Test
    void nothingIsDecidedWithoutARuleOrAReason() {
        Property.forAll(PURCHASES).holds(one -> {
            TaxDecision decision = decided(one);
            boolean blocked = decision.findings().has(Severity.HOLD)
                    || decision.findings().has(Severity.REJECT);
            assertThat(blocked
                            || (decision.treatment() != null
                                    && !decision.lines().isEmpty()))
                    .isTrue();
        });
    }

    private static TaxDecision decided(Purchase one) {
        String payer = one.payer + (one.recovery == 100 ? "" : String.valueOf(one.recovery));
        String from = one.charged ? one.payer : "US";
        return rules.decide(
                invoice(one),
                Cases.payer(payer, id(one.payer)),
                Cases.supplier(from, VatStanding.REGISTERED, one.charged ? id(from) : null),
                null);
    }

    /** For what is supplied within the same state or province, where rates hang on those. */
    private static BigDecimal standardRate(String country) {
        Territory there = tables.territory(country, DAY).orElseThrow();
        String region = there.inwardRegion().isEmpty() ? there.region() : there.inwardRegion();
        return tables.standardRate(there.area(), region, DAY)
                .map(VatRate::percent)
                .orElseThrow();
    }

    private static String id(String country) {
        return tables.territory(country, DAY).map(Territory::vatPrefix).orElse("") + "1";
    }

    private static Invoice invoice(Purchase one) {
        BigDecimal rate = one.charged ? standardRate(one.payer) : null;
        List<VatBreakdown> claims = one.cents.stream()
                .map(cent -> claim(Money.ofMinor(CurrencyUnit.EUR, cent), rate))
                .toList();
        return Cases.invoice("AE", DAY).withParts(List.of(), claims);
    }

    private static VatBreakdown claim(Money base, BigDecimal rate) {
        Money tax = rate == null
                ? Money.zero(CurrencyUnit.EUR)
                : base.multipliedBy(rate.movePointLeft(2), RoundingMode.HALF_UP);
        return new VatBreakdown(rate == null ? VatCategory.O : VatCategory.S, rate, base, tax);
    }
}
