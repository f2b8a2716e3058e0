package io.quittance.payment.pain001;

import io.quittance.party.Bic;
import io.quittance.party.PayeeAccount.LocalAccount;
import io.quittance.payment.Payment;
import io.quittance.payment.PaymentBatch;
import io.quittance.payment.Rail;
import io.quittance.payment.text.CharacterSet;
import io.quittance.payment.text.References;
import io.quittance.payment.xml.XmlOut;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A transfer through the entity's own bank to any country: customer-to-bank rules of the Common Global Implementation (CGI-MP). */
final class CrossBorderProfile implements Profile {

    /** UUID version 4 in lower case ({@code UUIDv4Identifier}). */
    private static final Pattern UETR =
            Pattern.compile("[a-f0-9]{8}-[a-f0-9]{4}-4[a-f0-9]{3}-[89ab][a-f0-9]{3}-[a-f0-9]{12}");

    /** {@code Max34Text} of {@code Othr/Id}, without anything that a bank could read in two ways. */
    private static final Pattern LOCAL_NUMBER = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9 ./-]{0,32}[A-Za-z0-9])?");

    private static final int AMOUNT_DIGITS = 18;

    private final List<PaymentRule> rules = List.of(
            SharedRules.rail(Rail.CROSS_BORDER),
            SharedRules::currency,
            CrossBorderProfile::amount,
            SharedRules::instructionId,
            SharedRules::endToEndId,
            CrossBorderProfile::uetrForm,
            CrossBorderProfile::account,
            CrossBorderProfile::bank,
            SharedRules.name(CharacterSet.FIN_X_EXTENDED),
            SharedRules::address,
            SharedRules::remittance);

    @Override
    public CharacterSet characters() {
        return CharacterSet.FIN_X_EXTENDED;
    }

    /** As the schema; banks on the way may cut to 70 or 35. */
    @Override
    public int nameLength() {
        return 140;
    }

    @Override
    public List<PaymentRule> rules() {
        return rules;
    }

    /** Normal urgency, not instant, outside SEPA (ISO external service level NURG). */
    @Override
    public void paymentType(XmlOut xml) {
        xml.open("PmtTpInf")
                .leaf("InstrPrty", "NORM")
                .open("SvcLvl")
                .leaf("Cd", "NURG")
                .close(2);
    }

    @Override
    public boolean writesDebtorAddress(PaymentBatch batch) {
        return true;
    }

    @Override
    public boolean takesLocalDebtorAccounts() {
        return true;
    }

    @Override
    public boolean writesDebtorCurrency() {
        return true;
    }

    /** Each side bears its own charges: SLEV is for SEPA only. */
    @Override
    public String chargeBearer() {
        return "SHAR";
    }

    @Override
    public String uetr(Payment payment) {
        return payment.uetr();
    }

    /** The BIC, else the number in the national clearing system. */
    @Override
    public void creditorAgent(XmlOut xml, Payment payment) {
        xml.open("CdtrAgt", "FinInstnId");
        Bic bic = payment.account().bic();
        if (bic != null) {
            xml.leaf("BICFI", bic.value());
        } else if (payment.account() instanceof LocalAccount local) {
            xml.open("ClrSysMmbId", "ClrSysId").leaf("Cd", Objects.requireNonNull(local.clearingSystem()));
            xml.close()
                    .leaf("MmbId", Objects.requireNonNull(local.clearingMember()))
                    .close();
        }
        xml.close(2);
    }

    @Override
    public boolean writesCreditorAddress(PaymentBatch batch, Payment payment) {
        return true;
    }

    /** At most 18 digits; {@code Money} sees to the decimals of the currency (0 for JPY, 3 for BHD). */
    private static @Nullable Breach amount(PaymentBatch batch, Payment payment) {
        int digits = payment.amount().getAmount().precision();
        return digits <= AMOUNT_DIGITS
                ? null
                : new Breach("InstdAmt", "has " + digits + " digits, allowed are 18", "ISO 20022");
    }

    private static @Nullable Breach uetrForm(PaymentBatch batch, Payment payment) {
        return UETR.matcher(payment.uetr()).matches()
                ? null
                : new Breach("UETR", "is no UUID version 4 in lower case", "ISO 20022, UUIDv4Identifier");
    }

    private static @Nullable Breach account(PaymentBatch batch, Payment payment) {
        return payment.account() instanceof LocalAccount local && !isLocalNumber(local.number())
                ? new Breach("CdtrAcct", local.masked() + " is no account number of 1 to 34 characters", "ISO 20022")
                : null;
    }

    static boolean isLocalNumber(String number) {
        return LOCAL_NUMBER.matcher(number).matches() && References.problem(number) == null;
    }

    /** Outside SEPA a bank is never found by the account alone. */
    private static @Nullable Breach bank(PaymentBatch batch, Payment payment) {
        if (payment.account().bic() != null) {
            return null;
        }
        if (!(payment.account() instanceof LocalAccount local)
                || local.clearingSystem() == null
                || local.clearingMember() == null) {
            return new Breach("CdtrAgt", "has neither BIC nor clearing number", "CGI-MP");
        }
        return ClearingSystems.accepts(local.clearingSystem(), local.clearingMember())
                ? null
                : new Breach(
                        "ClrSysMmbId",
                        "has no number as " + local.clearingSystem() + " wants it",
                        "ISO external codes");
    }
}
