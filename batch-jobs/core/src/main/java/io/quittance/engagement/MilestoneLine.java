package io.quittance.engagement;

import static io.quittance.engagement.Figures.figure;

import io.quittance.engagement.Match.Outcome;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Findings;
import io.quittance.party.BillingTerm;
import io.quittance.party.BillingTerm.Basis;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** A line of an invoice that bills a milestone: once, and not over its amount. */
final class MilestoneLine {

    private MilestoneLine() {}

    static LineMatch match(LineCase one, BillingTerm term, Work milestone) {
        BigDecimal billed = one.line().net().getAmount();
        BigDecimal before = one.work().billed(milestone);
        BigDecimal over = billed.subtract(milestone.quantity());
        Findings findings = findings(one, term, milestone);
        List<Share> shares =
                before.signum() > 0 ? List.of() : List.of(new Share(milestone, billed.min(milestone.quantity())));
        return new LineMatch(
                one.line(),
                outcome(findings, over.signum()),
                Basis.MILESTONE,
                null,
                milestone.quantity(),
                before,
                null,
                shares.isEmpty() ? BigDecimal.ZERO : milestone.quantity(),
                term.clause(),
                shares,
                findings);
    }

    private static Outcome outcome(Findings findings, int over) {
        if (!findings.isEmpty()) {
            return Outcome.OVER_BILLED;
        }
        return over > 0 ? Outcome.WITHIN_TOLERANCE : over < 0 ? Outcome.UNDER_BILLED : Outcome.MATCHED;
    }

    private static Findings findings(LineCase one, BillingTerm term, Work milestone) {
        String billed = figure(one.line().net());
        BigDecimal before = one.work().billed(milestone);
        if (before.signum() > 0) {
            return Findings.of(one.finding(
                    FindingCode.WORK_BILLED_BEFORE,
                    "net_amount",
                    billed,
                    "nothing more for milestone " + milestone.milestone(),
                    "milestone " + milestone.milestone() + " of " + one.amount(milestone.quantity())
                            + " was billed before, " + one.amount(before) + "; it is billed once ("
                            + one.cited(term.clause()) + ")"));
        }
        BigDecimal over = one.line().net().getAmount().subtract(milestone.quantity());
        BigDecimal allowed = term.onAmount().allowed(milestone.quantity(), BigDecimal.ONE);
        if (over.compareTo(allowed) <= 0) {
            return Findings.NONE;
        }
        return Findings.of(one.finding(
                FindingCode.MILESTONE_AMOUNT,
                "net_amount",
                billed,
                one.amount(milestone.quantity()),
                billed + " billed for milestone " + milestone.milestone() + ", approved are "
                        + one.amount(milestone.quantity()) + ": " + one.amount(over) + " too much ("
                        + one.cited(term.clause()) + ")"));
    }

    /** A line of a contract that bills by milestones, and that names none that is approved. */
    static LineMatch unknown(LineCase one, BillingTerm term) {
        Optional<String> approved = one.work()
                .of(Basis.MILESTONE, null)
                .map(Work::milestone)
                .sorted()
                .reduce((some, other) -> some + ", " + other);
        Findings findings = Findings.of(one.finding(
                FindingCode.WORK_NOT_APPROVED,
                "description",
                one.line().description(),
                "the id of an approved milestone",
                "no approved milestone of contract " + one.cited(term.clause())
                        + " stands in the description; approved: " + approved.orElse("none")));
        return LineMatch.bare(one.line(), Outcome.NO_TIME_SHEET, Basis.MILESTONE, term.clause(), findings);
    }
}
