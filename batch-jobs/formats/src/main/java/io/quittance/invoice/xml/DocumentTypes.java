package io.quittance.invoice.xml;

import io.quittance.invoice.DocumentKind;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The types of document (BT-3, UNTDID 1001) that a document may say it is, and where it says so.
 *
 * @param path of BT-3
 */
public record DocumentTypes(String path, Map<String, DocumentKind> known) {

    /**
     * Codes that ask a payer for money: partial, commercial, debit note, corrected, prepayment, self-billed and partial
     * construction invoices. Not 325 (pro forma) or 751 (for accounting only), where nothing is to be paid, and not 393
     * (factored), where somebody else is.
     */
    private static final Set<String> INVOICES = Set.of("326", "380", "383", "384", "386", "389", "875", "876", "877");

    private static final Set<String> CREDIT_NOTES = Set.of("81", "83", "261", "381");

    /** A corrected invoice. */
    static final String CORRECTED = "384";

    public DocumentTypes {
        known = Map.copyOf(known);
    }

    /** Invoices only. */
    public static DocumentTypes invoices(String path) {
        return new DocumentTypes(path, kinds(INVOICES, DocumentKind.INVOICE));
    }

    /** Credit notes only. */
    public static DocumentTypes creditNotes(String path) {
        return new DocumentTypes(path, kinds(CREDIT_NOTES, DocumentKind.CREDIT_NOTE));
    }

    /** Either, told apart by the code alone. */
    public static DocumentTypes both(String path) {
        var both = new HashMap<>(kinds(INVOICES, DocumentKind.INVOICE));
        both.putAll(kinds(CREDIT_NOTES, DocumentKind.CREDIT_NOTE));
        return new DocumentTypes(path, both);
    }

    private static Map<String, DocumentKind> kinds(Set<String> codes, DocumentKind kind) {
        var kinds = new HashMap<String, DocumentKind>();
        codes.forEach(code -> kinds.put(code, kind));
        return kinds;
    }

    /** What a document of this type is; null for a type that does not belong here. */
    @Nullable
    DocumentKind kind(String code) {
        return known.get(code);
    }

    /** What a document of an unknown type is taken for while the rest of it is read. */
    DocumentKind standIn() {
        return known.containsValue(DocumentKind.INVOICE) ? DocumentKind.INVOICE : DocumentKind.CREDIT_NOTE;
    }
}
