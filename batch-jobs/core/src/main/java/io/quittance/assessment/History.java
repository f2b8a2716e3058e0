package io.quittance.assessment;

import io.quittance.engagement.ApprovedWork;
import io.quittance.engagement.Share;
import io.quittance.invoice.DocumentKind;
import io.quittance.invoice.Invoice;
import io.quittance.invoice.InvoiceKey;
import io.quittance.tax.TaxPoint;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.joda.money.Money;

/**
 * What was concluded about the same contractor's earlier documents. Filled from the database for a page of documents
 * and carried on in memory while the page is assessed in order.
 */
public interface History {

    /** The accepted or held document that occupies this key, if any. */
    Optional<Occupant> occupant(InvoiceKey key);

    /** Net amount accepted so far under a contract, in the contract's currency; empty when none. Credit notes reduce it. */
    Optional<Money> acceptedNet(String contract);

    /**
     * Documents that came before this one, accepted or held, and that have its number or its gross amount, of any of these
     * contractors, to the same payer and of the same kind; by date and number. A document that is assessed again sees those
     * only that came before its first time: of two that look like one, it is always the same one that waits.
     */
    List<Likeness> alike(Invoice invoice, Collection<String> contractors);

    /** Gross amount that accepted credit notes took back of an invoice so far, in its currency; empty when none did. */
    Optional<Money> creditedGross(InvoiceKey credited);

    /** The key of the invoice that a credit note names, where it is known; of the newer one when two years have the number. */
    default Optional<InvoiceKey> credited(Invoice invoice) {
        String number = invoice.precedingInvoice();
        if (invoice.kind() != DocumentKind.CREDIT_NOTE || number == null || number.isBlank()) {
            return Optional.empty();
        }
        int year = invoice.issueDate().getYear();
        return Stream.of(year, year - 1)
                .map(of -> new InvoiceKey(
                        invoice.entity(), invoice.contractor(), DocumentKind.INVOICE, InvoiceKey.normalise(number), of))
                .filter(key -> occupant(key).isPresent())
                .findFirst();
    }

    /** The approved work of a contract, and what accepted documents have billed of it. */
    default ApprovedWork work(String contract) {
        return ApprovedWork.NONE;
    }

    /**
     * When the document that is assessed now was received: the business date of its intake, the same however often it is
     * assessed. Empty when it came just now.
     */
    default Optional<LocalDate> received() {
        return Optional.empty();
    }

    /** Remembers what an accepted document bills of the approved work of a contract. */
    default void bill(String contract, List<Share> shares) {}

    /** Remembers a conclusion for the documents that follow. The {@link Assessor} does this, once a document. */
    void remember(Invoice invoice, Verdict verdict, TaxDays days);

    /** The same of a document whose tax arises when it says. */
    default void remember(Invoice invoice, Verdict verdict) {
        remember(invoice, verdict, TaxDays.of(invoice));
    }

    /**
     * The days that a credit note copies from what it corrects.
     *
     * @param taxPoint whose rules and rates hold
     * @param exchangeDay whose rate converts foreign tax
     */
    record TaxDays(LocalDate taxPoint, LocalDate exchangeDay) {

        static TaxDays of(Invoice invoice) {
            return new TaxDays(invoice.taxPoint(), invoice.taxPoint());
        }

        static TaxDays of(TaxPoint point) {
            return new TaxDays(point.day(), point.exchangeDay());
        }
    }

    /** What a store knows, carried on in memory. The maps are copied. */
    static History of(Map<InvoiceKey, Occupant> occupants, Map<String, Money> acceptedNet) {
        return of(occupants, acceptedNet, Map.of());
    }

    /** The same, with the approved work of contracts. The maps are copied. */
    static History of(
            Map<InvoiceKey, Occupant> occupants, Map<String, Money> acceptedNet, Map<String, ApprovedWork> works) {
        return new CarriedHistory(occupants, acceptedNet, works);
    }

    /**
     * What is known of the occupant of a key.
     *
     * @param number as it was written
     * @param days those that decided its VAT, which a credit note for it copies
     * @param gross its gross amount
     * @param file the file it came in
     * @param verdict accepted or held; rejected documents occupy nothing
     */
    record Occupant(String number, LocalDate issueDate, TaxDays days, Money gross, String file, Verdict verdict) {

        /** One whose foreign tax is converted as of its tax point. */
        public Occupant(
                String number, LocalDate issueDate, LocalDate taxPoint, Money gross, String file, Verdict verdict) {
            this(number, issueDate, new TaxDays(taxPoint, taxPoint), gross, file, verdict);
        }

        /** The day that decided its VAT. */
        public LocalDate taxPoint() {
            return days.taxPoint();
        }

        /** What later documents will know of this one. */
        public static Occupant of(Invoice invoice, Verdict verdict, TaxDays days) {
            return new Occupant(
                    invoice.number(),
                    invoice.issueDate(),
                    days,
                    invoice.totals().gross(),
                    invoice.source().file(),
                    verdict);
        }
    }
}
