package io.quittance.withholding;

import io.quittance.fx.Conversion;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** The currency in which the payer owes the tax, with the rates of the day of reckoning. */
public interface TaxCurrency {

    /** Which. */
    CurrencyUnit unit();

    /** Converts an amount into it. */
    Conversion convert(Money amount);
}
