package io.quittance.benchmark;

import io.quittance.invoice.Invoice;
import io.quittance.party.Contractor;
import io.quittance.party.Entity;
import io.quittance.tax.TaxDecision;
import io.quittance.tax.TaxRules;

/** A document to determine the VAT of. */
record TaxCase(Invoice invoice, Entity payer, Contractor supplier) {

    TaxDecision decide(TaxRules rules) {
        return rules.decide(invoice, payer, supplier, null);
    }
}
