package io.quittance.engagement;

import io.quittance.finding.FindingCode;
import io.quittance.finding.Findings;
import io.quittance.invoice.Period;
import io.quittance.party.BillingTerm;
import io.quittance.party.BillingTerm.Basis;
import io.quittance.party.WorkUnit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the covered part of a line comes to by the rates in force when the work was done.
 *
 * @param value exactly, not rounded
 * @param rate the price of a unit, null when several hold
 * @param term whose tolerances and clause hold, null when no term holds on a day of the work
 */
record Pricing(
        BigDecimal value,
        @Nullable BigDecimal rate,
        @Nullable BillingTerm term,
        Findings findings) {

    /** Of shares of approved work; of a line that has none, on the first day that it bills. */
    static Pricing of(LineCase one, BillingTerm counted, List<Share> shares) {
        if (shares.isEmpty()) {
            Optional<BillingTerm> term = one.contract().term(counted.basis(), counted.unit(), one.referenceDay());
            return new Pricing(
                    BigDecimal.ZERO,
                    term.map(BillingTerm::rate).orElse(null),
                    term.orElse(null),
                    term.isPresent() ? Findings.NONE : without(one, counted, one.referenceDay()));
        }
        BigDecimal value = BigDecimal.ZERO;
        Findings findings = Findings.NONE;
        Set<BigDecimal> rates = new TreeSet<>();
        BillingTerm last = null;
        for (Share share : shares) {
            Period period = share.work().days();
            Optional<BillingTerm> first = one.contract().term(counted.basis(), counted.unit(), dayOf(share, one));
            Optional<BillingTerm> end = one.contract().term(counted.basis(), counted.unit(), period.to());
            if (first.isEmpty() || first.get().rate() == null) {
                findings = findings.and(without(one, counted, period.from()));
                continue;
            }
            BigDecimal rate = Objects.requireNonNull(first.get().rate());
            if (counted.basis() == Basis.TIME
                    && !end.map(BillingTerm::rate).filter(rate::equals).isPresent()) {
                findings = findings.and(changes(one, share, first.get(), end));
            }
            value = value.add(share.units().multiply(rate));
            rates.add(rate);
            last = first.get();
        }
        return new Pricing(value, rates.size() == 1 ? rates.iterator().next() : null, last, findings);
    }

    /** A fee belongs to the rate of the first of its month's days within the contract. */
    private static LocalDate dayOf(Share share, LineCase one) {
        LocalDate from = share.work().days().from();
        LocalDate start = one.contract().validity().from();
        return share.work().basis() == Basis.FIXED && from.isBefore(start) ? start : from;
    }

    private static Findings without(LineCase one, BillingTerm counted, LocalDate day) {
        return Findings.of(one.finding(
                FindingCode.RATE_NOT_AGREED,
                "unit_price",
                one.amount(one.line().unitPrice()),
                null,
                "contract " + one.cited(counted.clause()) + " has no rate per " + counted.unit() + " for " + day));
    }

    private static Findings changes(LineCase one, Share share, BillingTerm first, Optional<BillingTerm> end) {
        String last = end.map(BillingTerm::rate).map(one::amount).orElse("none");
        WorkUnit unit = share.work().unit();
        return Findings.of(one.finding(
                FindingCode.RATE_CHANGES_INSIDE,
                "quantity",
                one.quantity(unit),
                "a time sheet for each rate",
                "the approved time sheet of " + share.work().period() + " begins at "
                        + one.amount(Objects.requireNonNull(first.rate())) + " per " + unit + " ("
                        + one.cited(first.clause()) + ") and ends at " + last));
    }
}
