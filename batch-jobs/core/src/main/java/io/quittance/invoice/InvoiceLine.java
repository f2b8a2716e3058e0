package io.quittance.invoice;

import java.math.BigDecimal;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One line of a document (BG-25).
 *
 * @param number BT-126
 * @param line the 1-based line of the file it was read from
 * @param quantity BT-129
 * @param unitPrice BT-146, any number of decimals
 * @param net BT-131
 * @param category BT-151
 * @param rate BT-152 in per cent; null where the category knows no rate
 * @param vat the line's own VAT amount where the syntax states one, else null
 */
public record InvoiceLine(
        String number,
        long line,
        String description,
        BigDecimal quantity,
        BigDecimal unitPrice,
        Money net,
        VatCategory category,
        @Nullable BigDecimal rate,
        @Nullable Money vat) {

    /** The breakdown that the line counts to. */
    public VatGroup vatGroup() {
        return VatGroup.of(category, rate);
    }
}
