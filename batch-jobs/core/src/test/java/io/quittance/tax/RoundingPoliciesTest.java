package io.quittance.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quittance.money.Rounding;
import io.quittance.party.Validity;
import io.quittance.tax.RoundingPolicies.Taxed;
import io.quittance.tax.RoundingPolicy.Favour;
import io.quittance.tax.RoundingPolicy.Grain;
import io.quittance.tax.RoundingPolicy.Level;
import io.quittance.tax.RoundingPolicy.User;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which rows of rounding policies speak: 5 % of 0.50 is 0.025, up or down. */
class RoundingPoliciesTest {

    /** GB-2.2 corrects GB-2 from February on; GB-1, which another supplier may choose, is left alone. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # on       | suppliers may come to | the payer rounds by
            2026-01-31 | 0.02 0.03             | GB-1
            2026-02-01 | 0.03                  | GB-1
            """)
    void aCorrectionTakesThePlaceOfItsOwnSeriesOnly(LocalDate on, String reachable, String payer) {
        RoundingPolicies policies = policies(
                row("GB-1", "2026-01-01", "2020-01-01", Rounding.HALF_UP),
                row("GB-2", "2026-01-01", "2020-01-01", Rounding.DOWN),
                row("GB-2.2", "2026-03-01", "2026-02-01", Rounding.UP));
        assertThat(reachable(policies, on)).isEqualTo(reachable);
        assertThat(policies.ofPayer("GB", CurrencyUnit.of("GBP"), on).id()).isEqualTo(payer);
    }

    /** It is asked where the corrected row stood, wherever it is written. */
    @Test
    void aCorrectionKeepsThePlaceInTheOrder() {
        RoundingPolicies policies = policies(
                row("GB-1", "2026-01-01", "2020-01-01", Rounding.HALF_UP),
                row("GB-2", "2026-01-01", "2020-01-01", Rounding.DOWN),
                row("GB-1.2", "2026-03-01", "2020-01-01", Rounding.HALF_DOWN));
        LocalDate on = LocalDate.parse("2026-11-02");
        assertThat(policies.ofPayer("GB", CurrencyUnit.of("GBP"), on).id()).isEqualTo("GB-1.2");
    }

    /** Another way to round that is written down later deletes none of those that were there. */
    @Test
    void anAlternativeThatIsRecordedLaterStandsBesideTheOthers() {
        RoundingPolicies policies = policies(
                row("GB-1", "2026-01-01", "2020-01-01", Rounding.HALF_UP),
                row("GB-2", "2026-03-01", "2020-01-01", Rounding.DOWN));
        assertThat(reachable(policies, LocalDate.parse("2026-11-02"))).isEqualTo("0.02 0.03");
    }

    private static String reachable(RoundingPolicies policies, LocalDate on) {
        return policies.reachable("GB", taxed(on)).stream()
                .map(money -> money.getAmount().toPlainString())
                .collect(Collectors.joining(" "));
    }

    @Test
    void aPartOfACountryRoundsAsTheCountry() {
        RoundingPolicies policies = policies(row("GB-1", "2026-01-01", "2020-01-01", Rounding.DOWN));
        assertThat(policies.reachable("GB-NIR", taxed(LocalDate.parse("2026-11-02"))))
                .containsExactly(Money.parse("GBP 0.02"));
        assertThat(policies.reachable("FR", taxed(LocalDate.parse("2026-11-02"))))
                .containsExactly(Money.parse("GBP 0.03"));
    }

    @Test
    void twoRowsOfOneIdAreRefused() {
        RoundingPolicy one = row("GB-1", "2026-01-01", "2020-01-01", Rounding.DOWN);
        RoundingPolicy other = row("GB-1", "2026-02-01", "2020-01-01", Rounding.UP);
        assertThatThrownBy(() -> policies(one, other)).hasMessage("Two rows have the id GB-1");
    }

    private static RoundingPolicies policies(RoundingPolicy... rows) {
        return RoundingPolicies.of(Stream.concat(Arrays.stream(rows), RoundingPolicies.GENERAL.all().stream())
                .toList());
    }

    private static Taxed taxed(LocalDate on) {
        return new Taxed(Money.parse("GBP 0.50"), List.of(), new BigDecimal("5"), on);
    }

    private static RoundingPolicy row(String id, String recorded, String from, Rounding mode) {
        return new RoundingPolicy(
                id,
                "GB",
                null,
                Level.CATEGORY_TOTAL,
                Grain.MINOR_UNIT,
                mode,
                Rounding.HALF_UP,
                List.of(),
                Favour.NEITHER,
                EnumSet.allOf(User.class),
                "test",
                new Validity(LocalDate.parse(from), null),
                LocalDate.parse(recorded),
                "test",
                Confidence.HIGH);
    }
}
