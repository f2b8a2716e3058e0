package io.quittance.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.assessment.TaxParts.Shares;
import io.quittance.tax.VatEntry.Part;
import io.quittance.tax.VatRate.Component;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaxPartsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # taxes            | owed   | deducted | once paid | a cost || owed, deducted, once paid, a cost of each
            GST 5 QST 9.975    | 0.00   | 149.75   | 0.00      | 0.00   | GST 0.00 50.00 0.00 0.00   | QST 0.00 99.75 0.00 0.00
            GST 5 QST 9.975    | 149.75 | 74.88    | 0.00      | 74.87  | GST 50.00 25.00 0.00 25.00 | QST 99.75 49.88 0.00 49.87
            GST 5 QST 9.975    | 0.00   | -149.75  | 0.00      | 0.00   | GST 0.00 -50.00 0.00 0.00  | QST 0.00 -99.75 0.00 0.00
            CGST 9 SGST 9      | 0.00   | 18.01    | 0.00      | 0.00   | CGST 0.00 9.01 0.00 0.00   | SGST 0.00 9.00 0.00 0.00
            CGST 9 SGST 9      | 0.00   | 0.00     | 0.00      | 18.00  | CGST 0.00 0.00 0.00 9.00   | SGST 0.00 0.00 0.00 9.00
            CGST 9 SGST 9      | 0.00   | 0.00     | 18.00     | 0.00   | CGST 0.00 0.00 9.00 0.00   | SGST 0.00 0.00 9.00 0.00
            """)
    void eachTaxHasItsShare(
            String taxes, String owed, String deducted, String oncePaid, String cost, String first, String second) {
        var whole = new Shares(cad(owed), cad(deducted), cad(oncePaid), cad(cost));

        assertThat(TaxParts.of(components(taxes), whole).stream().map(TaxPartsTest::written))
                .containsExactly(first, second);
    }

    @Test
    void oneTaxHasAllOfIt() {
        var whole = new Shares(cad("1.00"), cad("0.70"), cad("0.00"), cad("0.30"));

        assertThat(TaxParts.of(components("GST 5"), whole).stream().map(TaxPartsTest::written))
                .containsExactly("GST 1.00 0.70 0.00 0.30");
        assertThat(TaxParts.of(List.of(), whole)).isEmpty();
    }

    @RepeatedTest(200)
    void nothingIsMadeOrLost(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var whole = new Shares(any(random), any(random), any(random), any(random));

        List<Part> parts = TaxParts.of(components("PIS 1.65 COFINS 7.6 ISS 5"), whole);

        assertThat(sum(parts, Part::outputTax)).isEqualTo(whole.output());
        assertThat(sum(parts, Part::inputTax)).isEqualTo(whole.input());
        assertThat(sum(parts, Part::waiting)).isEqualTo(whole.waiting());
        assertThat(sum(parts, Part::nonRecoverable)).isEqualTo(whole.nonRecoverable());
    }

    private static Money sum(List<Part> parts, Function<Part, Money> amount) {
        return parts.stream().map(amount).reduce(Money.zero(CurrencyUnit.CAD), Money::plus);
    }

    private static String written(Part part) {
        return "%s %s %s %s %s"
                .formatted(
                        part.tax(),
                        part.outputTax().getAmount(),
                        part.inputTax().getAmount(),
                        part.waiting().getAmount(),
                        part.nonRecoverable().getAmount());
    }

    private static List<Component> components(String written) {
        var words = new ArrayList<>(Arrays.asList(written.split(" ")));
        var components = new ArrayList<Component>();
        while (!words.isEmpty()) {
            components.add(new Component(words.removeFirst(), new BigDecimal(words.removeFirst())));
        }
        return components;
    }

    private static Money cad(String amount) {
        return Money.parse("CAD " + amount);
    }

    private static Money any(Random random) {
        return Money.ofMinor(CurrencyUnit.CAD, random.nextLong(-9_999_999, 10_000_000));
    }
}
