package io.quittance.invoice;

import java.util.List;
import org.joda.money.Money;

/**
 * Document totals (BG-22).
 *
 * @param net BT-109
 * @param vat BT-110
 * @param gross BT-112
 * @param prepaid BT-113
 * @param rounding BT-114
 * @param due BT-115: what is owed, the stated levy with it
 * @param levy what the document says that the payer keeps back from {@code due} for a tax office (Mexico's
 *     TotalImpuestosRetenidos, Italy's ImportoRitenuta); EN 16931 has no term for it, and it is not prepaid: nobody has it yet
 */
public record InvoiceTotals(Money net, Money vat, Money gross, Money prepaid, Money rounding, Money due, Money levy) {

    /** Those of a document that states no levy. */
    public InvoiceTotals(Money net, Money vat, Money gross, Money prepaid, Money rounding, Money due) {
        this(net, vat, gross, prepaid, rounding, due, Money.zero(due.getCurrencyUnit()));
    }

    List<Money> all() {
        return List.of(net, vat, gross, prepaid, rounding, due, levy);
    }
}
