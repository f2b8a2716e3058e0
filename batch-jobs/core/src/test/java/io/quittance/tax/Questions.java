package io.quittance.tax;

import io.quittance.invoice.VatCategory;
import io.quittance.party.Contract.BuysAs;
import io.quittance.party.Contract.ServiceKind;
import io.quittance.party.Contractor.VatStanding;
import io.quittance.tax.TreatmentRule.Charge;
import io.quittance.tax.TreatmentRule.Question;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/** Questions to the rules: one plain one, and any number of others from a seed. */
final class Questions {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

    private Questions() {}

    /** A registered Dutch supplier charges a Dutch payer. */
    static Question domestic() {
        return new Question(
                "NL",
                "EU",
                Relation.DOMESTIC,
                Place.PAYER,
                ServiceKind.GENERAL,
                VatStanding.REGISTERED,
                VatCategory.S,
                Charge.CHARGED,
                100,
                true,
                false,
                BuysAs.UNKNOWN,
                DAY);
    }

    static Question any(Random random, List<String> areas) {
        String area = one(random, areas);
        return new Question(
                area,
                area.length() > 2 ? area : "EU",
                one(random, List.of(Relation.values())),
                one(random, List.of(Place.values())),
                one(random, List.of(ServiceKind.values())),
                one(random, List.of(VatStanding.values())),
                one(random, List.of(VatCategory.values())),
                one(random, List.of(Charge.values())),
                random.nextInt(101),
                random.nextBoolean(),
                random.nextBoolean(),
                one(random, List.of(BuysAs.values())),
                DAY.plusDays(random.nextInt(1000) - 500));
    }

    static <T> T one(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
