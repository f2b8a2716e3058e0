package io.quittance.assessment;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Findings;
import io.quittance.fx.Conversion.Converted;
import io.quittance.fx.Conversion.Refused;
import io.quittance.fx.Purpose;
import io.quittance.fx.RateBook;
import io.quittance.party.Entity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.joda.money.Money;

/** Converts the amounts of one document into the entity's functional currency, and keeps what was done and refused. */
final class Exchange {

    /** What fits into 64 bits of minor units of any currency. */
    private static final BigDecimal MOST = BigDecimal.TEN.pow(14);

    private final RateBook rates;
    private final Entity entity;
    private final List<Converted> made = new ArrayList<>();
    private final Set<Finding> refused = new LinkedHashSet<>();

    Exchange(RateBook rates, Entity entity) {
        this.rates = rates;
        this.entity = entity;
    }

    /** The conversion; empty when it was refused. An amount that is in the currency already is not asked about. */
    Optional<Converted> convert(Purpose purpose, Money amount, LocalDate on) {
        if (amount.getCurrencyUnit().equals(entity.functionalCurrency())) {
            return Optional.of(new Converted(purpose, amount, amount, BigDecimal.ONE, on, List.of()));
        }
        return switch (rates.convert(entity.id(), purpose, amount, entity.functionalCurrency(), on)) {
            case Converted converted -> {
                if (converted.to().getAmount().abs().compareTo(MOST) > 0) {
                    refused.add(tooLarge(converted));
                    yield Optional.empty();
                }
                made.add(converted);
                yield Optional.of(converted);
            }
            case Refused no -> {
                refused.add(no.finding());
                yield Optional.empty();
            }
        };
    }

    private static Finding tooLarge(Converted converted) {
        String message = converted.from() + " comes to " + converted.to() + ", more than is booked";
        return Finding.of(
                FindingCode.FIGURE_OUT_OF_RANGE,
                null,
                converted.from().toString(),
                "at most " + MOST.toPlainString() + " " + converted.to().getCurrencyUnit(),
                message);
    }

    /** The conversions between different currencies, in the order in which they were asked for. */
    List<Converted> made() {
        return List.copyOf(made);
    }

    /** Why others were refused, each reason once. */
    Findings findings() {
        return refused.stream().collect(Findings.gathered());
    }
}
