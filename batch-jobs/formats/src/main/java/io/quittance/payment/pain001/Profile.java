package io.quittance.payment.pain001;

import io.quittance.payment.Payment;
import io.quittance.payment.PaymentBatch;
import io.quittance.payment.Rail;
import io.quittance.payment.text.CharacterSet;
import io.quittance.payment.xml.XmlOut;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a rail makes of pain.001.001.09: the elements it fills beyond the skeleton, and its rules. */
interface Profile {

    /** The profile of a rail. */
    static Profile of(Rail rail) {
        return switch (rail) {
            case SEPA -> new SepaProfile();
            case CROSS_BORDER -> new CrossBorderProfile();
        };
    }

    /** What names, addresses and remittance information are written in. */
    CharacterSet characters();

    /** Longest {@code Nm} of a party. */
    int nameLength();

    /** The rules that every payment of the rail keeps, in the order in which they are checked. */
    List<PaymentRule> rules();

    /** {@code PmtInf/PmtTpInf}. */
    void paymentType(XmlOut xml);

    /** Whether {@code Dbtr} carries an address. */
    boolean writesDebtorAddress(PaymentBatch batch);

    /** Whether {@code DbtrAcct} may be something else than an IBAN. */
    boolean takesLocalDebtorAccounts();

    /** Whether {@code DbtrAcct} names its currency. */
    boolean writesDebtorCurrency();

    /** {@code ChrgBr}. */
    String chargeBearer();

    /** {@code UETR}; null on a rail that does not carry one. */
    @Nullable
    String uetr(Payment payment);

    /** {@code CdtrAgt}, or nothing. */
    void creditorAgent(XmlOut xml, Payment payment);

    /** Whether {@code Cdtr} carries an address. */
    boolean writesCreditorAddress(PaymentBatch batch, Payment payment);
}
