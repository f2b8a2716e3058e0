package io.quittance.invoice.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.quittance.invoice.DocumentKind;
import io.quittance.invoice.Invoice;
import io.quittance.invoice.InvoiceLine;
import io.quittance.invoice.InvoiceTotals;
import io.quittance.text.SpreadsheetText;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.function.UnaryOperator;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Writes documents in our columns: UTF-8 without a byte order mark, line feeds, the same bytes every time. */
public final class InvoiceCsvWriter implements Closeable {

    private final CsvWriter rows;
    private final UnaryOperator<String> guard;

    private InvoiceCsvWriter(OutputStream out, UnaryOperator<String> guard) {
        this.rows = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        this.guard = guard;
        rows.writeRecord(CsvColumn.WRITTEN.stream().map(CsvColumn::heading).toList());
    }

    /** For a program that reads it: every text as it is. */
    public static InvoiceCsvWriter exact(OutputStream out) {
        return new InvoiceCsvWriter(out, UnaryOperator.identity());
    }

    /** For people who open it in a spreadsheet: no text becomes a formula. */
    public static InvoiceCsvWriter forSpreadsheets(OutputStream out) {
        return new InvoiceCsvWriter(out, SpreadsheetText::guarded);
    }

    /**
     * One document.
     *
     * @throws IllegalArgumentException when what is written cannot say it: a prepaid amount, a rounding, a line without its VAT,
     *     a unit or a period
     */
    public void write(Invoice invoice) {
        InvoiceTotals totals = invoice.totals();
        if (!totals.prepaid().isZero()
                || !totals.rounding().isZero()
                || !totals.levy().isZero()) {
            throw new IllegalArgumentException("The CSV has no column for a prepaid amount, a rounding or a levy");
        }
        if (invoice.lines().stream().anyMatch(line -> line.unit() != null || line.period() != null)) {
            throw new IllegalArgumentException("Units and periods are read, but not written");
        }
        for (InvoiceLine line : invoice.lines()) {
            rows.writeRecord(CsvColumn.WRITTEN.stream()
                    .map(column -> cell(column, invoice, line))
                    .toList());
        }
    }

    private String cell(CsvColumn column, Invoice invoice, InvoiceLine line) {
        InvoiceTotals totals = invoice.totals();
        return switch (column) {
            case DOCUMENT_TYPE -> invoice.kind() == DocumentKind.INVOICE ? "invoice" : "credit_note";
            case INVOICE_NUMBER -> text(invoice.number());
            case INVOICE_DATE -> date(invoice.issueDate());
            case SUPPLY_DATE -> date(invoice.supplyDate());
            case DUE_DATE -> date(invoice.dueDate());
            case ENTITY -> text(invoice.entity());
            case CONTRACTOR -> text(invoice.contractor());
            case CONTRACTOR_NAME -> text(invoice.contractorName());
            case CONTRACTOR_VAT_ID -> text(invoice.contractorVatId());
            case CONTRACT -> text(invoice.contract());
            case PURCHASE_REFERENCE -> text(invoice.purchaseReference());
            case CURRENCY -> invoice.currency().getCode();
            case LINE_NUMBER -> text(line.number());
            case DESCRIPTION -> text(line.description());
            case QUANTITY -> decimal(line.quantity());
            case UNIT_PRICE -> decimal(line.unitPrice());
            case NET_AMOUNT -> money(line.net());
            case VAT_CATEGORY -> line.category().name();
            case VAT_RATE -> decimal(line.rate());
            case VAT_AMOUNT -> money(vatOf(line));
            case INVOICE_NET -> money(totals.net());
            case INVOICE_VAT -> money(totals.vat());
            case INVOICE_GROSS -> money(totals.gross());
            case AMOUNT_DUE -> money(totals.due());
            case PAYEE_ACCOUNT ->
                text(invoice.payee() == null ? null : invoice.payee().number());
            case PAYEE_BIC ->
                text(invoice.payee() == null ? null : invoice.payee().bic());
            case PAYMENT_REFERENCE -> text(invoice.paymentReference());
            case PRECEDING_INVOICE -> text(invoice.precedingInvoice());
            case UNIT, PERIOD_FROM, PERIOD_TO -> throw new IllegalStateException(column + " is not written");
        };
    }

    private static Money vatOf(InvoiceLine line) {
        if (line.vat() == null) {
            throw new IllegalArgumentException("Line " + line.number() + " states no VAT of its own");
        }
        return line.vat();
    }

    private String text(@Nullable String text) {
        return text == null ? "" : guard.apply(text);
    }

    private static String date(@Nullable LocalDate date) {
        return date == null ? "" : date.toString();
    }

    private static String decimal(@Nullable BigDecimal number) {
        return number == null ? "" : number.toPlainString();
    }

    private static String money(Money money) {
        return money.getAmount().toPlainString();
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
