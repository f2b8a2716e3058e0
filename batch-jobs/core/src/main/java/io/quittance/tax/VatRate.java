package io.quittance.tax;

import io.quittance.party.Validity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A rate, a row of {@code config/tax/rates.csv}.
 *
 * @param id of the row; a tax line keeps it
 * @param country the VAT area
 * @param region the part of the area it is for, empty for the whole
 * @param percent 21 is 21 %
 * @param components the taxes it consists of, where the law has several: their percentages add up to {@code percent}; else empty
 */
public record VatRate(
        String id,
        String country,
        String region,
        RateClass rateClass,
        BigDecimal percent,
        List<Component> components,
        Validity validity,
        LocalDate recordedAt,
        String source,
        Confidence confidence)
        implements DatedRow {

    /** The region of a rate of the whole area. */
    public static final String WHOLE_AREA = "";

    /**
     * One of several taxes on the same base.
     *
     * @param tax its name: {@code CGST}
     * @param percent of the base
     */
    public record Component(String tax, BigDecimal percent) {}

    /** What a country calls its rates, in the order in which an equal percentage is looked up. */
    public enum RateClass {
        STANDARD,
        INTERMEDIATE,
        REDUCED,
        SECOND_REDUCED,
        SUPER_REDUCED,
        PARKING;

        /** As people write it: {@code super reduced}. */
        public String written() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** @throws IllegalArgumentException when the components do not add up to the rate */
    public VatRate {
        components = List.copyOf(components);
        BigDecimal sum = components.stream().map(Component::percent).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (!components.isEmpty() && sum.compareTo(percent) != 0) {
            throw new IllegalArgumentException(
                    "%s is %s %%, but its taxes add up to %s %%".formatted(id, percent, sum));
        }
    }

    @Override
    public String series() {
        return (region.isEmpty() ? country : country + " " + region) + " " + rateClass;
    }

    /** As people write it: {@code 21 % standard}, or {@code 18 % standard (CGST 9 + SGST 9)}. */
    String written() {
        String whole = percent.toPlainString() + " % " + rateClass.written();
        return components.isEmpty()
                ? whole
                : components.stream()
                        .map(part -> part.tax() + " " + part.percent().toPlainString())
                        .collect(Collectors.joining(" + ", whole + " (", ")"));
    }
}
