package io.quittance.world;

import java.util.Map;

/**
 * The entities of the example group that pay. Who is theirs at home charges their VAT; everybody else charges none.
 */
enum Payer {
    NL_BV("NL", 21),
    GB_LTD("GB", 20),
    SG_PTE("SG", 9);

    private static final Map<String, Payer> AT_HOME = Map.of("NL", NL_BV, "GB", GB_LTD, "SG", SG_PTE);

    private final String country;
    private final int ratePercent;

    Payer(String country, int ratePercent) {
        this.country = country;
        this.ratePercent = ratePercent;
    }

    /** As the register calls it. */
    String id() {
        return name().replace('_', '-');
    }

    String country() {
        return country;
    }

    /** The standard rate of VAT or GST at home, in per cent. */
    int ratePercent() {
        return ratePercent;
    }

    /** The entity for which contractors of a country mostly work. */
    static Payer mostly(String country) {
        return AT_HOME.getOrDefault(country, NL_BV);
    }
}
