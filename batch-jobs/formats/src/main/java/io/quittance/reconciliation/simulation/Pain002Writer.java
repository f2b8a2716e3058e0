package io.quittance.reconciliation.simulation;

import io.quittance.payment.xml.XmlOut;
import java.io.ByteArrayOutputStream;
import java.util.List;

/** Writes a status report, {@code pain.002.001.10}: a status for the file, for each batch and for each payment. */
final class Pain002Writer {

    private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.002.001.10";

    private final XmlOut xml;
    private final Scenario scenario;

    private Pain002Writer(XmlOut xml, Scenario scenario) {
        this.xml = xml;
        this.scenario = scenario;
    }

    static byte[] write(OrderFile file, Scenario scenario) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        XmlOut xml = XmlOut.document(bytes, NAMESPACE);
        new Pain002Writer(xml, scenario).message(file);
        xml.end();
        return bytes.toByteArray();
    }

    private void message(OrderFile file) {
        xml.open("CstmrPmtStsRpt", "GrpHdr");
        xml.leaf(
                "MsgId",
                "S-"
                        + file.messageId()
                                .substring(0, Math.min(33, file.messageId().length())));
        xml.leaf("CreDtTm", scenario.day() + "T06:00:00Z").close();
        xml.open("OrgnlGrpInfAndSts").leaf("OrgnlMsgId", file.messageId()).leaf("OrgnlMsgNmId", "pain.001.001.09");
        xml.leaf("OrgnlNbOfTxs", file.count()).leaf("OrgnlCtrlSum", file.controlSum());
        List<Order> all = file.batches().stream()
                .flatMap(batch -> batch.orders().stream())
                .toList();
        xml.leaf("GrpSts", status(all)).close();
        for (OrderBatch batch : file.batches()) {
            batch(batch);
        }
    }

    private void batch(OrderBatch batch) {
        xml.open("OrgnlPmtInfAndSts").leaf("OrgnlPmtInfId", batch.id());
        xml.leaf("OrgnlNbOfTxs", batch.count()).leaf("OrgnlCtrlSum", batch.controlSum());
        xml.leaf("PmtInfSts", status(batch.orders()));
        for (Order order : batch.orders()) {
            transaction(order);
        }
        xml.close();
    }

    private void transaction(Order order) {
        String rejection = scenario.rejection(order);
        xml.open("TxInfAndSts");
        xml.leaf("OrgnlInstrId", order.instructionId()).leaf("OrgnlEndToEndId", order.endToEndId());
        xml.optional("OrgnlUETR", order.uetr());
        xml.leaf("TxSts", rejection == null ? scenario.acceptance() : "RJCT");
        if (rejection != null) {
            xml.open("StsRsnInf", "Rsn").leaf("Cd", rejection).close(2);
        }
        xml.close();
    }

    private String status(List<Order> orders) {
        long rejected = orders.stream()
                .filter(order -> scenario.rejection(order) != null)
                .count();
        if (rejected == 0) {
            return scenario.acceptance();
        }
        return rejected == orders.size() ? "RJCT" : "PART";
    }
}
