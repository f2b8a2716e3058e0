package io.quittance.world;

import io.quittance.invoice.VatCategory;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What tax a document states.
 *
 * @param ratePercent null where the category knows no rate
 */
record Charge(VatCategory category, @Nullable BigDecimal ratePercent) {

    private static final Set<String> UNION = Set.of("BE", "DE", "ES", "FR", "IT", "NL", "PL", "SE");

    /** What a contractor from there charges an entity: as {@code config/tax/treatment-rules.csv} expects it. */
    static Charge of(Origin origin, Payer payer) {
        if (!origin.country().equals(payer.country())) {
            boolean withinUnion = UNION.contains(origin.country()) && UNION.contains(payer.country());
            return withinUnion ? new Charge(VatCategory.AE, BigDecimal.ZERO) : new Charge(VatCategory.O, null);
        }
        return switch (origin.standing()) {
            case REGISTERED -> new Charge(VatCategory.S, BigDecimal.valueOf(payer.ratePercent()));
            case FRANCHISE -> new Charge(VatCategory.E, BigDecimal.ZERO);
            case NONE -> new Charge(VatCategory.O, null);
        };
    }

    /** Whether VAT comes on top. */
    boolean isTaxed() {
        return category.isTaxed();
    }
}
