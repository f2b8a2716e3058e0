package io.quittance.bookkeeping;

import io.quittance.assessment.Accepted;
import io.quittance.invoice.InvoiceTotals;
import io.quittance.ledger.Chart;
import io.quittance.ledger.Journal;
import io.quittance.ledger.JournalDraft;
import io.quittance.tax.VatEntry;
import org.joda.money.Money;

/**
 * The journal of an accepted document: what is owed to the contractor, in the document's currency, against cost, input
 * and output tax in functional currency. Two currencies meet in the clearing account at the booked rate. A credit note
 * has every sign turned.
 */
public final class InvoiceBooking {

    private InvoiceBooking() {}

    /** The journal. */
    public static Journal accepted(Accepted accepted) {
        var draft = new JournalDraft();
        owe(draft, accepted);
        draft.debit(Chart.EXPENSE, accepted.cost());
        for (VatEntry entry : accepted.vatEntries()) {
            draft.debit(Chart.INPUT_TAX, entry.inputTax())
                    .debit(Chart.WAITING_TAX, entry.reckoning().waiting())
                    .debit(Chart.TAX_ROUNDING, entry.reckoning().rounding())
                    .credit(Chart.OUTPUT_TAX, entry.outputTax());
        }
        return draft.build(
                accepted.journal(),
                accepted.entity().id(),
                accepted.eventKey(),
                "ACCEPTED",
                accepted.businessDate(),
                accepted.invoice().number());
    }

    private static void owe(JournalDraft draft, Accepted accepted) {
        InvoiceTotals totals = accepted.invoice().totals();
        int sign = accepted.invoice().kind().sign();
        Money owed = totals.due().multipliedBy(sign);
        Money prepaid = totals.prepaid().multipliedBy(sign);
        draft.credit(Chart.PAYABLES, owed).credit(Chart.PREPAYMENTS, prepaid);
        // The rounding amount (BT-114) is owed, too, and is a cost of ours.
        Money rounding = accepted.roundingBooked().multipliedBy(sign);
        draft.debit(Chart.EXPENSE, rounding);
        Money booked = accepted.booked().to().multipliedBy(sign).plus(rounding);
        if (!booked.isSameCurrency(owed)) {
            draft.debit(Chart.FX_CLEARING, owed.plus(prepaid)).credit(Chart.FX_CLEARING, booked);
        }
    }
}
