package io.quittance.fx.table;

import io.quittance.fx.FxPolicies;
import io.quittance.fx.FxPolicy;
import io.quittance.fx.Jurisdictions;
import io.quittance.fx.PolicyRateBook;
import io.quittance.fx.Rate;
import io.quittance.fx.RateBook;
import io.quittance.fx.RateSet;
import io.quittance.fx.WithdrawnCurrency;
import java.util.List;
import java.util.stream.Stream;

/**
 * What {@code config/fx} says.
 *
 * @param policies rows of {@code policies.csv}
 * @param pegs rows of {@code pegs.csv}, as rates of the source {@link Rate#PEG}
 * @param withdrawn rows of {@code withdrawn-currencies.csv}
 */
public record FxTables(List<FxPolicy> policies, List<Rate> pegs, List<WithdrawnCurrency> withdrawn) {

    /** The book of these tables over published rates, without policies of jurisdictions. */
    public RateBook book(List<Rate> published) {
        return book(published, Jurisdictions.NONE);
    }

    /** The same with them. */
    public RateBook book(List<Rate> published, Jurisdictions jurisdictions) {
        var rates = RateSet.of(Stream.concat(published.stream(), pegs.stream()).toList());
        return PolicyRateBook.of(rates, FxPolicies.of(policies), withdrawn, jurisdictions);
    }
}
