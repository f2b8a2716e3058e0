package io.quittance.vat.store;

import io.quittance.vat.Period;

/** Whose return of what time. @param jurisdiction the VAT territory */
public record Taxpayer(String entity, String jurisdiction, Period period) {

    /** What people know it by: {@code NL-BV/NL/2026-11}. */
    public String reference() {
        return entity + "/" + jurisdiction + "/" + period;
    }
}
