package io.quittance.tax.trial;

import io.quittance.invoice.VatBreakdown;
import io.quittance.invoice.VatCategory;
import io.quittance.money.Rounding;
import io.quittance.party.Contract.BuysAs;
import io.quittance.party.Contract.ServiceKind;
import io.quittance.party.Contractor.VatStanding;
import io.quittance.tax.TaxTables;
import io.quittance.tax.Territory;
import io.quittance.tax.Treatment;
import io.quittance.tax.VatRate;
import io.quittance.tax.VatRate.RateClass;
import io.quittance.tax.trial.Supposition.Claim;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** The ways in which the VAT of a supposed invoice may be written, the usual ones first. */
final class ClaimsToTry {

    private static final List<VatCategory> FREE = List.of(VatCategory.AE, VatCategory.O, VatCategory.E, VatCategory.Z);

    private static final Set<VatCategory> EXEMPT = EnumSet.of(VatCategory.E, VatCategory.Z);

    private final TaxTables tables;
    private final Supposition given;

    ClaimsToTry(TaxTables tables, Supposition given) {
        this.tables = tables;
        this.given = given;
    }

    /** At least one. */
    List<VatBreakdown> inOrder() {
        Claim claim = given.claim();
        if (claim.isOpen()) {
            return open();
        }
        Money charged = claim.charged();
        VatCategory category = claim.category();
        boolean free = category == null && claim.rate() == null && charged != null && charged.isZero();
        return free
                ? FREE.stream().map(this::free).toList()
                : List.of(stated(Objects.requireNonNullElse(category, VatCategory.S), claim.rate(), charged));
    }

    private List<VatBreakdown> open() {
        var claims = new ArrayList<VatBreakdown>();
        standardRate(given.payer().vatCountry()).ifPresent(rate -> claims.add(stated(VatCategory.S, rate, null)));
        rateOfAPart().ifPresent(rate -> claims.add(stated(VatCategory.S, rate, null)));
        FREE.stream()
                .filter(category -> !needsTheBuyer() || !EXEMPT.contains(category))
                .forEach(category -> claims.add(free(category)));
        // A service that is taxed where its supplier is, or where the land lies.
        Stream.of(Optional.of(given.supplier().vatCountry()), Optional.ofNullable(given.place()))
                .flatMap(Optional::stream)
                .distinct()
                .flatMap(country -> standardRate(country).stream())
                .forEach(rate -> claims.add(stated(VatCategory.S, rate, null)));
        return claims;
    }

    /** Building work of which nobody said as what it is bought: an exempt invoice would be the only one that passes, and a wrong one. */
    private boolean needsTheBuyer() {
        return given.service() == ServiceKind.CONSTRUCTION
                && given.buysAs() == BuysAs.UNKNOWN
                && given.supplier().standing() == VatStanding.REGISTERED;
    }

    /**
     * Where the rate hangs on a part of the country that nobody named, the lowest of its parts: the answer is then the question for
     * that part, and not the exemption that needs none.
     */
    private Optional<BigDecimal> rateOfAPart() {
        return tables.territory(given.payer().vatCountry(), given.ratesOf())
                .filter(found -> found.region().equals(Territory.PART_UNKNOWN))
                .flatMap(found -> tables.rates().stream()
                        .filter(rate -> rate.country().equals(found.area())
                                && rate.rateClass() == RateClass.STANDARD
                                && rate.validity().covers(given.ratesOf()))
                        .map(VatRate::percent)
                        .min(Comparator.naturalOrder()));
    }

    private VatBreakdown free(VatCategory category) {
        return new VatBreakdown(
                category, null, given.net(), Money.zero(given.net().getCurrencyUnit()));
    }

    private VatBreakdown stated(VatCategory category, @Nullable BigDecimal stated, @Nullable Money charged) {
        BigDecimal rate = stated == null && category.isTaxed()
                ? standardRate(given.payer().vatCountry()).orElse(null)
                : stated;
        Money none = Money.zero(given.net().getCurrencyUnit());
        Money reckoned = rate == null || !category.isTaxed() ? none : Rounding.HALF_UP.percent(given.net(), rate);
        return new VatBreakdown(category, rate, given.net(), charged == null ? reckoned : charged);
    }

    /** Of the territory of the code; in parts of a country that have rates of their own, of that part. */
    private Optional<BigDecimal> standardRate(String country) {
        return tables.territory(country, given.ratesOf())
                .map(found -> tables.standardRate(found.area(), found.region(), given.ratesOf()))
                .orElseGet(() -> tables.standardRate(country, given.ratesOf()))
                .map(VatRate::percent);
    }

    /** The category that an invoice of this treatment usually has (tax.md 1.1). */
    static VatCategory usual(Treatment treatment) {
        return switch (treatment) {
            case DOMESTIC_TAXABLE, FOREIGN_VAT_CHARGED -> VatCategory.S;
            case DOMESTIC_ZERO -> VatCategory.Z;
            case DOMESTIC_EXEMPT, FRANCHISE -> VatCategory.E;
            case DOMESTIC_RC, EU_SERVICE_RC -> VatCategory.AE;
            case NON_EU_SERVICE_RC,
                    IMPORT_SERVICE_RC,
                    IMPORT_SERVICE_RC_PARTIAL,
                    IMPORT_SERVICE_RC_NON_DEDUCTIBLE,
                    NO_ABN_WITHHOLDING,
                    OUT_OF_SCOPE -> VatCategory.O;
        };
    }
}
