package io.quittance.fx;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a way between two currencies under one policy as of one day: the source's own pair, else through the
 * source's base. A currency that the source does not quote, but that is pegged to one it does, goes over its anchor.
 */
record RouteFinder(RateSet rates, List<CurrencyUnit> anchors, FxPolicy policy, LocalDate on) {

    /** A currency that the source quotes, and the parity that leads to it; none when it is quoted itself. */
    private record Anchored(CurrencyUnit currency, @Nullable Rate parity) {}

    Route find(CurrencyUnit from, CurrencyUnit to) {
        Anchored start = anchored(from);
        Anchored end = anchored(to);
        return switch (between(start.currency, end.currency)) {
            case Route.Blocked blocked -> blocked;
            case Route.Open middle -> {
                Route.Open begun = start.parity == null
                        ? middle
                        : Route.Open.against(start.parity).then(middle);
                yield end.parity == null ? begun : begun.then(Route.Open.along(end.parity));
            }
        };
    }

    private Anchored anchored(CurrencyUnit currency) {
        if (currency.equals(policy.base()) || published(policy.base(), currency) != null) {
            return new Anchored(currency, null);
        }
        Rate parity = rates.peg(currency, anchors, on);
        return parity == null ? new Anchored(currency, null) : new Anchored(parity.base(), parity);
    }

    private Route between(CurrencyUnit from, CurrencyUnit to) {
        if (from.equals(to)) {
            return Route.NONE_NEEDED;
        }
        CurrencyUnit base = policy.base();
        if (from.equals(base) || to.equals(base) || published(from, to) != null) {
            return leg(from, to);
        }
        return switch (leg(from, base)) {
            case Route.Blocked blocked -> blocked;
            case Route.Open first ->
                switch (leg(base, to)) {
                    case Route.Blocked blocked -> blocked;
                    case Route.Open second -> first.then(second);
                };
        };
    }

    private Route leg(CurrencyUnit from, CurrencyUnit to) {
        Rate rate = published(from, to);
        if (rate == null) {
            return new Route.Blocked(missing(from, to));
        }
        if (distance(rate) > policy.maxAgeDays()) {
            return new Route.Blocked(rate.from().isAfter(on) ? tooLate(rate) : stale(rate));
        }
        return rate.base().equals(from) ? Route.Open.along(rate) : Route.Open.against(rate);
    }

    /** The rate of the pair that the policy means, quoted whichever way round. */
    private @Nullable Rate published(CurrencyUnit one, CurrencyUnit other) {
        Rate direct = rates.find(policy.days(), policy.source(), one, other, on);
        Rate inverse = rates.find(policy.days(), policy.source(), other, one, on);
        if (direct == null || inverse == null) {
            return direct == null ? inverse : direct;
        }
        boolean inverseIsNearer = policy.days() == DayRule.ON_OR_AFTER
                ? inverse.from().isBefore(direct.from())
                : inverse.from().isAfter(direct.from());
        return inverseIsNearer ? inverse : direct;
    }

    /** Days between the rate's period and the day; 0 when the period covers it. */
    private long distance(Rate rate) {
        if (rate.from().isAfter(on)) {
            return ChronoUnit.DAYS.between(on, rate.from());
        }
        return Math.max(0, ChronoUnit.DAYS.between(rate.to(), on));
    }

    private Finding missing(CurrencyUnit from, CurrencyUnit to) {
        boolean fromBase = from.equals(policy.base());
        return Finding.of(
                FindingCode.RATE_MISSING,
                "no %s rate %s/%s %s %s, wanted for %s by the policy of %s, which takes one at most %d days away"
                        .formatted(
                                policy.source(),
                                fromBase ? from : to,
                                fromBase ? to : from,
                                policy.days().words(),
                                on,
                                policy.purpose(),
                                policy.owner(),
                                policy.maxAgeDays()));
    }

    private Finding tooLate(Rate rate) {
        return Finding.of(
                FindingCode.RATE_STALE,
                "next rate %s is of %s, %d days after %s; the limit for %s of %s is %d days"
                        .formatted(
                                rate.pair(),
                                rate.from(),
                                distance(rate),
                                on,
                                policy.purpose(),
                                policy.owner(),
                                policy.maxAgeDays()));
    }

    private Finding stale(Rate rate) {
        return Finding.of(
                FindingCode.RATE_STALE,
                "newest rate %s is of %s, %d days before %s; the limit for %s of %s is %d days"
                        .formatted(
                                rate.pair(),
                                rate.to(),
                                distance(rate),
                                on,
                                policy.purpose(),
                                policy.owner(),
                                policy.maxAgeDays()));
    }
}
