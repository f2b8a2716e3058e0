package io.quittance.fx.publisher;

import io.quittance.finding.Place;
import io.quittance.table.Cells;
import io.quittance.table.TableError;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Figures as publishers write them. Plain digits only: no sign, no grouping, no exponent. */
final class Figures {

    private static final Pattern WITH_COMMA = Pattern.compile("\\d{1,20}(,\\d{1,12})?");

    private Figures() {}

    /** {@code 1234.5}, above zero. */
    static BigDecimal point(String text, Place place) {
        return Cells.positive(text, place);
    }

    /** {@code 1234,5}, above zero. */
    static BigDecimal comma(String text, Place place) {
        if (!WITH_COMMA.matcher(text).matches()) {
            throw new TableError(place, "\"%s\" is no decimal with a comma such as 1234,5".formatted(text));
        }
        return Cells.positive(text.replace(',', '.'), place);
    }

    /** A one with as many zeros as an SDMX multiplier says: 2 is 100 units. */
    static String unitsOf(String multiplier, Place place) {
        if (!multiplier.matches("[0-6]")) {
            throw new TableError(place, "\"%s\" is no multiplier from 0 to 6".formatted(multiplier));
        }
        return "1" + "0".repeat(Integer.parseInt(multiplier));
    }

    /** The same amount said twice must be the same: a file that contradicts itself is not used. */
    static void same(BigDecimal one, BigDecimal other, String what, Place place) {
        if (one.compareTo(other) != 0) {
            throw new TableError(
                    place,
                    "%s is %s, but %s by the other figure".formatted(what, one.toPlainString(), other.toPlainString()));
        }
    }
}
