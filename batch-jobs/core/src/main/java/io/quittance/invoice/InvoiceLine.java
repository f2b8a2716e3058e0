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
 * @param unit BT-130, null where the syntax states none
 * @param period BG-26, or that of the document (BG-14) where the line has none; null when both ends are not stated
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
        @Nullable Money vat,
        @Nullable String unit,
        @Nullable Period period) {

    /** A line that says neither its unit nor its period. */
    public InvoiceLine(
            String number,
            long line,
            String description,
            BigDecimal quantity,
            BigDecimal unitPrice,
            Money net,
            VatCategory category,
            @Nullable BigDecimal rate,
            @Nullable Money vat) {
        this(number, line, description, quantity, unitPrice, net, category, rate, vat, null, null);
    }

    /** The same line, counted in a unit and about a period. */
    public InvoiceLine of(@Nullable String itsUnit, @Nullable Period itsPeriod) {
        return new InvoiceLine(
                number, line, description, quantity, unitPrice, net, category, rate, vat, itsUnit, itsPeriod);
    }

    /** The breakdown that the line counts to. */
    public VatGroup vatGroup() {
        return VatGroup.of(category, rate);
    }
}
