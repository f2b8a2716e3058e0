package io.quittance.assessment;

import io.quittance.fx.RateBook;
import io.quittance.invoice.Invoice;
import io.quittance.party.Register;
import io.quittance.tax.TaxRules;
import java.time.LocalDate;

/** Assesses documents one after another. Pure but for the {@link History} that it is given. */
public interface Assessor {

    /** Concludes about one document, and has the history remember it. */
    Assessment assess(Invoice invoice, History history);

    /** One that works with what a stage froze. */
    static Assessor of(Context context) {
        return new InvoiceAssessor(context);
    }

    /**
     * What a stage freezes before it assesses.
     *
     * @param defaultDueDays days from issue to due date, where the document does not say when it is due
     */
    record Context(LocalDate businessDate, Register register, RateBook rates, TaxRules tax, int defaultDueDays) {}
}
