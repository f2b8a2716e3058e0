package io.quittance.vat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where tax of an entry goes, as a row of {@code config/tax/return-boxes.csv} writes it: {@code 106}, or {@code 206@QST} for one
 * of several taxes that are charged as one rate. A code without a tax takes all that no other code of the row takes.
 *
 * @param box its code as the form prints it
 * @param tax the name of the tax in the row of the rate, null for all the rest
 */
public record BoxCode(String box, @Nullable String tax) {

    /** Stands between a box and the tax of which alone it takes. */
    private static final char OF = '@';

    /** A code as it is written. */
    public static BoxCode parse(String written) {
        int at = written.indexOf(OF);
        return at < 0 ? new BoxCode(written, null) : new BoxCode(written.substring(0, at), written.substring(at + 1));
    }

    /** Whether one of the codes is of this box. */
    static boolean has(List<String> codes, String box) {
        return codes.stream().anyMatch(code -> parse(code).box().equals(box));
    }

    /** Whether these codes take every tax, whatever it is called. */
    static boolean takeAll(List<String> codes) {
        return codes.stream().anyMatch(code -> parse(code).tax() == null);
    }

    /** Whether no tax goes into two of these boxes: one of them at most takes the rest, and each other one a tax of its own. */
    static boolean areApart(List<String> codes) {
        return codes.stream()
                        .map(code -> String.valueOf(parse(code).tax()))
                        .distinct()
                        .count()
                == codes.size();
    }

    /**
     * What goes into this box of an amount.
     *
     * @param codes all that the row names
     * @param whole the amount
     * @param taxes the parts of it by the names of their taxes; empty where it is one
     */
    public BigDecimal of(List<String> codes, BigDecimal whole, Map<String, BigDecimal> taxes) {
        BigDecimal none = whole.subtract(whole);
        if (tax != null) {
            return taxes.getOrDefault(tax, none);
        }
        return codes.stream()
                .map(code -> parse(code).tax())
                .filter(other -> other != null)
                .map(other -> taxes.getOrDefault(other, none))
                .reduce(whole, BigDecimal::subtract);
    }
}
