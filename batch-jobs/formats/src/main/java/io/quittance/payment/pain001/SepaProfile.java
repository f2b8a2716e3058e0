package io.quittance.payment.pain001;

import io.quittance.party.Bic;
import io.quittance.party.PayeeAccount;
import io.quittance.party.PayeeAccount.IbanAccount;
import io.quittance.payment.Payment;
import io.quittance.payment.PaymentBatch;
import io.quittance.payment.Rail;
import io.quittance.payment.text.CharacterSet;
import io.quittance.payment.xml.XmlOut;
import java.math.BigDecimal;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * SEPA credit transfer by the rules of the European Payments Council, in the German reading that the GBIC_5 schema checks
 * (DFÜ agreement, annex 3, chapter 2). No UETR: it is not forwarded and GBIC_5 refuses it.
 */
final class SepaProfile implements Profile {

    private static final Money MOST = Money.of(CurrencyUnit.EUR, new BigDecimal("999999999.99"));

    private final List<PaymentRule> rules = List.of(
            SharedRules.rail(Rail.SEPA),
            SharedRules::currency,
            SepaProfile::euro,
            SharedRules::instructionId,
            SharedRules::endToEndId,
            SepaProfile::account,
            SharedRules.name(CharacterSet.EPC_LATIN),
            this::address,
            SharedRules::remittance);

    @Override
    public CharacterSet characters() {
        return CharacterSet.EPC_LATIN;
    }

    /** 70, though the ISO schema takes 140 (GBIC_5). */
    @Override
    public int nameLength() {
        return 70;
    }

    @Override
    public List<PaymentRule> rules() {
        return rules;
    }

    /** {@code SvcLvl/Cd} SEPA; without {@code LclInstrm}, which would make it an instant transfer. */
    @Override
    public void paymentType(XmlOut xml) {
        xml.open("PmtTpInf", "SvcLvl").leaf("Cd", "SEPA").close(2);
    }

    @Override
    public boolean writesDebtorAddress(PaymentBatch batch) {
        return batch.debtorAccount()
                .iban()
                .map(iban -> SepaArea.needsAddress(iban.country()))
                .orElse(true);
    }

    @Override
    public boolean takesLocalDebtorAccounts() {
        return false;
    }

    @Override
    public boolean writesDebtorCurrency() {
        return false;
    }

    /** Each side bears its own bank's charges; nothing else is allowed (GBIC_5). */
    @Override
    public String chargeBearer() {
        return "SLEV";
    }

    @Override
    public @Nullable String uetr(Payment payment) {
        return null;
    }

    /** The BIC where we know it, else nothing: "IBAN only". */
    @Override
    public void creditorAgent(XmlOut xml, Payment payment) {
        Bic bic = payment.account().bic();
        if (bic != null) {
            xml.open("CdtrAgt", "FinInstnId").leaf("BICFI", bic.value()).close(2);
        }
    }

    /** Only where one of the banks is in SEPA, but outside the European Economic Area. */
    @Override
    public boolean writesCreditorAddress(PaymentBatch batch, Payment payment) {
        return SepaArea.needsAddress(payment.account().country()) || writesDebtorAddress(batch);
    }

    /** EUR, 0.01 to 999,999,999.99 (GBIC_5). */
    private static @Nullable Breach euro(PaymentBatch batch, Payment payment) {
        Money amount = payment.amount();
        if (!amount.getCurrencyUnit().equals(CurrencyUnit.EUR)) {
            return new Breach("InstdAmt", "is " + amount + ", but SEPA moves EUR only", "GBIC_5");
        }
        return amount.isGreaterThan(MOST) ? new Breach("InstdAmt", "is " + amount + ", above " + MOST, "GBIC_5") : null;
    }

    /** An IBAN of a country that SEPA covers. */
    private static @Nullable Breach account(PaymentBatch batch, Payment payment) {
        PayeeAccount account = payment.account();
        return account instanceof IbanAccount withIban && withIban.iban().isSepa()
                ? null
                : new Breach(
                        "CdtrAcct", account.masked() + " is no IBAN that SEPA covers", "EPC list of SEPA countries");
    }

    private @Nullable Breach address(PaymentBatch batch, Payment payment) {
        return writesCreditorAddress(batch, payment) ? SharedRules.address(batch, payment) : null;
    }
}
