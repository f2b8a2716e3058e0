package io.quittance.assessment;

import static io.quittance.assessment.Arithmetic.figure;

import io.quittance.assessment.History.Occupant;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Findings;
import io.quittance.invoice.Fingerprint;
import io.quittance.invoice.Invoice;
import io.quittance.invoice.InvoiceKey;
import io.quittance.party.Register;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rule that nothing is paid twice: a key is occupied by one accepted or held document, for ever, and no document of one
 * person says the same as another.
 */
final class DuplicateRules {

    private DuplicateRules() {}

    /** First what the document says, whatever its syntax and its contractor's id; then its key. */
    static Findings takenInBefore(Dossier dossier) {
        Invoice invoice = dossier.invoice();
        Optional<Likeness> same = saysTheSame(dossier);
        if (same.isPresent()) {
            Likeness earlier = same.get();
            return dossier.finding(
                    code(invoice, earlier), "invoice_number", invoice.number(), null, message(invoice, earlier));
        }
        return ofTheSameRow(dossier)
                .filter(other -> other.gross().equals(invoice.totals().gross()))
                .findFirst()
                .map(Likeness::occupant)
                .or(() -> dossier.history().occupant(invoice.key()))
                .or(() -> ofTheSameRow(dossier).findFirst().map(Likeness::occupant))
                .map(earlier -> dossier.finding(
                        code(invoice, earlier), "invoice_number", invoice.number(), null, message(invoice, earlier)))
                .orElse(Findings.NONE);
    }

    /**
     * Documents with the same number and year of the contractor and of ids that were merged into it, whether they hold the key or
     * not: where both ids had the number before anybody knew that they are one, neither could take the other's key, and whom a
     * person lets through in spite of a number that is taken has none either.
     */
    private static Stream<Likeness> ofTheSameRow(Dossier dossier) {
        Invoice invoice = dossier.invoice();
        InvoiceKey key = invoice.key();
        Register register = dossier.register();
        return dossier.history().alike(invoice, register.samePerson(invoice.contractor())).stream()
                .filter(other -> register.survivor(other.contractor()).equals(invoice.contractor()))
                .filter(other -> other.normalisedNumber().equals(key.number())
                        && other.issueDate().getYear() == key.year());
    }

    /** The first document of the same person with the same fingerprint. */
    private static Optional<Likeness> saysTheSame(Dossier dossier) {
        Invoice invoice = dossier.invoice();
        Fingerprint fingerprint = Fingerprint.of(invoice);
        return dossier.history().alike(invoice, dossier.register().samePerson(invoice.contractor())).stream()
                .filter(other -> other.fingerprint().equals(fingerprint))
                .findFirst();
    }

    private static FindingCode code(Invoice invoice, Likeness earlier) {
        String syntax = invoice.source().syntax();
        boolean otherSyntax = syntax != null && earlier.syntax() != null && !syntax.equals(earlier.syntax());
        if (otherSyntax || !invoice.contractor().equals(earlier.contractor())) {
            return FindingCode.DUPLICATE_DOCUMENT;
        }
        return invoice.number().equals(earlier.number())
                ? FindingCode.DUPLICATE_EXACT
                : FindingCode.DUPLICATE_NORMALISED;
    }

    private static FindingCode code(Invoice invoice, Occupant earlier) {
        if (!invoice.totals().gross().equals(earlier.gross())) {
            return FindingCode.NUMBER_CONFLICT;
        }
        boolean exact =
                invoice.number().equals(earlier.number()) && invoice.issueDate().equals(earlier.issueDate());
        return exact ? FindingCode.DUPLICATE_EXACT : FindingCode.DUPLICATE_NORMALISED;
    }

    private static String message(Invoice invoice, Occupant earlier) {
        return stated(invoice) + ": taken in before from " + earlier.file() + " as " + earlier.number() + " of "
                + earlier.issueDate() + " over " + earlier.gross();
    }

    private static String message(Invoice invoice, Likeness earlier) {
        String otherId = earlier.contractor().equals(invoice.contractor()) ? "" : " from " + earlier.contractor();
        return stated(invoice) + ": taken in before from " + earlier.origin() + " as " + earlier.number() + " of "
                + earlier.issueDate() + " over " + earlier.gross() + otherId;
    }

    private static String stated(Invoice invoice) {
        return "number " + invoice.number() + " of " + invoice.issueDate() + " over "
                + figure(invoice.totals().gross());
    }
}
