package io.quittance.assessment;

import io.quittance.assessment.History.TaxDays;
import io.quittance.finding.Findings;
import io.quittance.invoice.Invoice;
import io.quittance.party.Contract;
import io.quittance.party.Contractor;
import io.quittance.party.Entity;
import io.quittance.party.RegistryEvidence;
import io.quittance.tax.Ruling;
import io.quittance.tax.TaxDates;
import io.quittance.tax.TaxDecision;
import io.quittance.tax.TaxPoint;
import io.quittance.tax.TaxPoints.Derived;
import io.quittance.tax.TaxPolicies.Between;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Has the tax of one document decided. When tax arises hangs on the treatment, and the treatment on the rules in force when it
 * arises: so it is decided as of the supply first, and, where the tax point is another day, again as of that day.
 */
final class Taxation {

    private final Assessor.Context context;
    private final Dossier dossier;
    private final Entity issuedTo;
    private final Contractor issuedBy;

    Taxation(Assessor.Context context, Dossier dossier, Entity issuedTo, Contractor issuedBy) {
        this.context = context;
        this.dossier = dossier;
        this.issuedTo = issuedTo;
        this.issuedBy = issuedBy;
    }

    /** @param copied the days of what a credit note corrects; empty for everything else */
    TaxDecision decide(Optional<TaxDays> copied) {
        Invoice invoice = dossier.invoice();
        LocalDate first =
                copied.map(TaxDays::exchangeDay).orElse(TaxDates.of(invoice).performed());
        TaxDecision decided = asOf(first);
        Derived derived = copied.map(days -> copy(days, invoice))
                .orElseGet(() -> context.policies().point(decided, invoice));
        TaxPoint point = derived.point();
        TaxDecision last = point.exchangeDay().equals(first) ? decided : asOf(point.exchangeDay());
        return context.policies().ruled(last, point, between(point)).and(derived.findings());
    }

    /** Who they are on the day whose rules decided; how much the payer deducts when the tax arises (directive 2006/112 art. 167). */
    private Between between(TaxPoint point) {
        Entity payer = entity(point.exchangeDay()).deducting(entity(point.day()).recoveryPercent());
        return new Between(payer, contractor(point.exchangeDay()), contract());
    }

    /** What tax registers said of the VAT ids that a decision hangs on, those of the parties that it was decided between. */
    List<RegistryEvidence> evidence(TaxDecision decided) {
        Ruling ruling = decided.ruling();
        return ruling == null
                ? RegistryRules.evidence(
                        decided, entity(decided.taxPoint()), contractor(decided.taxPoint()), context.registries())
                : RegistryRules.evidence(
                        decided, ruling.between().payer(), ruling.between().supplier(), context.registries());
    }

    private static Derived copy(TaxDays days, Invoice invoice) {
        return new Derived(TaxPoint.copied(days.taxPoint(), days.exchangeDay(), TaxDates.of(invoice)), Findings.NONE);
    }

    private TaxDecision asOf(LocalDate day) {
        Invoice invoice = dossier.invoice();
        Invoice dated = day.equals(invoice.taxPoint()) ? invoice : invoice.suppliedOn(day);
        return context.tax().decide(dated, entity(day), contractor(day), contract());
    }

    private @Nullable Contract contract() {
        return dossier.ownContract().orElse(null);
    }

    /** Tax looks at the facts of the tax point; where none are known for that day, at those of the invoice date. */
    private Entity entity(LocalDate on) {
        return context.register()
                .entity(issuedTo.id(), on)
                .filter(found -> found.validity().covers(on))
                .orElse(issuedTo);
    }

    private Contractor contractor(LocalDate on) {
        return context.register()
                .contractor(issuedBy.id(), on)
                .filter(found -> found.validity().covers(on))
                .orElse(issuedBy);
    }
}
