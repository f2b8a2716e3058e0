package io.quittance.tax;

import io.quittance.invoice.Invoice;
import io.quittance.invoice.VatBreakdown;
import io.quittance.party.Contract.ServiceKind;
import io.quittance.party.Contractor;
import io.quittance.party.Entity;
import io.quittance.tax.TreatmentRule.Charge;
import io.quittance.tax.TreatmentRule.Question;
import io.quittance.tax.TreatmentRule.Recovery;
import java.time.LocalDate;

/**
 * What is given: the document and the facts that hold on its tax point.
 *
 * @param here the payer's territory
 * @param there the supplier's territory
 */
record Case(
        TaxTables tables,
        Invoice invoice,
        Entity payer,
        Contractor supplier,
        ServiceKind service,
        Territory here,
        Territory there) {

    LocalDate on() {
        return invoice.taxPoint();
    }

    Relation relation() {
        return here.to(there);
    }

    Question question(VatBreakdown claim) {
        return new Question(
                here.group(),
                relation(),
                service,
                supplier.standing(),
                claim.category(),
                claim.tax().isZero() ? Charge.FREE : Charge.CHARGED,
                payer.recoveryPercent() == 100 ? Recovery.FULL : Recovery.PARTIAL,
                on());
    }
}
