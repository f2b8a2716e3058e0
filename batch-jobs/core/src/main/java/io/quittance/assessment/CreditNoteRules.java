package io.quittance.assessment;

import io.quittance.assessment.History.Occupant;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Findings;
import io.quittance.invoice.DocumentKind;
import io.quittance.invoice.Invoice;
import io.quittance.invoice.InvoiceKey;
import java.util.Optional;
import java.util.stream.Stream;

/** Rules about credit notes: what they take back must have been asked for. */
final class CreditNoteRules {

    private CreditNoteRules() {}

    /** BT-25 is there. */
    static Findings namesAnInvoice(Dossier dossier) {
        Invoice invoice = dossier.invoice();
        if (invoice.kind() != DocumentKind.CREDIT_NOTE || number(invoice).isPresent()) {
            return Findings.NONE;
        }
        return dossier.finding(
                FindingCode.PRECEDING_INVOICE_MISSING,
                "preceding_invoice",
                null,
                "the number of an invoice",
                "credit note " + invoice.number() + " does not say which invoice it corrects");
    }

    /** BT-25 is the number of an accepted invoice of the credit note's year or the year before. */
    static Findings invoiceIsKnown(Dossier dossier) {
        Invoice invoice = dossier.invoice();
        Optional<String> number = number(invoice);
        Optional<Occupant> credited = credited(invoice, dossier.history());
        if (number.isEmpty()
                || credited.filter(found -> found.verdict() == Verdict.ACCEPTED).isPresent()) {
            return Findings.NONE;
        }
        int year = invoice.issueDate().getYear();
        return dossier.finding(
                FindingCode.PRECEDING_INVOICE_UNKNOWN,
                "preceding_invoice",
                number.get(),
                "an accepted invoice of " + (year - 1) + " or " + year,
                credited.map(held -> "invoice " + held.number() + " of " + held.issueDate() + " is held itself")
                        .orElse("no invoice " + number.get() + " of this contractor was taken in for " + (year - 1)
                                + " or " + year));
    }

    /** The invoice that a credit note corrects, as far as it is known; the newer one when two years have the number. */
    static Optional<Occupant> credited(Invoice invoice, History history) {
        return number(invoice).flatMap(number -> {
            int year = invoice.issueDate().getYear();
            return Stream.of(year, year - 1)
                    .map(of -> new InvoiceKey(
                            invoice.entity(),
                            invoice.contractor(),
                            DocumentKind.INVOICE,
                            InvoiceKey.normalise(number),
                            of))
                    .flatMap(key -> history.occupant(key).stream())
                    .findFirst();
        });
    }

    /** The number that a credit note names; empty for invoices. */
    private static Optional<String> number(Invoice invoice) {
        return Optional.ofNullable(invoice.precedingInvoice())
                .filter(named -> invoice.kind() == DocumentKind.CREDIT_NOTE && !named.isBlank());
    }
}
