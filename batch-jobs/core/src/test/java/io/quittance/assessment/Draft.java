package io.quittance.assessment;

import io.quittance.identity.Uuid5;
import io.quittance.invoice.DocumentKind;
import io.quittance.invoice.Invoice;
import io.quittance.invoice.InvoiceLine;
import io.quittance.invoice.InvoiceSource;
import io.quittance.invoice.InvoiceTotals;
import io.quittance.invoice.StatedAccount;
import io.quittance.invoice.VatBreakdown;
import io.quittance.invoice.VatCategory;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/**
 * A document in the making: as it stands, a right invoice of C-1 to NL-BV over two lines, 100.00 + 50.00 = 150.00 under
 * reverse charge. Tests change one thing and say what comes of it.
 */
final class Draft {

    DocumentKind kind = DocumentKind.INVOICE;
    String number = "2026-001";
    String file = "invoices.csv";
    String syntax;
    LocalDate issued = LocalDate.parse("2026-11-02");
    LocalDate supply = LocalDate.parse("2026-10-31");
    LocalDate due;
    String entity = "NL-BV";
    String contractor = "C-1";
    String name = "Muster Beratung GmbH";
    String vatId = "DE136695976";
    String contract = "K-1";
    String currency = "EUR";
    List<InvoiceLine> lines = new ArrayList<>();
    List<VatBreakdown> vat = new ArrayList<>();
    String net = "150.00";
    String tax = "0.00";
    String gross = "150.00";
    String prepaid = "0.00";
    String rounding = "0.00";
    String amountDue = "150.00";
    String account = "DE89 3704 0044 0532 0130 00";
    String bic;
    String preceding;

    static Draft right() {
        return new Draft()
                .line("2", "50.00", "100.00", VatCategory.AE, "0")
                .line("1", "50.00", "50.00", VatCategory.AE, "0")
                .breakdown(VatCategory.AE, "0", "150.00", "0.00");
    }

    /** Nothing but the header: lines and totals are to be given. */
    static Draft empty() {
        return new Draft();
    }

    /** One line of one unit, with its totals. */
    static Draft over(String currency, String net) {
        Draft draft = new Draft();
        draft.currency = currency;
        draft.net = net;
        draft.gross = net;
        draft.amountDue = net;
        return draft.line("1", net, net, VatCategory.AE, "0").breakdown(VatCategory.AE, "0", net, "0");
    }

    /** A credit note over 150.00 that corrects an invoice. */
    static Draft creditNote(String number, String preceding) {
        Draft draft = right();
        draft.kind = DocumentKind.CREDIT_NOTE;
        draft.number = number;
        draft.preceding = preceding;
        return draft;
    }

    Draft line(String quantity, String price, String lineNet, VatCategory category, String rate) {
        int next = lines.size() + 1;
        lines.add(new InvoiceLine(
                String.valueOf(next),
                next + 1,
                "Consulting",
                new BigDecimal(quantity),
                new BigDecimal(price),
                money(lineNet),
                category,
                rate == null ? null : new BigDecimal(rate),
                null));
        return this;
    }

    Draft breakdown(VatCategory category, String rate, String base, String amount) {
        vat.add(new VatBreakdown(category, rate == null ? null : new BigDecimal(rate), money(base), money(amount)));
        return this;
    }

    Draft totals(String totalNet, String totalTax, String totalGross) {
        net = totalNet;
        tax = totalTax;
        gross = totalGross;
        amountDue = totalGross;
        return this;
    }

    /** From another contractor of the {@link World}, under its contract and to its registered account. */
    Draft from(String other) {
        contractor = other;
        name = "Muster";
        contract = "K-" + other;
        vatId = null;
        account = null;
        return this;
    }

    Draft numbered(String other) {
        number = other;
        return this;
    }

    Invoice invoice() {
        var totals = new InvoiceTotals(
                money(net), money(tax), money(gross), money(prepaid), money(rounding), money(amountDue));
        return new Invoice(
                Uuid5.of("test:" + file + ":" + contractor + ":" + kind + ":" + number),
                new InvoiceSource("0".repeat(64), file, 1, 2, syntax),
                kind,
                number,
                issued,
                supply,
                due,
                entity,
                contractor,
                name,
                vatId,
                contract,
                null,
                CurrencyUnit.of(currency),
                lines,
                vat,
                totals,
                account == null ? null : new StatedAccount(account, bic),
                null,
                preceding);
    }

    private Money money(String amount) {
        return Money.of(
                CurrencyUnit.of(currency),
                new BigDecimal(amount).setScale(CurrencyUnit.of(currency).getDecimalPlaces()));
    }
}
