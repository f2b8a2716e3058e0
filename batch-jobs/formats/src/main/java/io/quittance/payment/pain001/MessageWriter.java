package io.quittance.payment.pain001;

import io.quittance.party.Address;
import io.quittance.party.BankAccount;
import io.quittance.party.PayeeAccount.IbanAccount;
import io.quittance.payment.Payment;
import io.quittance.payment.PaymentBatch;
import io.quittance.payment.PaymentFile;
import io.quittance.payment.text.Transliteration;
import io.quittance.payment.xml.XmlOut;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Writes one message. Levels: A {@code GrpHdr}, B {@code PmtInf}, C {@code CdtTrfTxInf}. */
final class MessageWriter {

    private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";

    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'");

    private final XmlOut xml;
    private final PaymentFile file;
    private final Profile profile;
    private final FileCheck check;

    MessageWriter(PaymentFile file, OutputStream target) {
        this.xml = XmlOut.document(target, NAMESPACE);
        this.file = file;
        this.profile = Profile.of(file.rail());
        this.check = new FileCheck(file, profile);
    }

    void write() {
        check.header();
        xml.open("CstmrCdtTrfInitn");
        groupHeader();
        for (PaymentBatch batch : file.batches()) {
            paymentInformation(batch);
        }
        xml.end();
    }

    private void groupHeader() {
        int count = file.batches().stream().mapToInt(PaymentBatch::count).reduce(0, Math::addExact);
        xml.open("GrpHdr");
        // Unique for ever; a bank refuses a repeated one with DU01.
        xml.leaf("MsgId", file.messageId());
        // UTC, from the business date: never the wall clock.
        xml.leaf("CreDtTm", UTC.format(file.createdAt()));
        xml.leaf("NbOfTxs", Integer.toString(count));
        // Sum of the bare numbers over all currencies (ISO 20022 CtrlSum); a wrong one costs the whole file, AM10.
        xml.leaf("CtrlSum", total().toPlainString());
        // Only the name: DFÜ agreement annex 3.
        xml.open("InitgPty").leaf("Nm", name(file.initiator())).close();
        xml.close();
    }

    private BigDecimal total() {
        return file.batches().stream().map(batch -> batch.sum().getAmount()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void paymentInformation(PaymentBatch batch) {
        check.begin(batch);
        xml.open("PmtInf");
        // Unique for ever; DU02.
        xml.leaf("PmtInfId", batch.id());
        xml.leaf("PmtMtd", "TRF");
        // Whether the statement shows the batch as one sum; always said, because the default differs by bank.
        xml.leaf("BtchBookg", Boolean.toString(batch.batchBooking()));
        xml.leaf("NbOfTxs", Integer.toString(batch.count()));
        xml.leaf("CtrlSum", batch.sum().getAmount().toPlainString());
        profile.paymentType(xml);
        xml.open("ReqdExctnDt").leaf("Dt", batch.executionDate().toString()).close();
        debtor(batch);
        xml.leaf("ChrgBr", profile.chargeBearer());
        for (Payment payment : batch.payments()) {
            check.next(batch, payment);
            creditTransfer(batch, payment);
        }
        check.end(batch);
        xml.close();
    }

    private void debtor(PaymentBatch batch) {
        BankAccount account = batch.debtorAccount();
        party("Dbtr", batch.debtorName(), profile.writesDebtorAddress(batch) ? batch.debtorAddress() : null);
        xml.open("DbtrAcct", "Id");
        number(account.iban().isPresent(), account.number());
        xml.close();
        xml.optional("Ccy", profile.writesDebtorCurrency() ? account.currency().getCode() : null)
                .close();
        xml.open("DbtrAgt", "FinInstnId").leaf("BICFI", account.bic().value()).close(2);
    }

    private void creditTransfer(PaymentBatch batch, Payment payment) {
        xml.open("CdtTrfTxInf", "PmtId");
        // Ours, unique in the batch, not forwarded; DU05.
        xml.leaf("InstrId", payment.id());
        // Carried to the payee and back to us in every answer.
        xml.leaf("EndToEndId", payment.endToEndId());
        xml.optional("UETR", profile.uetr(payment)).close();
        xml.open("Amt").amount("InstdAmt", payment.amount()).close();
        profile.creditorAgent(xml, payment);
        party(
                "Cdtr",
                payment.payeeName(),
                profile.writesCreditorAddress(batch, payment) ? payment.payeeAddress() : null);
        creditorAccount(payment);
        remittance(payment.remittance());
        xml.close();
    }

    private void creditorAccount(Payment payment) {
        xml.open("CdtrAcct", "Id");
        number(payment.account() instanceof IbanAccount, payment.account().number());
        xml.close(2);
    }

    private void number(boolean isIban, String number) {
        if (isIban) {
            xml.leaf("IBAN", number);
        } else {
            xml.open("Othr").leaf("Id", number).close();
        }
    }

    /** Either one structured reference or one line of text, never both (DFÜ agreement annex 3). */
    private void remittance(String remittance) {
        if (CreditorReference.matches(remittance)) {
            xml.open("RmtInf", "Strd", "CdtrRefInf", "Tp", "CdOrPrtry")
                    .leaf("Cd", "SCOR")
                    .close();
            xml.leaf("Issr", "ISO").close().leaf("Ref", remittance).close(3);
        } else {
            String text = Transliteration.of(remittance, profile.characters()).sent(140);
            if (!text.isEmpty()) {
                xml.open("RmtInf").leaf("Ustrd", text).close();
            }
        }
    }

    private void party(String element, String name, @Nullable Address address) {
        xml.open(element).leaf("Nm", name(name));
        if (address != null) {
            xml.open("PstlAdr");
            xml.optional("StrtNm", text(address.street(), 70));
            xml.optional("BldgNb", text(address.building(), 16));
            xml.optional("PstCd", text(address.postCode(), 16));
            xml.optional("TwnNm", text(address.town(), 35));
            xml.optional("CtrySubDvsn", text(address.subdivision(), 35));
            xml.leaf("Ctry", address.country()).close();
        }
        xml.close();
    }

    private String name(String name) {
        return Transliteration.of(name, profile.characters()).sent(profile.nameLength());
    }

    private @Nullable String text(@Nullable String text, int atMost) {
        return text == null
                ? null
                : Transliteration.of(text, profile.characters()).sent(atMost);
    }
}
