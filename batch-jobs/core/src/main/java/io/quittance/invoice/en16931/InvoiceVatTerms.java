package io.quittance.invoice.en16931;

import io.quittance.invoice.Invoice;
import io.quittance.invoice.InvoiceLine;
import io.quittance.invoice.InvoiceTotals;
import io.quittance.invoice.VatBreakdown;
import io.quittance.invoice.VatCategory;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The VAT terms of a document in normal form, for syntaxes that are not of EN 16931: they name neither a reason for charging no tax
 * nor a buyer's VAT id, so that only rules about figures and categories can be asked. Allowances and charges are lines there.
 */
public final class InvoiceVatTerms {

    private static final VatTerms.Parties NOT_NAMED =
            new VatTerms.Parties(List.of(), false, List.of(), List.of(), false);
    private static final VatTerms.Dates NOT_STATED = new VatTerms.Dates(false, false, false, false);

    private InvoiceVatTerms() {}

    /** Those of the document. */
    public static VatTerms of(Invoice invoice) {
        return new VatTerms(
                Artefact.NONE,
                NOT_NAMED,
                NOT_STATED,
                invoice.lines().stream().map(InvoiceVatTerms::use).toList(),
                invoice.vat().stream()
                        .map(vat -> group(vat, invoice.source().line()))
                        .toList(),
                totals(invoice));
    }

    private static VatTerms.Use use(InvoiceLine line) {
        return new VatTerms.Use(
                VatTerms.Kind.LINE,
                line.line(),
                line.category().name(),
                rate(line.category(), line.rate()),
                line.net().getAmount());
    }

    private static VatTerms.Group group(VatBreakdown vat, long line) {
        return new VatTerms.Group(
                line,
                vat.category().name(),
                rate(vat.category(), vat.rate()),
                vat.base().getAmount(),
                vat.tax().getAmount(),
                false);
    }

    /** A list that states no rate states none of nought: only outside the scope of VAT that is a difference. */
    private static @Nullable BigDecimal rate(VatCategory category, @Nullable BigDecimal stated) {
        return stated == null && category != VatCategory.O ? BigDecimal.ZERO : stated;
    }

    private static VatTerms.Totals totals(Invoice invoice) {
        String currency = invoice.currency().getCode();
        InvoiceTotals totals = invoice.totals();
        return new VatTerms.Totals(
                currency,
                null,
                List.of(new VatTerms.VatTotal(currency, totals.vat().getAmount())),
                totals.net().getAmount(),
                totals.gross().getAmount(),
                totals.prepaid().getAmount(),
                totals.rounding().getAmount(),
                totals.due().getAmount());
    }
}
