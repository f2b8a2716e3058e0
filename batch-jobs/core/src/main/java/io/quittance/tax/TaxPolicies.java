package io.quittance.tax;

import io.quittance.invoice.Invoice;
import io.quittance.party.Contract;
import io.quittance.party.Contract.ServiceKind;
import io.quittance.party.Contractor;
import io.quittance.party.Entity;
import io.quittance.party.VatId;
import io.quittance.tax.RecoveryRule.Purchase;
import io.quittance.tax.TaxPoints.Derived;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The frozen policies of one stage: tax points, rounding, recovery. They need a treatment, and say what a treatment alone does not.
 *
 * @param points when tax arises
 * @param roundings how it becomes an amount
 * @param recoveries how much of it may be deducted
 */
public record TaxPolicies(TaxPoints points, RoundingPolicies roundings, RecoveryRules recoveries) {

    /** The Directive and EN 16931 without any row. */
    public static final TaxPolicies GENERAL =
            new TaxPolicies(TaxPoints.GENERAL, RoundingPolicies.GENERAL, RecoveryRules.GENERAL);

    /**
     * Between whom, as they were on the day whose rules decided. The contract may be unknown.
     *
     * @param payer with the proportion of its input tax that it deducts on the tax point
     */
    public record Between(
            Entity payer, Contractor supplier, @Nullable Contract contract) {

        ServiceKind service() {
            return contract == null ? ServiceKind.GENERAL : contract.service();
        }
    }

    /**
     * The tax point of a document whose treatment was decided as of a first day; that day where no treatment was. When it is
     * another day, the treatment is to be decided again as of that day.
     */
    public Derived point(TaxDecision decided, Invoice invoice) {
        Treatment treatment = decided.treatment();
        return treatment == null
                ? TaxPoints.GENERAL.derive(decided.area(), Treatment.OUT_OF_SCOPE, TaxDates.of(invoice))
                : points.derive(decided.area(), treatment, TaxDates.of(invoice))
                        .at(invoice.source().place("supply_date"));
    }

    /** The decision with what the policies say of it, in its lines and in its evidence; unchanged where no treatment was decided. */
    public TaxDecision ruled(TaxDecision decided, TaxPoint point, Between between) {
        Treatment treatment = decided.treatment();
        if (treatment == null) {
            return decided;
        }
        RoundingPolicy rounding = roundings.ofPayer(decided.area(), between.payer.functionalCurrency(), point.day());
        Recovery recovery = recoveries.of(new Purchase(
                decided.area(),
                treatment,
                VatId.countryOf(between.supplier.vatCountry()).equals(decided.area()),
                between.supplier.standing(),
                between.service(),
                between.payer.recoveryPercent(),
                point.day()));
        List<TaxStep> steps = decided.steps().stream()
                .map(step -> switch (step.step()) {
                    case TAX_POINT -> point.step();
                    case RECOVERY -> recovery.step(between.payer.id());
                    case IDENTITY,
                            SERVICE,
                            PLACE,
                            STANDING,
                            SCHEME,
                            LIABILITY,
                            RATE,
                            EXCHANGE,
                            AMOUNT,
                            CLAIM,
                            WITHHOLDING,
                            BOOKING,
                            EVIDENCE -> step;
                })
                .toList();
        // Another country's VAT is never deducted here, whatever a row says.
        int proportion = treatment == Treatment.FOREIGN_VAT_CHARGED ? 0 : between.payer.recoveryPercent();
        List<TaxLine> lines = decided.lines().stream()
                .map(line -> line.reckoned(rounding, recovery, proportion))
                .toList();
        return decided.ruled(new Ruling(point, rounding, recovery, between), steps, lines);
    }
}
