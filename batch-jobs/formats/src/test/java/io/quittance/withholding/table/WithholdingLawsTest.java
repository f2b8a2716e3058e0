package io.quittance.withholding.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.testkit.property.Gen;
import io.quittance.testkit.property.Property;
import io.quittance.withholding.Earlier;
import io.quittance.withholding.Part;
import io.quittance.withholding.Withheld;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** What holds for any payments of a year, in any order: India's ten per cent of everything above 50,000, and gross-up anywhere. */
class WithholdingLawsTest {

    private static final CurrencyUnit INR = CurrencyUnit.of("INR");
    private static final Money LIMIT = Money.of(INR, 50_000);

    /** However a year's fees are cut into payments: below the limit nothing, above it all of it, each rupee once. */
    @Test
    void aYearIsTaxedOnceAndWholly() {
        Property.forAll(Gen.lists(Gen.longs(1, 3_000_000), 1, 8)).holds(fees -> {
            List<Part> parts = year(fees);
            Money paid =
                    Money.ofMinor(INR, fees.stream().mapToLong(Long::longValue).sum());
            Money taxed = Money.total(parts.stream().map(Part::taxed).toList());
            Money tax = Money.total(parts.stream().map(Part::tax).toList());
            assertThat(taxed).isEqualTo(paid.isGreaterThan(LIMIT) ? paid : Money.zero(INR));
            BigDecimal exact = taxed.getAmount().movePointLeft(1);
            assertThat(tax.getAmount().subtract(exact).abs())
                    .as("each payment is rounded once")
                    .isLessThanOrEqualTo(new BigDecimal("0.005").multiply(BigDecimal.valueOf(fees.size())));
        });
    }

    @Test
    void theOrderOfPaymentsDoesNotMatter() {
        Property.forAll(Gen.lists(Gen.longs(1, 3_000_000), 2, 8)).holds(fees -> {
            Money one = Money.total(year(fees).stream().map(Part::taxed).toList());
            Money other =
                    Money.total(year(fees.reversed()).stream().map(Part::taxed).toList());
            assertThat(one).isEqualTo(other);
        });
    }

    /** The payee's net is exact, and the tax is the rate of the gross to the cent. */
    @Test
    void grossLessTaxIsTheNet() {
        Property.forAll(Gen.longs(1, 100_000_000_00L)).holds(minor -> {
            Money net = Money.ofMinor(CurrencyUnit.of("SGD"), minor);
            Part part = Fees.parts("payer=SG payee=US kind=INDIVIDUAL bears=PAYER on=2026-11-24 net=SGD_"
                            + net.getAmount().toPlainString())
                    .getFirst();
            assertThat(part.base().minus(part.tax())).isEqualTo(net);
            assertThat(part.tax()
                            .getAmount()
                            .subtract(part.base().getAmount().multiply(new BigDecimal("0.15")))
                            .abs())
                    .isLessThan(new BigDecimal("0.01"));
        });
    }

    private static List<Part> year(List<Long> fees) {
        var before = new ArrayList<Earlier>();
        var parts = new ArrayList<Part>();
        for (long minor : fees) {
            var decided = (Withheld.Decided) Fees.of(
                    "payer=IN payee=IN on=2026-11-24 net=INR_"
                            + Money.ofMinor(INR, minor).getAmount().toPlainString(),
                    (payee, from, to) -> List.copyOf(before));
            Part part = decided.parts().getFirst();
            parts.add(part);
            before.add(new Earlier(
                    new UUID(1, before.size()), part.head(), LocalDate.of(2026, 11, 24), part.base(), part.taxed()));
        }
        return parts;
    }
}
