package io.quittance.assessment;

import static io.quittance.assessment.Arithmetic.figure;

import io.quittance.assessment.History.Occupant;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Findings;
import io.quittance.invoice.DocumentKind;
import io.quittance.invoice.Invoice;
import java.util.Optional;
import org.joda.money.Money;

/** Rules about credit notes: what they take back must have been asked for. */
final class CreditNoteRules {

    private CreditNoteRules() {}

    /** BT-25 is there; or BT-12, where that is enough: a yearly bonus is taken back under its contract. */
    static Findings namesAnInvoice(Dossier dossier) {
        Invoice invoice = dossier.invoice();
        boolean namesContract = dossier.suspicion().creditUnderContract()
                && invoice.contract() != null
                && !invoice.contract().isBlank();
        if (invoice.kind() != DocumentKind.CREDIT_NOTE || number(invoice).isPresent() || namesContract) {
            return Findings.NONE;
        }
        return dossier.finding(
                FindingCode.PRECEDING_INVOICE_MISSING,
                "preceding_invoice",
                null,
                "the number of an invoice" + (dossier.suspicion().creditUnderContract() ? ", or a contract" : ""),
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

    /**
     * No more is taken back of an invoice than it asked for; and without an invoice no more of a contract than was accepted
     * under it.
     */
    static Findings takesBackNoMoreThanWasAsked(Dossier dossier) {
        Invoice invoice = dossier.invoice();
        if (invoice.kind() != DocumentKind.CREDIT_NOTE
                || !DuplicateRules.takenInBefore(dossier).isEmpty()) {
            return Findings.NONE;
        }
        return number(invoice).isPresent() ? ofTheInvoice(dossier) : ofTheContract(dossier);
    }

    private static Findings ofTheInvoice(Dossier dossier) {
        History history = dossier.history();
        return history.credited(dossier.invoice())
                .flatMap(key -> history.occupant(key)
                        .map(credited -> exceeds(
                                dossier,
                                "invoice " + credited.number() + " of " + credited.issueDate(),
                                credited.gross(),
                                history.creditedGross(key)
                                        .orElse(Money.zero(credited.gross().getCurrencyUnit())),
                                dossier.invoice().totals().gross())))
                .orElse(Findings.NONE);
    }

    private static Findings ofTheContract(Dossier dossier) {
        Money net = dossier.invoice().totals().net();
        return dossier.ownContract()
                .map(contract -> exceeds(
                        dossier,
                        "contract " + contract.id(),
                        dossier.history().acceptedNet(contract.id()).orElse(Money.zero(contract.currency())),
                        Money.zero(contract.currency()),
                        net))
                .orElse(Findings.NONE);
    }

    /** In another currency than what it takes back it cannot be compared, and is held as well. */
    private static Findings exceeds(Dossier dossier, String what, Money asked, Money before, Money now) {
        boolean comparable = asked.isSameCurrency(now) && before.isSameCurrency(now);
        if (comparable && !before.plus(now).isGreaterThan(asked)) {
            return Findings.NONE;
        }
        String sum = comparable
                ? figure(before) + " + " + figure(now) + " = " + figure(before.plus(now))
                : "the credit note is over " + now;
        return dossier.finding(
                FindingCode.CREDIT_EXCEEDS_INVOICE,
                "invoice_gross",
                figure(now),
                "at most " + (comparable ? figure(asked.minus(before)) : asked),
                what + " is " + asked + "; taken back: " + sum);
    }

    /** The invoice that a credit note corrects, as far as it is known; the newer one when two years have the number. */
    static Optional<Occupant> credited(Invoice invoice, History history) {
        return history.credited(invoice).flatMap(history::occupant);
    }

    /** The number that a credit note names; empty for invoices. */
    private static Optional<String> number(Invoice invoice) {
        return Optional.ofNullable(invoice.precedingInvoice())
                .filter(named -> invoice.kind() == DocumentKind.CREDIT_NOTE && !named.isBlank());
    }
}
