package io.quittance.assessment;

import io.quittance.invoice.Invoice;
import io.quittance.party.Register;

/** Who the parties of a document are: it names them by VAT id, number or name, the register knows them by its own ids. */
public final class Parties {

    private Parties() {}

    /** The document between parties of the register; one that the register does not know stays as it was stated. */
    public static Invoice resolved(Invoice stated, Register register) {
        return stated.between(
                register.resolveEntity(stated.entity()).orElse(stated.entity()),
                register.resolveContractor(stated.contractor()).orElse(stated.contractor()));
    }
}
