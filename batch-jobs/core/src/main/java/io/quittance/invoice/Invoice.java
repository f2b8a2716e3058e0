package io.quittance.invoice;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One commercial document in normal form, whatever syntax it came in. Terms are those of EN 16931.
 * All amounts are in {@link #currency()}, or it cannot be built; they are positive in an invoice and in a credit note alike.
 *
 * @param id UUID v5 of the file's SHA-256 and the document's position in it
 * @param source where it came from
 * @param number BT-1 as written
 * @param issueDate BT-2
 * @param supplyDate BT-72, or the end of the period BT-74; null when not stated
 * @param dueDate BT-9, null when not stated
 * @param entity the payer: our id where it could be resolved, else as stated (BT-46, BT-48)
 * @param contractor the payee: our id where it could be resolved, else as stated (BT-29, BT-31)
 * @param contractorName BT-27
 * @param contractorVatId BT-31, null when not stated
 * @param contract BT-12, null when not stated
 * @param purchaseReference BT-13, null when not stated
 * @param currency BT-5
 * @param lines BG-25, at least one
 * @param vat BG-23, one per category and rate
 * @param totals BG-22
 * @param payee BG-17 as stated, null when not stated
 * @param paymentReference BT-83, null when not stated
 * @param precedingInvoice BT-25, null when not stated
 * @param taxPointDate BT-7, when the supplier says that his tax arises; null when not stated
 */
public record Invoice(
        UUID id,
        InvoiceSource source,
        DocumentKind kind,
        String number,
        LocalDate issueDate,
        @Nullable LocalDate supplyDate,
        @Nullable LocalDate dueDate,
        String entity,
        String contractor,
        String contractorName,
        @Nullable String contractorVatId,
        @Nullable String contract,
        @Nullable String purchaseReference,
        CurrencyUnit currency,
        List<InvoiceLine> lines,
        List<VatBreakdown> vat,
        InvoiceTotals totals,
        @Nullable StatedAccount payee,
        @Nullable String paymentReference,
        @Nullable String precedingInvoice,
        @Nullable LocalDate taxPointDate) {

    public Invoice {
        lines = List.copyOf(lines);
        vat = List.copyOf(vat);
        requireOneCurrency(currency, lines, vat, totals);
    }

    /** A document that does not say when its tax arises. */
    public Invoice(
            UUID id,
            InvoiceSource source,
            DocumentKind kind,
            String number,
            LocalDate issueDate,
            @Nullable LocalDate supplyDate,
            @Nullable LocalDate dueDate,
            String entity,
            String contractor,
            String contractorName,
            @Nullable String contractorVatId,
            @Nullable String contract,
            @Nullable String purchaseReference,
            CurrencyUnit currency,
            List<InvoiceLine> lines,
            List<VatBreakdown> vat,
            InvoiceTotals totals,
            @Nullable StatedAccount payee,
            @Nullable String paymentReference,
            @Nullable String precedingInvoice) {
        this(
                id,
                source,
                kind,
                number,
                issueDate,
                supplyDate,
                dueDate,
                entity,
                contractor,
                contractorName,
                contractorVatId,
                contract,
                purchaseReference,
                currency,
                lines,
                vat,
                totals,
                payee,
                paymentReference,
                precedingInvoice,
                null);
    }

    /** The same document whose supplier says when his tax arises (BT-7). */
    public Invoice taxedOn(@Nullable LocalDate day) {
        return new Invoice(
                id,
                source,
                kind,
                number,
                issueDate,
                supplyDate,
                dueDate,
                entity,
                contractor,
                contractorName,
                contractorVatId,
                contract,
                purchaseReference,
                currency,
                lines,
                vat,
                totals,
                payee,
                paymentReference,
                precedingInvoice,
                day);
    }

    /** The same document between parties whose ids were resolved: what the key is made of. */
    public Invoice between(String payer, String payee) {
        return new Invoice(
                id,
                source,
                kind,
                number,
                issueDate,
                supplyDate,
                dueDate,
                payer,
                payee,
                contractorName,
                contractorVatId,
                contract,
                purchaseReference,
                currency,
                lines,
                vat,
                totals,
                this.payee,
                paymentReference,
                precedingInvoice,
                taxPointDate);
    }

    /** The day that decides the VAT rate: the supply date, else the invoice date (Directive 2006/112 art. 63, 65). */
    public LocalDate taxPoint() {
        return supplyDate == null ? issueDate : supplyDate;
    }

    /** The same document supplied on another day: a credit note is taxed as of the day of what it corrects. */
    public Invoice suppliedOn(LocalDate day) {
        return new Invoice(
                id,
                source,
                kind,
                number,
                issueDate,
                day,
                dueDate,
                entity,
                contractor,
                contractorName,
                contractorVatId,
                contract,
                purchaseReference,
                currency,
                lines,
                vat,
                totals,
                payee,
                paymentReference,
                precedingInvoice,
                taxPointDate);
    }

    /** The same document with these lines and VAT breakdowns. */
    public Invoice withParts(List<InvoiceLine> itsLines, List<VatBreakdown> itsVat) {
        return new Invoice(
                id,
                source,
                kind,
                number,
                issueDate,
                supplyDate,
                dueDate,
                entity,
                contractor,
                contractorName,
                contractorVatId,
                contract,
                purchaseReference,
                currency,
                itsLines,
                itsVat,
                totals,
                payee,
                paymentReference,
                precedingInvoice,
                taxPointDate);
    }

    /** The net amounts of the lines of one category and rate, in their order. */
    public List<Money> netsOf(VatGroup group) {
        return lines.stream()
                .filter(line -> line.vatGroup().equals(group))
                .map(InvoiceLine::net)
                .toList();
    }

    /** What makes the document unique. */
    public InvoiceKey key() {
        return new InvoiceKey(entity, contractor, kind, InvoiceKey.normalise(number), issueDate.getYear());
    }

    /** EN 16931 BR-05 and BT-5: one currency for all amounts; a reader that lets another pass has a bug. */
    private static void requireOneCurrency(
            CurrencyUnit currency, List<InvoiceLine> lines, List<VatBreakdown> vat, InvoiceTotals totals) {
        for (InvoiceLine line : lines) {
            requireCurrency(currency, line.net());
        }
        for (VatBreakdown one : vat) {
            requireCurrency(currency, one.base());
            requireCurrency(currency, one.tax());
        }
        for (Money amount : totals.all()) {
            requireCurrency(currency, amount);
        }
    }

    private static void requireCurrency(CurrencyUnit currency, Money amount) {
        if (!amount.getCurrencyUnit().equals(currency)) {
            throw new IllegalArgumentException("An amount of the document is not in " + currency);
        }
    }
}
