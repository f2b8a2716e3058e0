package io.quittance.invoice.csv;

import io.quittance.invoice.file.Stated;
import io.quittance.invoice.file.Term;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the rows of one document state, as text: its header from the first row. */
final class CsvStated {

    private static final List<Map.Entry<Term, CsvColumn>> COLUMNS = List.of(
            Map.entry(Term.TYPE, CsvColumn.DOCUMENT_TYPE),
            Map.entry(Term.NUMBER, CsvColumn.INVOICE_NUMBER),
            Map.entry(Term.ISSUE_DATE, CsvColumn.INVOICE_DATE),
            Map.entry(Term.DELIVERY_DATE, CsvColumn.SUPPLY_DATE),
            Map.entry(Term.DUE_DATE, CsvColumn.DUE_DATE),
            Map.entry(Term.BUYER_ID, CsvColumn.ENTITY),
            Map.entry(Term.SELLER_ID, CsvColumn.CONTRACTOR),
            Map.entry(Term.SELLER_NAME, CsvColumn.CONTRACTOR_NAME),
            Map.entry(Term.SELLER_VAT_ID, CsvColumn.CONTRACTOR_VAT_ID),
            Map.entry(Term.CONTRACT, CsvColumn.CONTRACT),
            Map.entry(Term.PURCHASE_ORDER, CsvColumn.PURCHASE_REFERENCE),
            Map.entry(Term.CURRENCY, CsvColumn.CURRENCY),
            Map.entry(Term.NET, CsvColumn.INVOICE_NET),
            Map.entry(Term.VAT, CsvColumn.INVOICE_VAT),
            Map.entry(Term.GROSS, CsvColumn.INVOICE_GROSS),
            Map.entry(Term.PAYABLE, CsvColumn.AMOUNT_DUE),
            Map.entry(Term.ACCOUNT, CsvColumn.PAYEE_ACCOUNT),
            Map.entry(Term.BIC, CsvColumn.PAYEE_BIC),
            Map.entry(Term.PAYMENT_REFERENCE, CsvColumn.PAYMENT_REFERENCE),
            Map.entry(Term.PRECEDING_INVOICE, CsvColumn.PRECEDING_INVOICE));

    private final CsvHeader header;
    private final List<CsvRow> rows;

    /** @param rows those with as many fields as the header */
    CsvStated(CsvHeader header, List<CsvRow> rows) {
        this.header = header;
        this.rows = rows;
    }

    Stated stated() {
        if (rows.isEmpty()) {
            return new Stated("CSV", Map.of(), List.of(), 0, List.of());
        }
        var terms = new EnumMap<Term, List<String>>(Term.class);
        for (var column : COLUMNS) {
            String text = text(column.getValue(), rows.getFirst());
            if (text != null) {
                terms.put(column.getKey(), List.of(text));
            }
        }
        return new Stated("CSV", terms, vat(), rows.size(), List.of());
    }

    /** Categories and rates as the rows name them, in order; their sums are the reader's work and not what was stated. */
    private List<Stated.Vat> vat() {
        var groups = new LinkedHashMap<List<String>, Stated.Vat>();
        for (CsvRow row : rows) {
            String category = text(CsvColumn.VAT_CATEGORY, row);
            String rate = text(CsvColumn.VAT_RATE, row);
            groups.putIfAbsent(
                    List.of(String.valueOf(category), String.valueOf(rate)),
                    new Stated.Vat(category, rate, null, null, null));
        }
        return List.copyOf(groups.values());
    }

    private @Nullable String text(CsvColumn column, CsvRow row) {
        String text = header.text(column, row);
        return text == null || text.isBlank() ? null : text.strip();
    }
}
