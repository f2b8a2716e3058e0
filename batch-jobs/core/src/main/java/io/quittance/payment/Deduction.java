package io.quittance.payment;

import io.quittance.withholding.Part;
import java.util.UUID;

/**
 * What is withheld from one document that a payment settles, or reported of it.
 *
 * @param payment the payment's id
 * @param person the ids that are one person with the contractor, its own among them, in order, blanks between: thresholds add them up
 * @param residence country of the payee's tax residence
 */
public record Deduction(String payment, UUID invoice, String contractor, String person, String residence, Part part) {

    Deduction of(String itsPayment) {
        return new Deduction(itsPayment, invoice, contractor, person, residence, part);
    }
}
