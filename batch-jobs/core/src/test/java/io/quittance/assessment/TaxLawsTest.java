package io.quittance.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.invoice.VatCategory;
import io.quittance.money.Rounding;
import io.quittance.tax.VatEntry;
import io.quittance.testkit.property.Gen;
import io.quittance.testkit.property.Property;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** What does not change the tax of a document: how its lines are cut, its currency at a fixed rate, what is assessed beside it. */
class TaxLawsTest {

    private static final BigDecimal RATE = new BigDecimal("21");

    /** One line, and the same amount in as many lines as there are amounts: the tax is rounded once for the document. */
    @Test
    void splittingALineKeepsTheTotalsUnderRoundingInTotal() {
        Property.forAll(Gen.lists(Gen.longs(1, 500_000), 2, 9)).holds(cents -> {
            List<Money> parts = cents.stream()
                    .map(cent -> Money.ofMinor(CurrencyUnit.EUR, cent))
                    .toList();
            Assessment whole = domestic(taxed(List.of(Money.total(parts)), VatCategory.S));
            Assessment split = domestic(taxed(parts, VatCategory.S));
            assertThat(split.findings()).isEmpty();
            assertThat(figures(split)).isEqualTo(figures(whole));
        });
    }

    /** At 0.8 EUR for a dollar, 5.00 USD are exactly 4.00 EUR, and 21 % of one is 21 % of the other. */
    @Test
    void theCurrencyOfTheInvoiceAtAFixedRateChangesNothing() {
        Property.forAll(Gen.longs(1, 200_000)).holds(fives -> {
            Draft dollars = Draft.over(
                    "USD",
                    Money.ofMinor(CurrencyUnit.USD, fives * 500).getAmount().toPlainString());
            dollars.contract = "K-USD";
            Draft euros = Draft.over(
                    "EUR",
                    Money.ofMinor(CurrencyUnit.EUR, fives * 400).getAmount().toPlainString());
            Accepted one = World.assess(dollars).accepted();
            Accepted other = World.assess(euros).accepted();
            assertThat(one.vatEntries())
                    .map(TaxLawsTest::amounts)
                    .isEqualTo(other.vatEntries().stream()
                            .map(TaxLawsTest::amounts)
                            .toList());
            assertThat(one.cost()).isEqualTo(other.cost());
        });
    }

    /** However documents are dealt out to partitions, each with an assessor of its own. */
    @Test
    void partitionsChangeNothing() {
        Gen<List<Integer>> partitions = Gen.lists(Gen.ints(0, 3), 3, 12);
        Property.forAll(partitions).tries(100).holds(dealt -> {
            List<Draft> drafts = drafts(dealt.size());
            var apart = new HashMap<UUID, Assessment>();
            IntStream.rangeClosed(0, 3)
                    .forEach(partition -> apart.putAll(assessed(IntStream.range(0, dealt.size())
                            .filter(position -> dealt.get(position) == partition)
                            .mapToObj(drafts::get)
                            .toList())));
            assertThat(apart).isEqualTo(assessed(drafts));
        });
    }

    /** Output and input tax of a self-assessed document differ by what the payer may not deduct: by nothing, if he may deduct all. */
    @Test
    void selfAssessedLegsNetToTheNonRecoverablePart() {
        Property.forAll(Gen.longs(1, 9_000_000)).holds(cents -> {
            Draft draft = Draft.over(
                    "EUR", Money.ofMinor(CurrencyUnit.EUR, cents).getAmount().toPlainString());
            for (VatEntry entry : World.assess(draft).accepted().vatEntries()) {
                assertThat(entry.outputTax().minus(entry.inputTax())).isEqualTo(entry.nonRecoverable());
                assertThat(entry.nonRecoverable().isZero()).isTrue();
            }
        });
    }

    private static List<Draft> drafts(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> Draft.over("EUR", (100 + i) + ".37").numbered("P-" + i))
                .toList();
    }

    private static Map<UUID, Assessment> assessed(List<Draft> drafts) {
        Assessor assessor = World.assessor();
        return drafts.stream()
                .map(Draft::invoice)
                .collect(Collectors.toMap(
                        invoice -> invoice.id(), invoice -> assessor.assess(invoice, World.nothingBefore())));
    }

    private static Assessment domestic(Draft draft) {
        return World.assessor(World::domestic).assess(draft.invoice(), World.nothingBefore());
    }

    private static Draft taxed(List<Money> nets, VatCategory category) {
        Draft draft = Draft.empty();
        nets.forEach(net -> draft.line("1", plain(net), plain(net), category, RATE.toPlainString()));
        Money net = Money.total(nets);
        Money tax = Rounding.HALF_UP.percent(net, RATE);
        draft.breakdown(category, RATE.toPlainString(), plain(net), plain(tax));
        return draft.totals(plain(net), plain(tax), plain(net.plus(tax)));
    }

    private static List<Object> figures(Assessment assessment) {
        Accepted accepted = assessment.accepted();
        var figures = new ArrayList<Object>(List.of(accepted.booked().to(), accepted.cost()));
        accepted.vatEntries().forEach(entry -> figures.add(amounts(entry)));
        return figures;
    }

    private static List<Money> amounts(VatEntry entry) {
        return List.of(entry.base(), entry.outputTax(), entry.inputTax(), entry.nonRecoverable());
    }

    private static String plain(Money amount) {
        return amount.getAmount().toPlainString();
    }
}
