package io.quittance.fx;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.fx.Conversion.Converted;
import io.quittance.fx.Conversion.Refused;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Converts by policy over a frozen set of rates. Whatever is missing, stale or withdrawn is refused, never guessed. */
public final class PolicyRateBook implements RateBook {

    private final RateSet rates;
    private final List<CurrencyUnit> anchors;
    private final FxPolicies policies;
    private final Map<String, WithdrawnCurrency> withdrawn;
    private final Jurisdictions jurisdictions;

    private PolicyRateBook(
            RateSet rates, FxPolicies policies, List<WithdrawnCurrency> withdrawn, Jurisdictions jurisdictions) {
        this.jurisdictions = jurisdictions;
        this.rates = rates;
        this.anchors = rates.anchors();
        this.policies = policies;
        this.withdrawn =
                withdrawn.stream().collect(Collectors.toUnmodifiableMap(WithdrawnCurrency::code, Function.identity()));
    }

    /** A book of these rates, policies and withdrawn currencies, without policies of jurisdictions. */
    public static PolicyRateBook of(RateSet rates, FxPolicies policies, List<WithdrawnCurrency> withdrawn) {
        return of(rates, policies, withdrawn, Jurisdictions.NONE);
    }

    /** The same with them. */
    public static PolicyRateBook of(
            RateSet rates, FxPolicies policies, List<WithdrawnCurrency> withdrawn, Jurisdictions jurisdictions) {
        return new PolicyRateBook(rates, policies, withdrawn, jurisdictions);
    }

    @Override
    public Conversion convert(String entity, Purpose purpose, Money amount, CurrencyUnit into, LocalDate on) {
        CurrencyUnit from = amount.getCurrencyUnit();
        Optional<Finding> gone = gone(from, on).or(() -> gone(into, on));
        if (gone.isPresent()) {
            return new Refused(gone.get());
        }
        if (from.equals(into)) {
            return new Converted(purpose, amount, amount, BigDecimal.ONE, on, List.of());
        }
        FxPolicy policy = policies.find(entity, jurisdictions.of(entity, on).orElse(null), purpose, on)
                .orElse(null);
        if (policy == null) {
            return new Refused(noPolicy(entity, purpose, on));
        }
        return switch (new RouteFinder(rates, anchors, policy, on).find(from, into)) {
            case Route.Blocked blocked -> new Refused(blocked.reason());
            case Route.Open open ->
                new Converted(purpose, amount, open.carry(amount, into), open.rate(), on, open.path());
        };
    }

    private Optional<Finding> gone(CurrencyUnit currency, LocalDate on) {
        return Optional.ofNullable(withdrawn.get(currency.getCode()))
                .filter(row -> on.isAfter(row.lastDay()))
                .map(row -> Finding.of(
                        FindingCode.CURRENCY_WITHDRAWN,
                        "%s was withdrawn after %s, before %s; its successor is %s at %s %s per %s"
                                .formatted(
                                        row.code(),
                                        row.lastDay(),
                                        on,
                                        row.successor(),
                                        row.unitsPerSuccessor().toPlainString(),
                                        row.code(),
                                        row.successor())));
    }

    private static Finding noPolicy(String entity, Purpose purpose, LocalDate on) {
        return Finding.of(
                FindingCode.RATE_MISSING,
                "no row of config/fx/policies.csv says which rate %s may use for %s on %s"
                        .formatted(entity, purpose, on));
    }
}
