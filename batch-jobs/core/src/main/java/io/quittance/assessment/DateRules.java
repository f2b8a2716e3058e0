package io.quittance.assessment;

import io.quittance.finding.FindingCode;
import io.quittance.finding.Findings;
import io.quittance.invoice.Invoice;
import java.time.LocalDate;

/** Rules about the dates of a document. */
final class DateRules {

    /** A supply more than a year ahead of its invoice is a slip of the pen in one of the two dates. */
    private static final int LONGEST_AHEAD_DAYS = 366;

    private DateRules() {}

    /** No invoice from the future, none due before it was issued, none for a supply more than a year ahead. */
    static Findings plausible(Dossier dossier) {
        Invoice invoice = dossier.invoice();
        Findings findings = Findings.NONE;
        LocalDate issued = invoice.issueDate();
        if (issued.isAfter(dossier.businessDate())) {
            findings = findings.and(finding(
                    dossier,
                    "invoice_date",
                    issued,
                    "not after " + dossier.businessDate(),
                    "the invoice date " + issued + " is after the business date " + dossier.businessDate()));
        }
        LocalDate due = invoice.dueDate();
        if (due != null && due.isBefore(issued)) {
            findings = findings.and(finding(
                    dossier,
                    "due_date",
                    due,
                    "not before " + issued,
                    "the due date " + due + " is before the invoice date " + issued));
        }
        LocalDate supply = invoice.supplyDate();
        if (supply != null && supply.isAfter(issued.plusDays(LONGEST_AHEAD_DAYS))) {
            findings = findings.and(finding(
                    dossier,
                    "supply_date",
                    supply,
                    "not after " + issued.plusDays(LONGEST_AHEAD_DAYS),
                    "the supply date " + supply + " is more than " + LONGEST_AHEAD_DAYS
                            + " days after the invoice date " + issued));
        }
        return findings;
    }

    private static Findings finding(
            Dossier dossier, String field, LocalDate read, String expected, String message) {
        return dossier.finding(FindingCode.DATE_IMPLAUSIBLE, field, read.toString(), expected, message);
    }
}
