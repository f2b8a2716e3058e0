package io.quittance.party;

import org.jspecify.annotations.Nullable;

/**
 * A payee who invoices: an individual or a company, never an employee.
 *
 * @param id our number of the contractor
 * @param vatCountry the VAT territory the contractor is established in
 * @param vatId normalised VAT id, null when there is none
 * @param standing what the contractor is to the tax office of {@code vatCountry}
 * @param classification what proves that this is no employment: the reference of the evidence, null when there is none
 * @param classificationValidity the days for which that evidence holds, null with it
 */
public record Contractor(
        String id,
        String name,
        Kind kind,
        Address address,
        String vatCountry,
        @Nullable String vatId,
        VatStanding standing,
        @Nullable String classification,
        @Nullable Validity classificationValidity,
        Validity validity) {

    /** Natural or legal person. */
    public enum Kind {
        INDIVIDUAL,
        COMPANY
    }

    /** What a contractor is to the tax office at home. */
    public enum VatStanding {
        /** Registered and liable for VAT or GST. */
        REGISTERED,
        /** Under a small-business scheme (Directive 2006/112 art. 284): no VAT at home. */
        FRANCHISE,
        /** Not a taxable person, or none of our business. */
        NONE
    }
}
