package io.quittance.invoice.xml;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Sums of what a syntax states in parts only, for telling: Italy and Poland state the VAT of each rate and no total. */
public final class StatedSum {

    private static final Pattern AMOUNT = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,10})?");

    private StatedSum() {}

    /** The sum as a text; nothing when there is no part, or one that cannot be read. */
    public static Stream<String> of(List<String> parts) {
        return parts.isEmpty()
                        || !parts.stream().allMatch(part -> AMOUNT.matcher(part).matches())
                ? Stream.empty()
                : Stream.of(parts.stream()
                        .map(BigDecimal::new)
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .toPlainString());
    }

    /** The sum of the texts at some paths. */
    public static Stream<String> at(InvoiceElement root, String... paths) {
        return of(Stream.of(paths)
                .flatMap(path -> root.all(path).stream())
                .map(InvoiceElement::text)
                .toList());
    }
}
