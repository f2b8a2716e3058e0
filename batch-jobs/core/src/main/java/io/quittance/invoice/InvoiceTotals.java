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
 * @param due BT-115
 */
public record InvoiceTotals(Money net, Money vat, Money gross, Money prepaid, Money rounding, Money due) {

    List<Money> all() {
        return List.of(net, vat, gross, prepaid, rounding, due);
    }
}
