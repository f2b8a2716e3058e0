package io.quittance.assessment;

import static io.quittance.assessment.Arithmetic.figure;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Findings;
import io.quittance.invoice.InvoiceLine;
import io.quittance.invoice.VatBreakdown;
import io.quittance.party.Contractor;
import io.quittance.party.VatId;
import java.math.BigDecimal;
import java.util.List;
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
        TaxRoundings roundings = TaxRoundings.of(country(dossier));
        return dossier.invoice().vat().stream()
                .flatMap(breakdown -> taxOf(dossier, roundings, breakdown).stream())
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

    private static Findings taxOf(Dossier dossier, TaxRoundings roundings, VatBreakdown breakdown) {
        BigDecimal rate = breakdown.vatGroup().rate();
        List<Money> lines = dossier.invoice().lines().stream()
                .filter(line -> line.vatGroup().equals(breakdown.vatGroup()))
                .map(InvoiceLine::net)
                .toList();
        Set<Money> reachable = roundings.reachable(breakdown.base(), lines, rate);
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
