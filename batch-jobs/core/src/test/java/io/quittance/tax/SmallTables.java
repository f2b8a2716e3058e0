package io.quittance.tax;

import io.quittance.finding.FindingCode;
import io.quittance.invoice.VatCategory;
import io.quittance.party.Contract.ServiceKind;
import io.quittance.party.Contractor.VatStanding;
import io.quittance.party.Validity;
import io.quittance.tax.TreatmentRule.Charge;
import io.quittance.tax.TreatmentRule.IdsNeeded;
import io.quittance.tax.TreatmentRule.Match;
import io.quittance.tax.TreatmentRule.Outcome;
import io.quittance.tax.VatRate.RateClass;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tables small enough to see whole: two Member States and a few rules. The shipped ones are tested in formats. */
final class SmallTables {

    static final LocalDate START = LocalDate.of(2020, 1, 1);

    private SmallTables() {}

    static TaxTables tables() {
        return TaxTables.of(
                List.of(territory("NL"), territory("DE")),
                List.of(
                        rate("NL-1", "NL", RateClass.STANDARD, "21", null),
                        rate("NL-2", "NL", RateClass.REDUCED, "9", null),
                        rate("DE-1", "DE", RateClass.STANDARD, "19", LocalDate.of(2026, 12, 31))),
                List.of(
                        domestic("R1", VatCategory.S, Treatment.DOMESTIC_TAXABLE),
                        domestic("R2", VatCategory.Z, Treatment.DOMESTIC_ZERO),
                        domestic("R3", VatCategory.E, Treatment.DOMESTIC_EXEMPT),
                        domestic("R4", VatCategory.O, Treatment.OUT_OF_SCOPE),
                        rule("R5", Relation.SAME_UNION, VatCategory.AE, treat(Treatment.EU_SERVICE_RC), IdsNeeded.BOTH),
                        rule("R6", Relation.SAME_UNION, VatCategory.S, refuse(), IdsNeeded.NONE)));
    }

    static Territory territory(String code) {
        return territory(code, START);
    }

    static Territory territory(String code, LocalDate begins) {
        return new Territory(
                "T-" + code, code, code, code, "EU", "", "", code, from(begins), START, "test", Confidence.HIGH);
    }

    static VatRate rate(String id, String country, RateClass rateClass, String percent, @Nullable LocalDate to) {
        return new VatRate(
                id,
                country,
                VatRate.WHOLE_AREA,
                rateClass,
                new BigDecimal(percent),
                List.of(),
                new Validity(START, to),
                START,
                "test",
                Confidence.HIGH);
    }

    static TreatmentRule domestic(String id, VatCategory category, Treatment treatment) {
        return rule(id, Relation.DOMESTIC, category, treat(treatment), IdsNeeded.NONE);
    }

    static TreatmentRule rule(String id, Relation relation, VatCategory category, Outcome outcome, IdsNeeded ids) {
        var match = new Match(
                Set.of("EU"),
                Set.of(relation),
                EnumSet.allOf(Place.class),
                Set.of(ServiceKind.GENERAL),
                EnumSet.allOf(VatStanding.class),
                Set.of(category),
                EnumSet.allOf(Charge.class));
        return new TreatmentRule(
                id,
                match,
                new Trigger.Always(),
                outcome,
                ids,
                TreatmentRule.OwnTax.STANDARD,
                "AE",
                "Reverse charge",
                "test",
                from(START),
                START,
                "test",
                Confidence.HIGH);
    }

    static Validity from(LocalDate day) {
        return new Validity(day, null);
    }

    private static Outcome treat(Treatment treatment) {
        return new Outcome.Treat(treatment, null);
    }

    private static Outcome refuse() {
        return new Outcome.Refuse(FindingCode.VAT_WRONGLY_CHARGED);
    }
}
