package io.quittance.payment.xml;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** Amounts and dates of ISO 20022 out of elements. What does not read as one is a finding. */
public final class XmlValues {

    /** {@code ActiveOrHistoricCurrencyAndAmount}: 18 digits, at most 5 of them decimals, no sign, no exponent. */
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,18}(\\.\\d{1,5})?");

    /** Ten such amounts still add up within 64 bits; the standard's 18 digits before the point would not. */
    private static final int MINOR_DIGITS = 17;

    private static final int DATE_LENGTH = "2026-11-24".length();

    private XmlValues() {}

    /** An amount with its {@code Ccy} attribute, positive. Zeros beyond the currency's decimals are dropped. */
    public static Money money(XmlElement element) throws RefusedException {
        CurrencyUnit currency = currency(element, element.attribute("Ccy"));
        String text = element.text();
        if (text == null || !AMOUNT.matcher(text).matches()) {
            throw refused(FindingCode.AMOUNT_MALFORMED, element, text, "digits with a decimal point, e.g. 1234.50");
        }
        try {
            Money money = Money.of(currency, new BigDecimal(text));
            if (money.getAmountMinor().precision() > MINOR_DIGITS) {
                throw refused(FindingCode.AMOUNT_MALFORMED, element, text, "at most " + MINOR_DIGITS + " digits");
            }
            return money;
        } catch (ArithmeticException tooManyDecimals) {
            String expected = "at most " + currency.getDecimalPlaces() + " decimals for " + currency;
            throw refused(FindingCode.AMOUNT_SCALE, element, text, expected);
        }
    }

    /** The currency with that ISO 4217 code. */
    public static CurrencyUnit currency(XmlElement element, @Nullable String code) throws RefusedException {
        try {
            return CurrencyUnit.of(code == null ? "" : code);
        } catch (IllegalCurrencyException unknown) {
            throw refused(FindingCode.VALUE_UNKNOWN, element, code, "an ISO 4217 currency code");
        }
    }

    /** {@code Dt}, or the day of {@code DtTm} as written, or the text of the element itself. */
    public static LocalDate date(XmlElement element) throws RefusedException {
        String text = element.text("Dt", "DtTm");
        String written = text == null ? element.text() : text;
        try {
            String day = written == null ? "" : written;
            return LocalDate.parse(day.length() > DATE_LENGTH ? day.substring(0, DATE_LENGTH) : day);
        } catch (DateTimeException malformed) {
            throw refused(FindingCode.DATE_MALFORMED, element, written, "a date as 2026-11-24");
        }
    }

    private static RefusedException refused(
            FindingCode code, XmlElement element, @Nullable String read, String expected) {
        String message =
                element.name() + " reads " + (read == null ? "nothing" : "\"" + read + "\"") + ", expected " + expected;
        return new RefusedException(Finding.of(code, element.place(), read, expected, message));
    }
}
