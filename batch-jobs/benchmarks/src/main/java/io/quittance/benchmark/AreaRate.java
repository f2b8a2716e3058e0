package io.quittance.benchmark;

import io.quittance.tax.VatRate;
import java.math.BigDecimal;
import java.time.LocalDate;

/** A standard rate as a fact of Drools. */
public final class AreaRate {

    private final VatRate rate;

    AreaRate(VatRate rate) {
        this.rate = rate;
    }

    public String getArea() {
        return rate.country();
    }

    public BigDecimal getPercent() {
        return rate.percent();
    }

    /** The first day, counted from 1970. */
    public long getFirst() {
        return rate.validity().from().toEpochDay();
    }

    /** The last day, counted from 1970. */
    public long getLast() {
        LocalDate to = rate.validity().to();
        return to == null ? Long.MAX_VALUE : to.toEpochDay();
    }
}
