package io.quittance.assessment;

import io.quittance.finding.FindingCode;
import io.quittance.finding.Findings;
import java.time.LocalDate;
import java.util.Optional;

/** Rules about the dates of a document. */
final class DateRules {

    /** A supply more than a year ahead of its invoice is a slip of the pen in one of the two dates. */
    private static final int LONGEST_AHEAD_DAYS = 366;

    private DateRules() {}

    /** No invoice comes from the future. */
    static Findings issuedByNow(Dossier dossier) {
        LocalDate issued = dossier.invoice().issueDate();
        LocalDate now = dossier.businessDate();
        return issued.isAfter(now)
                ? dossier.finding(
                        FindingCode.DATE_IMPLAUSIBLE,
                        "invoice_date",
                        issued.toString(),
                        "not after " + now,
                        "the invoice date " + issued + " is after the business date " + now)
                : Findings.NONE;
    }

    /** None is due before it was issued. */
    static Findings dueAfterIssue(Dossier dossier) {
        LocalDate issued = dossier.invoice().issueDate();
        return Optional.ofNullable(dossier.invoice().dueDate())
                .filter(due -> due.isBefore(issued))
                .map(due -> dossier.finding(
                        FindingCode.DATE_IMPLAUSIBLE,
                        "due_date",
                        due.toString(),
                        "not before " + issued,
                        "the due date " + due + " is before the invoice date " + issued))
                .orElse(Findings.NONE);
    }

    /** None is for a supply more than a year ahead. */
    static Findings supplyNotFarAhead(Dossier dossier) {
        LocalDate issued = dossier.invoice().issueDate();
        LocalDate latest = issued.plusDays(LONGEST_AHEAD_DAYS);
        return Optional.ofNullable(dossier.invoice().supplyDate())
                .filter(supply -> supply.isAfter(latest))
                .map(supply -> dossier.finding(
                        FindingCode.DATE_IMPLAUSIBLE,
                        "supply_date",
                        supply.toString(),
                        "not after " + latest,
                        "the supply date " + supply + " is more than " + LONGEST_AHEAD_DAYS
                                + " days after the invoice date " + issued))
                .orElse(Findings.NONE);
    }
}
