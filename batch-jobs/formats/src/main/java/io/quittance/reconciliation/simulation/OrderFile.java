package io.quittance.reconciliation.simulation;

import io.quittance.payment.xml.RefusedException;
import io.quittance.payment.xml.XmlElement;
import io.quittance.payment.xml.XmlSource;
import io.quittance.payment.xml.XmlValues;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;

/** One pain.001 as the bank reads it. */
record OrderFile(String messageId, String count, String controlSum, List<OrderBatch> batches) {

    /** Reads a payment file. @throws IllegalArgumentException when it is none */
    static OrderFile read(byte[] pain001) {
        try {
            XmlSource source = XmlSource.open("pain.001", new ByteArrayInputStream(pain001));
            while (source.nextElement()) {
                if (source.name().equals("CstmrCdtTrfInitn")) {
                    return message(source);
                }
            }
        } catch (RefusedException refused) {
            throw new IllegalArgumentException(refused);
        }
        throw new IllegalArgumentException("No CstmrCdtTrfInitn in the file: it is no pain.001");
    }

    private static OrderFile message(XmlSource source) throws RefusedException {
        List<OrderBatch> batches = new ArrayList<>();
        XmlElement message =
                source.element("PmtInf", soFar -> batches.add(batch(source, soFar.requiredText("GrpHdr/MsgId"))));
        XmlElement header = message.required("GrpHdr");
        return new OrderFile(
                header.requiredText("MsgId"), header.requiredText("NbOfTxs"), header.requiredText("CtrlSum"), batches);
    }

    private static OrderBatch batch(XmlSource source, String messageId) throws RefusedException {
        List<Order> orders = new ArrayList<>();
        XmlElement batch = source.element("CdtTrfTxInf", soFar -> orders.add(order(source.element())));
        return new OrderBatch(
                messageId,
                batch.requiredText("PmtInfId"),
                batch.requiredText("DbtrAcct/Id/IBAN", "DbtrAcct/Id/Othr/Id"),
                batch.at("DbtrAcct/Id/IBAN") != null,
                Boolean.parseBoolean(batch.text("BtchBookg")),
                "SEPA".equals(batch.text("PmtTpInf/SvcLvl/Cd")),
                batch.requiredText("NbOfTxs"),
                batch.requiredText("CtrlSum"),
                orders);
    }

    private static Order order(XmlElement transfer) throws RefusedException {
        return new Order(
                transfer.requiredText("PmtId/InstrId"),
                transfer.requiredText("PmtId/EndToEndId"),
                transfer.text("PmtId/UETR"),
                XmlValues.money(transfer.required("Amt/InstdAmt")),
                transfer.requiredText("Cdtr/Nm"),
                transfer.text("RmtInf/Ustrd", "RmtInf/Strd/CdtrRefInf/Ref"));
    }
}
