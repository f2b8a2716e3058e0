package io.quittance.reconciliation.camt053;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.payment.xml.RefusedException;
import io.quittance.payment.xml.XmlElement;
import io.quittance.payment.xml.XmlValues;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Amounts of a statement with their sign. {@code CdtDbtInd} alone says where the money went, also for a reversal: a reversed
 * debit is CRDT with {@code RvslInd} true.
 */
final class Signed {

    private Signed() {}

    /** The {@code Amt} of an element in the account's currency, positive for CRDT, negative for DBIT. */
    static Money amount(XmlElement element, CurrencyUnit account) throws RefusedException {
        XmlElement written = element.required("Amt");
        Money amount = XmlValues.money(written);
        if (!amount.getCurrencyUnit().equals(account)) {
            throw refused(written, amount.getCurrencyUnit().getCode(), account.getCode(), "the account's currency");
        }
        return by(element, amount);
    }

    /** An amount with the sign that the element's indicator gives it. */
    static Money by(XmlElement element, Money amount) throws RefusedException {
        XmlElement indicator = element.required("CdtDbtInd");
        return switch (String.valueOf(indicator.text())) {
            case "CRDT" -> amount;
            case "DBIT" -> amount.negated();
            default -> throw refused(indicator, indicator.text(), "CRDT or DBIT", "a direction");
        };
    }

    private static RefusedException refused(XmlElement at, @Nullable String read, String expected, String what) {
        String message = at.name() + " reads " + read + " where " + what + " is expected: " + expected;
        return new RefusedException(Finding.of(FindingCode.VALUE_UNKNOWN, at.place(), read, expected, message));
    }
}
