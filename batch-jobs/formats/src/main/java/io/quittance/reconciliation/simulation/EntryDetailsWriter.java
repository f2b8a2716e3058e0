package io.quittance.reconciliation.simulation;

import io.quittance.payment.xml.XmlOut;
import java.math.BigDecimal;
import org.joda.money.Money;

/** Writes {@code TxDtls} of an entry that books one payment or its return. */
final class EntryDetailsWriter {

    private EntryDetailsWriter() {}

    static void write(XmlOut xml, Booking booking, Order order) {
        xml.open("TxDtls", "Refs");
        xml.leaf("MsgId", booking.batch().messageId())
                .leaf("PmtInfId", booking.batch().id());
        xml.leaf("InstrId", order.instructionId()).leaf("EndToEndId", order.endToEndId());
        xml.optional("UETR", order.uetr()).close();
        xml.amount("Amt", booking.amount().abs());
        xml.leaf("CdtDbtInd", booking.amount().isNegative() ? "DBIT" : "CRDT");
        amounts(xml, booking, order);
        charges(xml, booking);
        xml.open("RltdPties", "Cdtr", "Pty").leaf("Nm", order.creditor()).close(3);
        if (order.remittance() != null) {
            xml.open("RmtInf").leaf("Ustrd", order.remittance()).close();
        }
        if (booking.returnReason() != null) {
            xml.open("RtrInf", "Rsn").leaf("Cd", booking.returnReason()).close(2);
        }
        xml.close();
    }

    /** What was ordered, and with a conversion what it costs: one unit of {@code UnitCcy} costs {@code XchgRate} of the account's currency. */
    private static void amounts(XmlOut xml, Booking booking, Order order) {
        xml.open("AmtDtls", "InstdAmt").amount("Amt", order.amount()).close();
        BigDecimal rate = booking.rate();
        if (rate != null) {
            Money withoutCharge = booking.amount().abs().minus(booking.charge());
            xml.open("TxAmt").amount("Amt", withoutCharge).open("CcyXchg");
            xml.leaf("SrcCcy", withoutCharge.getCurrencyUnit().getCode());
            xml.leaf("TrgtCcy", order.amount().getCurrencyUnit().getCode());
            xml.leaf("UnitCcy", order.amount().getCurrencyUnit().getCode());
            xml.leaf("XchgRate", rate.toPlainString()).close(2);
        }
        xml.close();
    }

    private static void charges(XmlOut xml, Booking booking) {
        if (!booking.charge().isZero()) {
            xml.open("Chrgs").amount("TtlChrgsAndTaxAmt", booking.charge()).open("Rcrd");
            xml.amount("Amt", booking.charge())
                    .leaf("CdtDbtInd", "DBIT")
                    .leaf("ChrgInclInd", "true")
                    .close(2);
        }
    }
}
