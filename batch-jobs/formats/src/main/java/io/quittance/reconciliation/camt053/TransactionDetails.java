package io.quittance.reconciliation.camt053;

import io.quittance.payment.xml.RefusedException;
import io.quittance.payment.xml.XmlElement;
import io.quittance.payment.xml.XmlValues;
import io.quittance.reconciliation.Statement.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One {@code TxDtls} as read.
 *
 * @param hasAmount whether it states its own amount in the account's currency; else {@code transaction} holds zero
 * @param text {@code AddtlTxInf}
 */
record TransactionDetails(Transaction transaction, boolean hasAmount, String text) {

    /** Where the amount in the account's currency may stand; version .02 has no {@code TxDtls/Amt}. */
    private static final List<String> AMOUNTS =
            List.of("Amt", "AmtDtls/TxAmt/Amt", "AmtDtls/CntrValAmt/Amt", "AmtDtls/InstdAmt/Amt");

    static TransactionDetails read(XmlElement details, XmlElement entry, CurrencyUnit currency)
            throws RefusedException {
        Money amount = amount(details, currency);
        XmlElement direction = details.at("CdtDbtInd") == null ? entry : details;
        XmlElement instructed = details.at("AmtDtls/InstdAmt/Amt");
        Transaction transaction = new Transaction(
                details.text("Refs/EndToEndId"),
                details.text("Refs/InstrId"),
                details.text("Refs/UETR"),
                details.text("Refs/PmtInfId"),
                amount == null ? Money.zero(currency) : Signed.by(direction, amount),
                instructed == null ? null : XmlValues.money(instructed),
                charges(details, currency),
                details.text("RtrInf/Rsn/Cd", "RtrInf/Rsn/Prtry"),
                remittance(details));
        return new TransactionDetails(
                transaction, amount != null, Objects.requireNonNullElse(details.text("AddtlTxInf"), ""));
    }

    /** The transaction with the amount of its entry, and the entry's charges where it states none itself. */
    Transaction moving(Money entryAmount, @Nullable Money entryCharges) {
        Transaction own = transaction;
        return new Transaction(
                own.endToEndId(),
                own.instructionId(),
                own.uetr(),
                own.paymentInformationId(),
                entryAmount,
                own.instructed(),
                own.charges() == null ? entryCharges : own.charges(),
                own.returnReason(),
                own.remittance());
    }

    /**
     * {@code Chrgs} of an entry or of its details in the account's currency: the stated total, else the sum of the records,
     * or of the amounts that version .02 has in their place. Null when none is stated.
     */
    static @Nullable Money charges(XmlElement element, CurrencyUnit currency) throws RefusedException {
        Money sum = null;
        for (XmlElement charges : element.all("Chrgs")) {
            XmlElement total = charges.at("TtlChrgsAndTaxAmt");
            List<XmlElement> amounts = new ArrayList<>(total == null ? charges.all("Amt") : List.of(total));
            if (total == null) {
                charges.all("Rcrd").forEach(row -> amounts.addAll(row.all("Amt")));
            }
            for (XmlElement amount : amounts) {
                Money charge = XmlValues.money(amount);
                if (charge.getCurrencyUnit().equals(currency)) {
                    sum = sum == null ? charge : sum.plus(charge);
                }
            }
        }
        return sum;
    }

    private static @Nullable Money amount(XmlElement details, CurrencyUnit currency) throws RefusedException {
        for (String path : AMOUNTS) {
            XmlElement element = details.at(path);
            if (element != null && currency.getCode().equals(element.attribute("Ccy"))) {
                return XmlValues.money(element);
            }
        }
        return null;
    }

    private static String remittance(XmlElement details) {
        List<String> texts = new ArrayList<>();
        for (XmlElement information : details.all("RmtInf")) {
            information.all("Ustrd").forEach(line -> texts.add(Objects.requireNonNullElse(line.text(), "")));
            information
                    .all("Strd")
                    .forEach(line ->
                            texts.add(Objects.requireNonNullElse(line.text("CdtrRefInf/Ref", "AddtlRmtInf"), "")));
        }
        texts.removeIf(String::isEmpty);
        return String.join(" ", texts);
    }
}
