package io.quittance.tax;

import io.quittance.invoice.Invoice;
import io.quittance.party.Contract;
import io.quittance.party.Contractor;
import io.quittance.party.Entity;
import org.jspecify.annotations.Nullable;

/** The frozen rule tables of one stage. Pure: the same document and facts always give the same decision. */
public interface TaxRules {

    /** Decides the VAT of one document. The contract may be unknown; then the general rule for services holds. */
    TaxDecision decide(Invoice invoice, Entity payer, Contractor supplier, @Nullable Contract contract);
}
