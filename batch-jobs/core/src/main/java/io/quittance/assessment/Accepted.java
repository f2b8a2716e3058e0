package io.quittance.assessment;

import io.quittance.fx.Conversion.Converted;
import io.quittance.identity.Uuid5;
import io.quittance.invoice.Invoice;
import io.quittance.money.Rounding;
import io.quittance.party.Contract;
import io.quittance.party.Contractor;
import io.quittance.party.Entity;
import io.quittance.tax.TaxDecision;
import io.quittance.tax.VatEntry;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * All that bookkeeping needs to post an accepted document.
 *
 * @param contract null only where none had to be named
 * @param booked the gross amount as it is converted into the functional currency; positive in a credit note, too
 * @param vatEntries one per line of the tax decision, in the functional currency, signed by the kind of the document
 * @param businessDate the day it is booked on
 */
public record Accepted(
        Invoice invoice,
        Entity entity,
        Contractor contractor,
        @Nullable Contract contract,
        TaxDecision tax,
        Converted booked,
        List<VatEntry> vatEntries,
        LocalDate businessDate) {

    public Accepted {
        vatEntries = List.copyOf(vatEntries);
    }

    /** The key of the event: there is one journal of it, for ever. */
    public String eventKey() {
        return eventKey(invoice);
    }

    /** The id of that journal, which the VAT entries name. */
    public UUID journal() {
        return Uuid5.of(eventKey());
    }

    /**
     * What is expensed in the functional currency, negative for a credit note: the gross owed to the contractor, less the
     * input tax that may be deducted, now or once it is paid, and less its rounding difference, plus the output tax owed to the
     * state. So {@code cost + input + waiting + rounding = gross + output}: the journal balances whatever the rates of booking
     * and VAT are.
     */
    public Money cost() {
        Money cost = booked.to().multipliedBy(invoice.kind().sign());
        for (VatEntry entry : vatEntries) {
            cost = cost.minus(entry.inputTax())
                    .minus(entry.reckoning().waiting())
                    .minus(entry.reckoning().rounding())
                    .plus(entry.outputTax());
        }
        return cost;
    }

    /**
     * What the amount due (BT-115) is booked at in the functional currency; positive in a credit note, too. It is the booked
     * gross with the rounding amount (BT-114) and without what was prepaid (BT-113), so that a payment is compared with
     * exactly the debt that it settles.
     */
    public Money payableBooked() {
        return booked.to()
                .plus(roundingBooked())
                .minus(atBookedRate(invoice.totals().prepaid()));
    }

    /** The rounding amount (BT-114) in the functional currency, with its sign; zero where there is none. */
    public Money roundingBooked() {
        return atBookedRate(invoice.totals().rounding());
    }

    private Money atBookedRate(Money amount) {
        return Rounding.HALF_UP.amount(
                booked.to().getCurrencyUnit(), amount.getAmount().multiply(booked.rate()));
    }

    static String eventKey(Invoice invoice) {
        return "invoice:" + invoice.id() + ":accepted";
    }
}
