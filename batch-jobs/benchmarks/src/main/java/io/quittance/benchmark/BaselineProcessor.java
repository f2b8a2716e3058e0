package io.quittance.benchmark;

import io.quittance.assessment.Assessment;
import io.quittance.assessment.Assessor;
import io.quittance.assessment.History;
import io.quittance.bookkeeping.InvoiceBooking;
import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Findings;
import io.quittance.invoice.DocumentKind;
import io.quittance.invoice.Invoice;
import io.quittance.invoice.InvoiceLine;
import io.quittance.invoice.InvoiceTotals;
import io.quittance.invoice.StatedAccount;
import io.quittance.invoice.VatBreakdown;
import io.quittance.invoice.VatCategory;
import io.quittance.invoice.VatGroup;
import io.quittance.ledger.Journal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemProcessor;
import org.springframework.batch.infrastructure.item.file.transform.FieldSet;

/** Rows become an invoice without much ado, and the core rules conclude about it. */
final class BaselineProcessor implements ItemProcessor<BaselineDocument, BaselineOutcome> {

    private final Assessor assessor;
    private final History history;

    BaselineProcessor(Assessor assessor, History history) {
        this.assessor = assessor;
        this.history = history;
    }

    @Override
    public BaselineOutcome process(BaselineDocument document) {
        if (text(document.head(), "contractor_name") == null) {
            Finding missing = Finding.of(FindingCode.FIELD_MISSING, "contractor_name is empty");
            return new BaselineOutcome(document, null, List.of(), new Findings(List.of(missing)));
        }
        Assessment assessment = assessor.assess(invoice(document), history);
        List<Journal> journals =
                assessment.accepted() == null ? List.of() : List.of(InvoiceBooking.accepted(assessment.accepted()));
        return new BaselineOutcome(document, assessment, journals, Findings.NONE);
    }

    private static Invoice invoice(BaselineDocument document) {
        FieldSet head = document.head();
        CurrencyUnit currency = CurrencyUnit.of(required(head, "currency"));
        var lines = new ArrayList<InvoiceLine>(document.rows().size());
        for (FieldSet row : document.rows()) {
            lines.add(line(row, document.line() + lines.size(), currency));
        }
        String account = text(head, "payee_account");
        return new Invoice(
                document.file().documentId(document.position()),
                document.file().source(document.position(), document.line()),
                DocumentKind.valueOf(required(head, "document_type").toUpperCase(Locale.ROOT)),
                required(head, "invoice_number"),
                LocalDate.parse(required(head, "invoice_date")),
                date(head, "supply_date"),
                date(head, "due_date"),
                required(head, "entity"),
                required(head, "contractor"),
                required(head, "contractor_name"),
                text(head, "contractor_vat_id"),
                text(head, "contract"),
                text(head, "purchase_reference"),
                currency,
                lines,
                vat(lines),
                totals(head, currency),
                account == null ? null : new StatedAccount(account, text(head, "payee_bic")),
                text(head, "payment_reference"),
                text(head, "preceding_invoice"));
    }

    private static InvoiceLine line(FieldSet row, long line, CurrencyUnit currency) {
        String rate = text(row, "vat_rate");
        return new InvoiceLine(
                required(row, "line_number"),
                line,
                required(row, "description"),
                new BigDecimal(required(row, "quantity")),
                new BigDecimal(required(row, "unit_price")),
                money(row, "net_amount", currency),
                VatCategory.valueOf(required(row, "vat_category")),
                rate == null ? null : new BigDecimal(rate),
                money(row, "vat_amount", currency));
    }

    private static List<VatBreakdown> vat(List<InvoiceLine> lines) {
        Map<VatGroup, VatBreakdown> groups = new LinkedHashMap<>();
        for (InvoiceLine line : lines) {
            Money tax = line.vat() == null ? Money.zero(line.net().getCurrencyUnit()) : line.vat();
            groups.merge(
                    line.vatGroup(),
                    new VatBreakdown(line.category(), line.rate(), line.net(), tax),
                    (one, other) -> new VatBreakdown(
                            one.category(),
                            one.rate(),
                            one.base().plus(other.base()),
                            one.tax().plus(other.tax())));
        }
        return List.copyOf(groups.values());
    }

    private static InvoiceTotals totals(FieldSet head, CurrencyUnit currency) {
        return new InvoiceTotals(
                money(head, "invoice_net", currency),
                money(head, "invoice_vat", currency),
                money(head, "invoice_gross", currency),
                Money.zero(currency),
                Money.zero(currency),
                money(head, "amount_due", currency));
    }

    private static Money money(FieldSet row, String column, CurrencyUnit currency) {
        return Money.of(currency, new BigDecimal(required(row, column)));
    }

    private static @Nullable LocalDate date(FieldSet row, String column) {
        String text = text(row, column);
        return text == null ? null : LocalDate.parse(text);
    }

    private static @Nullable String text(FieldSet row, String column) {
        String text = required(row, column);
        return text.isEmpty() ? null : text;
    }

    /** A row has all columns; an empty one is an empty text. */
    private static String required(FieldSet row, String column) {
        return Objects.requireNonNull(row.readString(column));
    }
}
