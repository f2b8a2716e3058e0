package io.quittance.tax.trial;

import io.quittance.invoice.VatCategory;
import io.quittance.party.Contract.ServiceKind;
import io.quittance.party.Contractor;
import io.quittance.party.Entity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A service that is supposed to be invoiced.
 *
 * @param place where the land lies or the event is held, null where that does not matter or nobody said
 * @param net taxable amount, in the currency of the invoice
 * @param on day of supply
 * @param issued day of the invoice
 * @param claim what the invoice says of VAT
 */
public record Supposition(
        Entity payer,
        Contractor supplier,
        ServiceKind service,
        @Nullable String place,
        Money net,
        LocalDate on,
        LocalDate issued,
        Claim claim) {

    /** The question, for people. */
    public String written() {
        return "What if %s in %s is invoiced %s by %s in %s, a service of the kind %s%s on %s"
                .formatted(
                        payer.id(),
                        payer.vatCountry(),
                        net,
                        supplier.id(),
                        supplier.vatCountry(),
                        service.name().toLowerCase(Locale.ROOT),
                        place == null ? "" : " in " + place,
                        on);
    }

    /**
     * What is known of the VAT on the invoice. Where nothing is, the invoice is written as the rules expect it.
     *
     * @param category BT-118, null for whatever the rules expect
     * @param rate BT-119 in per cent, null for the standard rate where tax is charged
     * @param charged BT-117, null for what the rate comes to
     */
    public record Claim(
            @Nullable VatCategory category,
            @Nullable BigDecimal rate,
            @Nullable Money charged) {

        /** Nothing is known of it. */
        public static final Claim OPEN = new Claim(null, null, null);

        boolean isOpen() {
            return equals(OPEN);
        }
    }
}
