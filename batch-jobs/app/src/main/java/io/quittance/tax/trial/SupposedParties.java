package io.quittance.tax.trial;

import io.quittance.fx.WithdrawnCurrency;
import io.quittance.party.Address;
import io.quittance.party.Contractor;
import io.quittance.party.Contractor.VatStanding;
import io.quittance.party.Entity;
import io.quittance.party.Validity;
import io.quittance.tax.TaxTables;
import io.quittance.tax.Territory;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.jspecify.annotations.Nullable;

/**
 * Payers and contractors that are in no register.
 *
 * @param on the day that they are asked about
 * @param withdrawn currencies that were replaced, whatever lists of countries still say
 */
public record SupposedParties(TaxTables tables, List<WithdrawnCurrency> withdrawn, LocalDate on) {

    private static final String TOWN = "Town";
    private static final String STAND_IN = "SUPPOSED";

    /** Who is supposed is active whenever he is asked about. */
    private static final Validity ALWAYS = new Validity(LocalDate.EPOCH.withYear(1), null);

    /**
     * A party in a country.
     *
     * @param country VAT territory: ISO 3166-1 alpha-2, {@code EL} or {@code XI}
     * @param province state or province, null where it does not matter
     * @param vatId as it is stated, null for none
     */
    public record Party(
            String country,
            @Nullable String province,
            @Nullable String vatId) {

        private Address address() {
            return new Address(null, null, null, TOWN, province, iso(country));
        }
    }

    /** An entity that keeps its books in the currency of its country. @throws IllegalArgumentException when that is not known */
    public Entity payer(Party party, int recoveryPercent) {
        return payer(party, recoveryPercent, currency(party.country()));
    }

    /** An entity that keeps its books in this currency. */
    public Entity payer(Party party, int recoveryPercent, CurrencyUnit books) {
        return new Entity(
                "PAYER-" + party.country(),
                "A payer in " + party.country(),
                party.address(),
                books,
                party.country(),
                party.vatId(),
                null,
                recoveryPercent,
                List.of(),
                ALWAYS);
    }

    /** A contractor. */
    public Contractor supplier(Party party, Contractor.Kind kind, VatStanding standing) {
        return new Contractor(
                "CONTRACTOR-" + party.country(),
                "A contractor in " + party.country(),
                kind,
                party.address(),
                party.country(),
                party.vatId(),
                standing,
                null,
                null,
                ALWAYS);
    }

    /** What most businesses are where there is VAT, and where there is none. */
    public VatStanding usualStanding(String country) {
        return tables.rates().stream()
                        .anyMatch(rate -> rate.country().equals(area(country))
                                && rate.validity().covers(on))
                ? VatStanding.REGISTERED
                : VatStanding.NONE;
    }

    /** A stand-in for a VAT id of the territory: nobody has it. */
    public String anyVatId(String country) {
        return tables.territory(country, on).map(Territory::vatPrefix).orElse("") + STAND_IN;
    }

    static boolean isStandIn(String vatId) {
        return vatId.endsWith(STAND_IN);
    }

    /** Of the country on that day. @throws IllegalArgumentException when it is not known */
    private CurrencyUnit currency(String country) {
        return listed(country)
                .or(() -> listed(area(country)))
                .map(this::successor)
                .orElseThrow(() -> new IllegalArgumentException("no currency of " + country + " is known"));
    }

    private CurrencyUnit successor(CurrencyUnit listed) {
        return withdrawn.stream()
                .filter(row -> row.code().equals(listed.getCode()) && on.isAfter(row.lastDay()))
                .findFirst()
                .map(row -> CurrencyUnit.of(row.successor()))
                .orElse(listed);
    }

    /** The ISO 3166-1 country that a VAT territory lies in. */
    private static String iso(String territory) {
        return switch (territory) {
            case "EL" -> "GR";
            case "XI" -> "GB";
            case "EA", "IC" -> "ES";
            default -> territory.substring(0, 2);
        };
    }

    private static Optional<CurrencyUnit> listed(String country) {
        try {
            return Optional.of(CurrencyUnit.ofCountry(iso(country)));
        } catch (IllegalCurrencyException unknown) {
            return Optional.empty();
        }
    }

    private String area(String country) {
        return tables.territory(country, on).map(Territory::area).orElse(country);
    }
}
