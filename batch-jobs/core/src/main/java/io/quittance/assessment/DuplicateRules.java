package io.quittance.assessment;

import static io.quittance.assessment.Arithmetic.figure;

import io.quittance.assessment.History.Occupant;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Findings;
import io.quittance.invoice.Invoice;

/** The rule that nothing is paid twice: a key is occupied by one accepted or held document, for ever. */
final class DuplicateRules {

    private DuplicateRules() {}

    static Findings firstOfItsKey(Dossier dossier) {
        Invoice invoice = dossier.invoice();
        return dossier.history()
                .occupant(invoice.key())
                .map(earlier -> dossier.finding(
                        isExact(invoice, earlier) ? FindingCode.DUPLICATE_EXACT : FindingCode.DUPLICATE_NORMALISED,
                        "invoice_number",
                        invoice.number(),
                        null,
                        message(invoice, earlier)))
                .orElse(Findings.NONE);
    }

    private static boolean isExact(Invoice invoice, Occupant earlier) {
        return invoice.number().equals(earlier.number())
                && invoice.issueDate().equals(earlier.issueDate())
                && invoice.totals().gross().equals(earlier.gross());
    }

    private static String message(Invoice invoice, Occupant earlier) {
        return "number " + invoice.number() + " of " + invoice.issueDate() + " over "
                + figure(invoice.totals().gross()) + ": taken in before from " + earlier.file() + " as "
                + earlier.number() + " of " + earlier.issueDate() + " over " + earlier.gross();
    }
}
