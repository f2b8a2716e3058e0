package io.quittance.assessment;

import io.quittance.finding.Findings;
import io.quittance.fx.RateBook;
import io.quittance.invoice.Invoice;
import io.quittance.party.Register;
import io.quittance.party.RegistryBook;
import io.quittance.party.RegistryPolicy;
import io.quittance.tax.TaxPolicies;
import io.quittance.tax.TaxRules;
import io.quittance.vat.Filings;
import java.time.LocalDate;

/** Assesses documents one after another. Pure but for the {@link History} that it is given. */
public interface Assessor {

    /** Concludes about one document, and has the history remember it. */
    default Assessment assess(Invoice invoice, History history) {
        return assess(invoice, Findings.NONE, history);
    }

    /**
     * The same, of a document that something was found about before.
     *
     * @param before what counts here too: it becomes part of the assessment, with its effect
     */
    default Assessment assess(Invoice invoice, Findings before, History history) {
        return assess(invoice, before, Lifts.NONE, history);
    }

    /**
     * The same, of a document of which persons overruled some findings.
     *
     * @param lifts counts for whatever is found, before and now
     */
    Assessment assess(Invoice invoice, Findings before, Lifts lifts, History history);

    /** One that works with what a stage froze. */
    static Assessor of(Context context) {
        return new InvoiceAssessor(context);
    }

    /**
     * What a stage freezes before it assesses.
     *
     * @param defaultDueDays days from issue to due date, where the document does not say when it is due
     * @param suspicion when a document looks too much like an earlier one
     * @param policies tax points, rounding and recovery
     * @param filings the boxes of returns, and which periods are closed
     * @param registries what tax registers said of VAT ids
     */
    record Context(
            LocalDate businessDate,
            Register register,
            RateBook rates,
            TaxRules tax,
            int defaultDueDays,
            Suspicion suspicion,
            TaxPolicies policies,
            Filings filings,
            Registries registries) {

        /** Without a word of a tax register. */
        public Context(
                LocalDate businessDate,
                Register register,
                RateBook rates,
                TaxRules tax,
                int defaultDueDays,
                Suspicion suspicion,
                TaxPolicies policies,
                Filings filings) {
            this(businessDate, register, rates, tax, defaultDueDays, suspicion, policies, filings, Registries.NONE);
        }

        /** With the policies of the Directive and EN 16931 alone, where no period was ever closed and nobody asks for boxes. */
        public Context(
                LocalDate businessDate,
                Register register,
                RateBook rates,
                TaxRules tax,
                int defaultDueDays,
                Suspicion suspicion) {
            this(businessDate, register, rates, tax, defaultDueDays, suspicion, TaxPolicies.GENERAL, Filings.NONE);
        }

        /** With the suspicion that nobody configured. */
        public Context(LocalDate businessDate, Register register, RateBook rates, TaxRules tax, int defaultDueDays) {
            this(businessDate, register, rates, tax, defaultDueDays, Suspicion.DEFAULT);
        }
    }

    /** What tax registers said, and what is wanted of them. */
    record Registries(RegistryBook book, RegistryPolicy policy) {

        /** Nothing was said, and nothing is wanted. */
        public static final Registries NONE = new Registries(RegistryBook.NONE, RegistryPolicy.NONE);
    }
}
