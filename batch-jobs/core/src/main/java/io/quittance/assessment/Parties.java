package io.quittance.assessment;

import io.quittance.invoice.Invoice;
import io.quittance.party.Register;
import java.util.Optional;

/** Who the parties of a document are: it names them by VAT id, number or name, the register knows them by its own ids. */
public final class Parties {

    private Parties() {}

    /**
     * The document between parties of the register; one that the register does not know stays as it was stated. A contractor who
     * is named by nothing but a name is found by it when exactly one has it: he may have been registered after the document came.
     */
    public static Invoice resolved(Invoice stated, Register register) {
        return stated.between(
                register.resolveEntity(stated.entity()).orElse(stated.entity()),
                contractor(stated.contractor(), isNamedOnly(stated), register));
    }

    /**
     * Who a contractor is by what a document states of him; what is stated where the register does not know.
     *
     * @param nameOnly whether the name stands in place of an identifier, and no VAT id is stated
     */
    public static String contractor(String stated, boolean nameOnly, Register register) {
        return register.resolveContractor(stated)
                .or(() -> nameOnly ? register.resolveContractorByName(stated) : Optional.empty())
                .orElse(stated);
    }

    /** Sheets without an identifier of the contractor have the name in its place, and no VAT id. */
    private static boolean isNamedOnly(Invoice stated) {
        return stated.contractorVatId() == null && stated.contractor().equals(stated.contractorName());
    }
}
