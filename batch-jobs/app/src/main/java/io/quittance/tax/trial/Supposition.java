package io.quittance.tax.trial;

import io.quittance.invoice.VatCategory;
import io.quittance.party.Contract.BuysAs;
import io.quittance.party.Contract.ServiceKind;
import io.quittance.party.Contractor;
import io.quittance.party.Entity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A service that is supposed to be invoiced, or credited.
 *
 * @param place where the land lies or the event is held, null where that does not matter or nobody said
 * @param net taxable amount, in the currency of the invoice
 * @param on day of supply
 * @param issued day of the invoice
 * @param claim what the invoice says of VAT
 * @param corrects what it takes back, if it is a credit note; null for an invoice
 * @param buysAs as what the payer buys building work
 */
public record Supposition(
        Entity payer,
        Contractor supplier,
        ServiceKind service,
        @Nullable String place,
        Money net,
        LocalDate on,
        LocalDate issued,
        Claim claim,
        @Nullable Corrected corrects,
        BuysAs buysAs) {

    /** An invoice. */
    public Supposition(
            Entity payer,
            Contractor supplier,
            ServiceKind service,
            @Nullable String place,
            Money net,
            LocalDate on,
            LocalDate issued,
            Claim claim) {
        this(payer, supplier, service, place, net, on, issued, claim, null, BuysAs.UNKNOWN);
    }

    /**
     * What a credit note corrects. It copies the rates of that day, of tax and of exchange.
     *
     * @param on day of supply of the invoice
     * @param issued day of the invoice
     */
    public record Corrected(LocalDate on, LocalDate issued) {}

    /** The invoice that a credit note takes back, as a question of its own; null when this is none. */
    @Nullable
    Supposition corrected() {
        return corrects == null
                ? null
                : new Supposition(
                        payer, supplier, service, place, net, corrects.on(), corrects.issued(), claim, null, buysAs);
    }

    /** The day whose rates the document is written with. */
    LocalDate ratesOf() {
        return corrects == null ? on : corrects.on();
    }

    /** The question, for people. */
    public String written() {
        return "What if %s in %s is %s %s by %s in %s, a service of the kind %s%s on %s"
                .formatted(
                        payer.id(),
                        payer.vatCountry(),
                        corrects == null ? "invoiced" : "credited",
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
