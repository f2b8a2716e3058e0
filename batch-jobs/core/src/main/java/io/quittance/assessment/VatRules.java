package io.quittance.assessment;

import static io.quittance.assessment.Arithmetic.figure;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Findings;
import io.quittance.invoice.Invoice;
import io.quittance.invoice.VatBreakdown;
import io.quittance.party.Contractor;
import io.quittance.party.VatId;
import io.quittance.tax.RoundingPolicies.Taxed;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.joda.money.Money;

/** Rules about the VAT breakdown (EN 16931 BG-23), as far as it is arithmetic; what is due at all, the tax package says. */
final class VatRules {

    private VatRules() {}

    /**
     * BR-CO-17: base x rate is the tax of its category. The official artefact lets anything below one unit pass; we take
     * only amounts that a rounding permitted in the supplier's country leads to, and those to the cent.
     */
    static Findings taxOfEachCategory(Dossier dossier) {
        String country = country(dossier);
        return dossier.invoice().vat().stream()
                .flatMap(breakdown -> taxOf(dossier, country, breakdown).stream())
                .collect(Findings.gathered());
    }

    /** Of the registered contractor; of a stranger the one that his VAT id names. */
    private static String country(Dossier dossier) {
        return dossier.contractor()
                .map(Contractor::vatCountry)
                .or(() ->
                        Optional.ofNullable(dossier.invoice().contractorVatId()).flatMap(VatId::territoryOf))
                .orElse("");
    }

    private static Findings taxOf(Dossier dossier, String country, VatBreakdown breakdown) {
        BigDecimal rate = breakdown.vatGroup().rate();
        Invoice invoice = dossier.invoice();
        Set<Money> reachable = dossier.roundings()
                .reachable(
                        country,
                        new Taxed(breakdown.base(), invoice.netsOf(breakdown.vatGroup()), rate, invoice.taxPoint()));
        if (reachable.contains(breakdown.tax())) {
            return Findings.NONE;
        }
        String expected = reachable.stream().map(Arithmetic::figure).collect(Collectors.joining(" or "));
        return Findings.of(Finding.of(
                FindingCode.VAT_AMOUNT_MISMATCH,
                dossier.place("vat_amount"),
                figure(breakdown.tax()),
                expected,
                "category " + breakdown.category() + ": " + figure(rate) + " % of " + figure(breakdown.base()) + " = "
                        + expected + ", stated " + figure(breakdown.tax())));
    }
}
