package io.quittance.invoice.ksef;

import io.quittance.invoice.VatCategory;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sums by rate of an FA (P_13_x, P_14_x) with the category of EN 16931 that each means, and the rates of lines (P_12) that
 * count to it. What the fields are for is said in the comments of the XSD (art. 106e of the Polish VAT act).
 *
 * @param field the end of its name: {@code 1} for P_13_1 and P_14_1
 * @param category null for the special procedures that are not taken in
 * @param lineRates as P_12 writes them
 */
record KsefRate(String field, @Nullable VatCategory category, List<String> lineRates) {

    static final String KNOWN = "23 22 8 7 5 4 3, 0 KR, 0 WDT, 0 EX, zw, oo, np I, np II";

    /** P_13_5 is the one-stop shop with foreign rates, P_13_11 a margin scheme: both are not taken in. */
    static final List<KsefRate> ALL = List.of(
            new KsefRate("1", VatCategory.S, List.of("23", "22")),
            new KsefRate("2", VatCategory.S, List.of("8", "7")),
            new KsefRate("3", VatCategory.S, List.of("5")),
            new KsefRate("4", VatCategory.S, List.of("4", "3")),
            new KsefRate("5", null, List.of()),
            new KsefRate("6_1", VatCategory.Z, List.of("0 KR", "0")),
            new KsefRate("6_2", VatCategory.K, List.of("0 WDT")),
            new KsefRate("6_3", VatCategory.G, List.of("0 EX")),
            new KsefRate("7", VatCategory.E, List.of("zw")),
            new KsefRate("8", VatCategory.O, List.of("np I", "np")),
            new KsefRate("9", VatCategory.AE, List.of("np II")),
            new KsefRate("10", VatCategory.AE, List.of("oo")),
            new KsefRate("11", null, List.of()));

    String base() {
        return "P_13_" + field;
    }

    String tax() {
        return "P_14_" + field;
    }

    /** The sum that a line with this rate counts to; null when the rate is not in the list. */
    static @Nullable KsefRate ofLine(String p12) {
        for (KsefRate rate : ALL) {
            if (rate.lineRates.contains(p12)) {
                return rate;
            }
        }
        return null;
    }

    /** The rate in per cent that a line states; null outside the scope of VAT. */
    @Nullable
    BigDecimal percent(String p12) {
        return category == VatCategory.S ? new BigDecimal(p12) : category == VatCategory.O ? null : BigDecimal.ZERO;
    }
}
