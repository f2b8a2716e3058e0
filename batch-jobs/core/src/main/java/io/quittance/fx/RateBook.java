package io.quittance.fx;

import java.time.LocalDate;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** The frozen rates and policies that one stage works with. */
public interface RateBook {

    /** Converts an amount for an entity and a purpose as of a day. */
    Conversion convert(String entity, Purpose purpose, Money amount, CurrencyUnit into, LocalDate on);
}
