package io.quittance.party;

import java.time.LocalDate;
import java.util.List;
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
 * @param exemptions the countries in which it uses the small-business scheme across the border; empty in most cases
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
        Validity validity,
        List<SmallBusinessNumber> exemptions) {

    public Contractor {
        exemptions = List.copyOf(exemptions);
    }

    /** A contractor who uses no small-business scheme across a border. */
    public Contractor(
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
        this(
                id,
                name,
                kind,
                address,
                vatCountry,
                vatId,
                standing,
                classification,
                classificationValidity,
                validity,
                List.of());
    }

    /** The same contractor with these exemptions. */
    public Contractor exempt(List<SmallBusinessNumber> itsExemptions) {
        return new Contractor(
                id,
                name,
                kind,
                address,
                vatCountry,
                vatId,
                standing,
                classification,
                classificationValidity,
                validity,
                itsExemptions);
    }

    /** Whether it is exempt as a small business in another country on that day. */
    public boolean isExemptIn(String country, LocalDate on) {
        for (SmallBusinessNumber number : exemptions) {
            if (number.country().equals(country) && number.validity().covers(on)) {
                return true;
            }
        }
        return false;
    }

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
