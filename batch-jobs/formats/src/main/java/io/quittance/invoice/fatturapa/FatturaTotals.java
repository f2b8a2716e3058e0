package io.quittance.invoice.fatturapa;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Severity;
import io.quittance.invoice.InvoiceLine;
import io.quittance.invoice.InvoiceTotals;
import io.quittance.invoice.VatBreakdown;
import io.quittance.invoice.VatCategory;
import io.quittance.invoice.file.FieldReader;
import io.quittance.invoice.file.PricedQuantity;
import io.quittance.invoice.xml.InvoiceElement;
import io.quittance.invoice.xml.TermReader;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Totals of a document. FatturaPA states no net and no VAT total, its document total is optional and need not be their sum
 * (stamp duty, rounding), and what is to be paid may be less (withholding). So:
 *
 * <ul>
 *   <li>net and VAT are the sums of DatiRiepilogo;
 *   <li>stamp duty counts as a line outside VAT when the document total shows that it is charged;
 *   <li>what is due is the sum of ImportoPagamento with what is withheld, where that sum is less than the document total; else the
 *       document total;
 *   <li>what is withheld is told apart: it is due, too, but the payer keeps it back.
 * </ul>
 *
 * A difference that none of them explains stays, and the document is refused for it by BR-CO-16.
 */
final class FatturaTotals {

    private static final String GENERAL = "DatiGenerali/DatiGeneraliDocumento/";

    private final TermReader it;
    private final FieldReader fields;
    private final InvoiceElement body;
    private final Money taxable;
    private final Money tax;
    private final Money withheld;
    private final @Nullable Money stamp;
    private final @Nullable Money stated;
    private final Money rounding;

    FatturaTotals(TermReader it, FieldReader fields, InvoiceElement body, List<VatBreakdown> vat) {
        this.it = it;
        this.fields = fields;
        this.body = body;
        taxable = Money.total(
                fields.currency(), vat.stream().map(VatBreakdown::base).toList());
        tax = Money.total(fields.currency(), vat.stream().map(VatBreakdown::tax).toList());
        withheld = withheld();
        stamp = stamp();
        stated = amount("ImportoTotaleDocumento", "BT-112 ImportoTotaleDocumento");
        Money ofDocument = amount("Arrotondamento", "BT-114 Arrotondamento");
        rounding = ofDocument == null ? Money.zero(fields.currency()) : ofDocument;
    }

    private @Nullable Money amount(String name, String term) {
        InvoiceElement general = body.first(GENERAL.substring(0, GENERAL.length() - 1));
        return general == null ? null : it.moneyIfAny(general, name, term);
    }

    private Money withheld() {
        Money sum = Money.zero(fields.currency());
        for (InvoiceElement one : body.all(GENERAL + "DatiRitenuta")) {
            Money amount = it.money(one, "ImportoRitenuta", "ImportoRitenuta");
            String kind = it.reference(one, "TipoRitenuta", "TipoRitenuta");
            sum = sum.plus(amount);
            hold(
                    one,
                    "ImportoRitenuta",
                    amount,
                    "the payer keeps back " + amount + " of withholding tax (" + kind + ")");
        }
        return sum;
    }

    private @Nullable Money stamp() {
        InvoiceElement duty = body.first(GENERAL + "DatiBollo");
        if (duty == null) {
            return null;
        }
        Money amount = it.moneyIfAny(duty, "ImportoBollo", "ImportoBollo");
        String of = amount == null ? "" : " of " + amount;
        hold(duty, "DatiBollo", amount, "the document bears stamp duty" + of);
        return amount;
    }

    private void hold(InvoiceElement at, String field, @Nullable Money amount, String message) {
        String read = amount == null ? null : amount.toString();
        fields.add(Finding.of(FindingCode.LEVY_STATED, it.placeOf(at, field, field), read, null, message));
    }

    /** The stamp duty as a line outside VAT, when the stated total is more by just that; else nothing. */
    @Nullable
    InvoiceLine stampLine() {
        InvoiceElement duty = body.first(GENERAL + "DatiBollo");
        if (duty == null || stamp == null || !isCharged(stamp)) {
            return null;
        }
        PricedQuantity priced = PricedQuantity.once(stamp);
        return new InvoiceLine(
                "bollo", duty.line(), "bollo", priced.quantity(), priced.unitPrice(), stamp, VatCategory.O, null, null);
    }

    private boolean isCharged(Money duty) {
        return stated != null
                && !duty.isZero()
                && stated.equals(taxable.plus(tax).plus(rounding).plus(duty));
    }

    InvoiceTotals read() {
        boolean charged = stamp != null && isCharged(stamp);
        Money net = charged ? taxable.plus(stamp) : taxable;
        Money gross = net.plus(tax);
        Money total = stated == null ? gross.plus(rounding) : stated;
        Money due = due(total);
        checkTotal(gross.plus(rounding), total);
        return new InvoiceTotals(net, tax, gross, Money.zero(fields.currency()), rounding, due, withheld);
    }

    private Money due(Money total) {
        Money sum = null;
        for (InvoiceElement payment : body.all("DatiPagamento/DettaglioPagamento")) {
            Money amount = it.money(payment, "ImportoPagamento", "BT-115 ImportoPagamento");
            sum = sum == null ? amount : sum.plus(amount);
        }
        return sum == null || sum.equals(total) ? total : sum.plus(withheld);
    }

    private void checkTotal(Money computed, Money total) {
        if (computed.equals(total) || fields.refused()) {
            return;
        }
        String message = "ImportoTotaleDocumento is " + total
                + ", but taxable amounts, tax, stamp duty and rounding come to " + computed;
        fields.add(new Finding(
                FindingCode.GROSS_MISMATCH,
                Severity.HOLD,
                it.placeOf(body, GENERAL + "ImportoTotaleDocumento", "BT-112 ImportoTotaleDocumento"),
                total.toString(),
                computed.toString(),
                message,
                "Ask the seller what the difference is."));
    }
}
