package io.quittance.withholding;

import io.quittance.party.Contractor;
import java.util.List;

/**
 * Who is paid, as withholding sees it.
 *
 * @param id the contractor's
 * @param residence country of tax residence, ISO 3166-1
 * @param tinGiven whether the payee's tax number is known (PAN, TIN, ABN); not known is not given
 * @param certificates all of the payee's, of any time and country
 */
public record Payee(
        String id, String residence, Contractor.Kind kind, boolean tinGiven, List<Certificate> certificates) {

    public Payee {
        certificates = List.copyOf(certificates);
    }
}
