package io.quittance.engagement;

import io.quittance.engagement.Match.Outcome;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Findings;
import io.quittance.invoice.DocumentKind;
import io.quittance.invoice.Invoice;
import io.quittance.invoice.InvoiceLine;
import io.quittance.party.BillingTerm;
import io.quittance.party.BillingTerm.Basis;
import io.quittance.party.Contract;
import java.util.ArrayList;
import java.util.Optional;

/** Matches the lines of a document, one after another, with the approved work of its contract. */
public final class Matching {

    private Matching() {}

    /**
     * What the match says of a document.
     *
     * @param contract the one between its parties that it names
     * @param work of that contract, as accepted documents have left it
     */
    public static Match match(Invoice invoice, Contract contract, ApprovedWork work) {
        if (contract.terms().isEmpty() || !contract.currency().equals(invoice.currency())) {
            return Match.without(Outcome.NOT_WANTED, contract.id());
        }
        var lines = new ArrayList<LineMatch>();
        ApprovedWork left = work;
        for (InvoiceLine line : invoice.lines()) {
            LineMatch matched = match(new LineCase(invoice, contract, line, left));
            lines.add(matched);
            left = left.after(matched.shares());
        }
        return Match.of(contract.id(), lines);
    }

    /** A line that takes money off, or none, cannot bill too much. */
    private static LineMatch match(LineCase one) {
        if (!one.line().net().isPositive()) {
            return LineMatch.bare(one.line(), Outcome.NOT_WANTED, null, "", Findings.NONE);
        }
        boolean credited = one.invoice().kind() == DocumentKind.CREDIT_NOTE;
        Optional<BillingTerm> byMilestones = one.anyTerm(Basis.MILESTONE);
        Optional<Work> milestone = byMilestones.flatMap(unused -> one.milestone());
        if (byMilestones.isPresent() && milestone.isPresent()) {
            return credited
                    ? CreditedLine.milestone(one, byMilestones.get(), milestone.get())
                    : MilestoneLine.match(one, byMilestones.get(), milestone.get());
        }
        Optional<BillingTerm> counted = one.countedTerm();
        if (counted.isPresent()) {
            return credited ? CreditedLine.counted(one, counted.get()) : new CountedLine(one, counted.get()).match();
        }
        return uncounted(one, credited);
    }

    private static LineMatch uncounted(LineCase one, boolean credited) {
        Optional<BillingTerm> expenses = one.anyTerm(Basis.EXPENSES);
        if (credited || expenses.isPresent()) {
            String clause = expenses.map(BillingTerm::clause).orElse("");
            return LineMatch.bare(
                    one.line(),
                    credited ? Outcome.NOT_WANTED : Outcome.MATCHED,
                    expenses.map(BillingTerm::basis).orElse(null),
                    clause,
                    Findings.NONE);
        }
        return one.anyTerm(Basis.MILESTONE)
                .map(term -> MilestoneLine.unknown(one, term))
                .orElseGet(() -> LineMatch.bare(one.line(), Outcome.OVER_BILLED, null, "", withoutTerm(one)));
    }

    private static Findings withoutTerm(LineCase one) {
        String known = one.contract().terms().stream()
                .map(term -> term.basis() + (term.unit() == null ? "" : " per " + term.unit()) + " (clause "
                        + term.clause() + ")")
                .distinct()
                .reduce((some, other) -> some + ", " + other)
                .orElseThrow();
        String unit = one.line().unit();
        return Findings.of(one.finding(
                FindingCode.LINE_WITHOUT_TERM,
                "unit",
                unit,
                known,
                (unit == null ? "the line states no unit" : "the unit is " + unit) + ", contract "
                        + one.contract().id() + " bills by " + known));
    }
}
