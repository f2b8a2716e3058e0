package io.quittance.invoice.file;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Fields of an invoice in normal form under the numbers of EN 16931, and back: a rule about an XML document names a column that
 * the document does not have, and one about a sheet sometimes a number that nobody reads there.
 */
public final class TermNames {

    private static final Map<String, Term> HEADER = Map.ofEntries(
            Map.entry("invoice_number", Term.NUMBER),
            Map.entry("issue_date", Term.ISSUE_DATE),
            Map.entry("due_date", Term.DUE_DATE),
            Map.entry("currency", Term.CURRENCY),
            Map.entry("contract", Term.CONTRACT),
            Map.entry("preceding_invoice", Term.PRECEDING_INVOICE),
            Map.entry("contractor_name", Term.SELLER_NAME),
            Map.entry("contractor", Term.SELLER_ID),
            Map.entry("contractor_vat_id", Term.SELLER_VAT_ID),
            Map.entry("entity", Term.BUYER_ID),
            Map.entry("supply_date", Term.DELIVERY_DATE),
            Map.entry("payment_reference", Term.PAYMENT_REFERENCE),
            Map.entry("payee_account", Term.ACCOUNT),
            Map.entry("payee_bic", Term.BIC),
            Map.entry("invoice_net", Term.NET),
            Map.entry("invoice_vat", Term.VAT),
            Map.entry("invoice_gross", Term.GROSS),
            Map.entry("prepaid", Term.PREPAID),
            Map.entry("amount_due", Term.PAYABLE));

    /** Terms of a line (BG-25) and of a category of VAT (BG-23). */
    private static final Map<String, String> PARTS = Map.of(
            "line_number", "BT-126",
            "quantity", "BT-129",
            "net_amount", "BT-131",
            "unit_price", "BT-146",
            "description", "BT-153",
            "vat_amount", "BT-117",
            "vat_category", "BT-118",
            "vat_rate", "BT-119");

    private static final Map<String, String> FIELDS =
            PARTS.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getValue, Map.Entry::getKey));

    private static final Map<String, String> HEADER_FIELDS = HEADER.entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(one -> one.getValue().number(), Map.Entry::getKey));

    private TermNames() {}

    /** The term of the header that a field is; empty for one of a line, or of none. */
    public static Optional<Term> term(String field) {
        return Optional.ofNullable(HEADER.get(field));
    }

    /** As it is named to somebody who has XML before him: {@code BT-112 (invoice_gross)}; other names stay as they are. */
    public static String inXml(String field) {
        Term term = HEADER.get(field);
        String number = term == null ? PARTS.get(field) : term.number();
        return number == null ? field : number + " (" + field + ")";
    }

    /** As it is named to somebody who has a sheet before him: {@code vat_category (BT-118)}; other names stay as they are. */
    public static String inSheet(String field) {
        String name = FIELDS.getOrDefault(field, HEADER_FIELDS.get(field));
        return name == null ? field : name + " (" + field + ")";
    }
}
