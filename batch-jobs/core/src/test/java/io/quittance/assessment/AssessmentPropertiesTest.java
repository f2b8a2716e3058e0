package io.quittance.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.invoice.InvoiceLine;
import io.quittance.invoice.VatCategory;
import io.quittance.money.Rounding;
import io.quittance.tax.VatEntry;
import io.quittance.testkit.property.Gen;
import io.quittance.testkit.property.Property;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** Laws that hold for all documents whose sums are right. */
class AssessmentPropertiesTest {

    private record Work(long quantityHundredths, long priceThousandths) {}

    private static final Gen<Work> WORK =
            Gen.longs(1, 50_000).with(Gen.longs(1, 2_000_000), (quantity, price) -> new Work(quantity, price));

    /** Invoices of up to eight lines at 21 %, the tax rounded once in total, in euros, dollars or yen. */
    private static final Gen<Draft> INVOICES =
            Gen.oneOf("EUR", "USD", "JPY").with(Gen.lists(WORK, 1, 8), AssessmentPropertiesTest::invoice);

    @Test
    void aDocumentWithRightSumsIsNeverFoundWrong() {
        Property.forAll(INVOICES)
                .holds(draft -> assertThat(World.assessor(World::domestic)
                                .assess(draft.invoice(), World.nothingBefore())
                                .findings())
                        .isEmpty());
    }

    @Test
    void oneCentMoreOrLessInAnyTotalIsAlwaysFound() {
        Property.forAll(INVOICES.with(Gen.ints(0, 3), AssessmentPropertiesTest::tampered))
                .holds(draft ->
                        assertThat(InvoiceRules.judge(World.dossier(draft))).isNotEmpty());
    }

    @Test
    void costAndInputTaxAreGrossAndOutputTaxWhateverTheRate() {
        Property.forAll(INVOICES).holds(draft -> {
            Accepted accepted = World.assessor(World::domestic)
                    .assess(draft.invoice(), World.nothingBefore())
                    .accepted();
            Money input =
                    sum(accepted.vatEntries().stream().map(VatEntry::inputTax).toList());
            Money output =
                    sum(accepted.vatEntries().stream().map(VatEntry::outputTax).toList());
            assertThat(accepted.cost().plus(input))
                    .isEqualTo(accepted.booked().to().plus(output));
        });
    }

    @Test
    void recoverableAndNonRecoverableTaxAreExactlyTheTax() {
        Property.forAll(INVOICES.where(draft -> draft.currency.equals("EUR"))).holds(draft -> {
            draft.entity = "NL-HALF";
            draft.contract = "K-NL-HALF";
            for (VatEntry entry : World.assess(draft).vatEntries()) {
                assertThat(entry.inputTax().plus(entry.nonRecoverable())).isEqualTo(entry.outputTax());
                assertThat(entry.inputTax().minus(entry.nonRecoverable()).getAmountMinorLong())
                        .isBetween(0L, 1L);
            }
        });
    }

    @Test
    void theOrderOfUnrelatedDocumentsDoesNotMatter() {
        Gen<List<Draft>> batches = Gen.lists(INVOICES, 2, 8).map(AssessmentPropertiesTest::numbered);
        Property.forAll(batches.flatMap(batch -> Gen.orders(batch).map(order -> List.of(batch, order))))
                .tries(100)
                .holds(pair -> assertThat(assessed(pair.get(0))).isEqualTo(assessed(pair.get(1))));
    }

    @Test
    void theRoundingOfLinesIsBoundedByHalfAMinorUnitEach() {
        Property.forAll(INVOICES).holds(draft -> {
            BigDecimal exact = draft.lines.stream()
                    .map(line -> line.quantity().multiply(line.unitPrice()))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal bound = new BigDecimal("0.5")
                    .movePointLeft(CurrencyUnit.of(draft.currency).getDecimalPlaces())
                    .multiply(BigDecimal.valueOf(draft.lines.size()));
            assertThat(new BigDecimal(draft.net).subtract(exact).abs()).isLessThanOrEqualTo(bound);
        });
    }

    private static Draft invoice(String currency, List<Work> work) {
        CurrencyUnit unit = CurrencyUnit.of(currency);
        Draft draft = Draft.empty();
        draft.currency = currency;
        draft.contract = currency.equals("EUR") ? "K-1" : "K-" + currency;
        for (Work one : work) {
            BigDecimal quantity = BigDecimal.valueOf(one.quantityHundredths, 2);
            BigDecimal price = BigDecimal.valueOf(one.priceThousandths + 100_000, 3);
            Money net = Rounding.HALF_UP.product(unit, quantity, price);
            draft.line(quantity.toString(), price.toString(), plain(net), VatCategory.S, "21");
        }
        Money net = sum(draft.lines.stream().map(InvoiceLine::net).toList());
        Money tax = Rounding.HALF_UP.percent(net, new BigDecimal("21"));
        draft.breakdown(VatCategory.S, "21", plain(net), plain(tax));
        return draft.totals(plain(net), plain(tax), plain(net.plus(tax)));
    }

    /** One minor unit more in one of the totals. */
    private static Draft tampered(Draft draft, int which) {
        Money unit = Money.ofMinor(CurrencyUnit.of(draft.currency), 1);
        switch (which) {
            case 0 -> draft.net = more(draft.net, unit);
            case 1 -> draft.tax = more(draft.tax, unit);
            case 2 -> draft.gross = more(draft.gross, unit);
            default -> draft.amountDue = more(draft.amountDue, unit);
        }
        return draft;
    }

    private static String more(String amount, Money unit) {
        return new BigDecimal(amount).add(unit.getAmount()).toPlainString();
    }

    private static List<Draft> numbered(List<Draft> drafts) {
        return IntStream.range(0, drafts.size())
                .mapToObj(i -> drafts.get(i).numbered("R-" + (i + 1)))
                .toList();
    }

    private static Map<UUID, Assessment> assessed(List<Draft> drafts) {
        Assessor assessor = World.assessor(World::domestic);
        History history = World.nothingBefore();
        var assessed = new HashMap<UUID, Assessment>();
        drafts.forEach(draft -> assessed.put(draft.invoice().id(), assessor.assess(draft.invoice(), history)));
        return assessed;
    }

    private static Money sum(List<Money> amounts) {
        return Money.total(amounts);
    }

    private static String plain(Money amount) {
        return amount.getAmount().toPlainString();
    }
}
