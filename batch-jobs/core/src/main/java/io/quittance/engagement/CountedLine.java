package io.quittance.engagement;

import static io.quittance.engagement.Figures.figure;

import io.quittance.engagement.Match.Outcome;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Findings;
import io.quittance.party.BillingTerm;
import io.quittance.party.Tolerance;
import io.quittance.party.WorkUnit;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A line of an invoice that is billed by units: quantity beside what is approved and still open, price beside the rate, and what
 * both tolerate together. What is tolerated is never taken from the approved work, so it cannot be taken twice.
 */
final class CountedLine {

    private final LineCase one;
    private final BillingTerm counted;
    private final WorkUnit unit;
    private final List<Work> pieces;
    private final Allotment allotment;
    private final Pricing pricing;
    private final BillingTerm term;

    CountedLine(LineCase one, BillingTerm counted) {
        this.one = one;
        this.counted = counted;
        this.unit = Objects.requireNonNull(counted.unit());
        this.pieces = one.candidates(counted.basis(), unit);
        this.allotment = Allotment.of(pieces, one.line().quantity(), one.work());
        this.pricing = Pricing.of(one, counted, allotment.shares());
        this.term = pricing.term() == null ? counted : pricing.term();
    }

    LineMatch match() {
        Findings findings =
                outsideContract().and(tooMany()).and(pricing.findings()).and(tooDear());
        if (findings.isEmpty()) {
            findings = tooMuch();
        }
        return new LineMatch(
                one.line(),
                outcome(findings),
                counted.basis(),
                unit,
                allotment.approved(),
                allotment.before(),
                pricing.rate(),
                pricing.value(),
                term.clause(),
                allotment.shares(),
                findings);
    }

    private Outcome outcome(Findings findings) {
        if (!findings.isEmpty()) {
            boolean unknown = findings.all().stream().allMatch(one -> one.code() == FindingCode.WORK_NOT_APPROVED);
            return unknown ? Outcome.NO_TIME_SHEET : Outcome.OVER_BILLED;
        }
        if (excess().signum() > 0 || atItsPrice().compareTo(pricing.value()) > 0) {
            return Outcome.WITHIN_TOLERANCE;
        }
        boolean openEnd = one.line().period() != null
                && allotment.open().compareTo(one.line().quantity()) > 0;
        return openEnd || atItsPrice().compareTo(pricing.value()) < 0 ? Outcome.UNDER_BILLED : Outcome.MATCHED;
    }

    /** Units that no approved work covers. */
    private BigDecimal excess() {
        return one.line().quantity().subtract(allotment.covered());
    }

    /** The covered units at the price of the line. */
    private BigDecimal atItsPrice() {
        return allotment.covered().multiply(one.line().unitPrice());
    }

    private Findings outsideContract() {
        var period = one.line().period();
        var contract = one.contract();
        if (period == null
                || (contract.validity().covers(period.from())
                        && contract.validity().covers(period.to()))) {
            return Findings.NONE;
        }
        return Findings.of(one.finding(
                FindingCode.WORK_OUTSIDE_CONTRACT,
                "period",
                period.toString(),
                contract.validity().toString(),
                "the billed period " + period + " is not all within contract " + contract.id() + ", "
                        + contract.validity()));
    }

    private Findings tooMany() {
        if (excess().signum() <= 0) {
            return Findings.NONE;
        }
        if (pieces.isEmpty()) {
            return notApproved();
        }
        boolean tolerated = allotment.covered().signum() > 0
                && excess().compareTo(term.onQuantity().allowed(allotment.open(), BigDecimal.ONE)) <= 0;
        if (tolerated) {
            return Findings.NONE;
        }
        FindingCode code =
                allotment.before().signum() > 0 ? FindingCode.WORK_BILLED_BEFORE : FindingCode.WORK_OVER_BILLED;
        return Findings.of(one.finding(
                code,
                "quantity",
                one.quantity(unit),
                "at most " + figure(allotment.open()) + " " + unit,
                one.quantity(unit) + " billed for " + one.billedDays() + "; approved " + figure(allotment.approved())
                        + " - billed before " + figure(allotment.before()) + " = " + figure(allotment.open())
                        + " open: " + figure(excess()) + " too many (" + one.cited(term.clause()) + ")" + tolerance()));
    }

    private String tolerance() {
        Tolerance tolerance = term.onQuantity();
        return tolerance.isStated()
                ? ", tolerated are " + figure(tolerance.allowed(allotment.open(), BigDecimal.ONE))
                : "";
    }

    private Findings notApproved() {
        long partly = one.partlyBilled(unit);
        return Findings.of(one.finding(
                FindingCode.WORK_NOT_APPROVED,
                "quantity",
                one.quantity(unit),
                "an approved time sheet",
                one.quantity(unit) + " billed for " + one.billedDays() + ", but no time sheet of contract "
                        + one.cited(term.clause()) + " is approved for these days"
                        + (partly == 0 ? "" : "; " + partly + " approved ones lie only partly within them")));
    }

    private Findings tooDear() {
        BigDecimal price = one.line().unitPrice();
        boolean nothingCovered = allotment.covered().signum() == 0;
        BigDecimal rate = pricing.rate();
        if (pricing.term() == null || (nothingCovered && rate == null)) {
            return Findings.NONE;
        }
        BigDecimal units = nothingCovered ? BigDecimal.ONE : allotment.covered();
        BigDecimal agreed = nothingCovered ? Objects.requireNonNull(rate) : pricing.value();
        BigDecimal over = price.multiply(units).subtract(agreed);
        if (over.signum() <= 0 || over.compareTo(term.onRate().allowed(agreed, units)) <= 0) {
            return Findings.NONE;
        }
        return Findings.of(one.finding(
                FindingCode.RATE_NOT_AGREED,
                "unit_price",
                one.amount(price),
                rate == null ? one.amount(agreed) + " for " + figure(units) + " " + unit : one.amount(rate),
                "the price is " + one.amount(price) + " per " + unit + ", contract " + one.cited(term.clause())
                        + " says " + agreed(rate) + ": " + one.amount(over) + " too much for " + figure(units) + " "
                        + unit));
    }

    private String agreed(@Nullable BigDecimal rate) {
        if (rate != null) {
            return one.amount(rate);
        }
        return one.amount(pricing.value()) + " in all, since its rate changes within " + one.billedDays();
    }

    /** What is tolerated of price and quantity may still be too much in all. */
    private Findings tooMuch() {
        BigDecimal over = one.line().net().getAmount().subtract(pricing.value());
        if (!term.onAmount().isStated()
                || over.compareTo(term.onAmount().allowed(pricing.value(), BigDecimal.ONE)) <= 0) {
            return Findings.NONE;
        }
        return Findings.of(one.finding(
                FindingCode.AMOUNT_OVER_TOLERANCE,
                "net_amount",
                figure(one.line().net()),
                "at most " + one.amount(pricing.value().add(term.onAmount().allowed(pricing.value(), BigDecimal.ONE))),
                figure(one.line().net()) + " billed, the approved work comes to " + one.amount(pricing.value()) + ": "
                        + one.amount(over) + " more, tolerated are "
                        + one.amount(term.onAmount().allowed(pricing.value(), BigDecimal.ONE)) + " ("
                        + one.cited(term.clause()) + ")"));
    }
}
