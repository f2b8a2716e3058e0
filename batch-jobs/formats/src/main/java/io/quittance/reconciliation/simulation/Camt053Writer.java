package io.quittance.reconciliation.simulation;

import io.quittance.payment.xml.XmlOut;
import java.io.ByteArrayOutputStream;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.joda.money.Money;

/** Writes the end-of-day statement, {@code camt.053.001.08}. */
final class Camt053Writer {

    private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.08";

    private final XmlOut xml;
    private final Scenario scenario;

    private Camt053Writer(XmlOut xml, Scenario scenario) {
        this.xml = xml;
        this.scenario = scenario;
    }

    static byte[] write(List<Booking> bookings, Scenario scenario) {
        SortedMap<String, List<Booking>> byAccount = new TreeMap<>();
        for (Booking booking : bookings) {
            byAccount
                    .computeIfAbsent(booking.batch().account(), account -> new ArrayList<>())
                    .add(booking);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        XmlOut xml = XmlOut.document(bytes, NAMESPACE);
        new Camt053Writer(xml, scenario).message(byAccount);
        xml.end();
        return bytes.toByteArray();
    }

    private void message(SortedMap<String, List<Booking>> byAccount) {
        String day = DateTimeFormatter.BASIC_ISO_DATE.format(scenario.day());
        xml.open("BkToCstmrStmt", "GrpHdr").leaf("MsgId", "C-" + day + "-" + scenario.sequence());
        xml.leaf("CreDtTm", scenario.day() + "T22:00:00Z").close();
        for (Map.Entry<String, List<Booking>> account : byAccount.entrySet()) {
            String number = account.getKey();
            String end = number.substring(Math.max(0, number.length() - 4));
            statement(day + "-" + scenario.sequence() + "-" + end, number, account.getValue());
        }
    }

    private void statement(String id, String account, List<Booking> bookings) {
        Money opening = scenario.opening(account);
        Money closing = opening;
        for (Booking booking : bookings) {
            closing = closing.plus(booking.amount());
        }
        xml.open("Stmt").leaf("Id", id).leaf("ElctrncSeqNb", Long.toString(scenario.sequence()));
        xml.leaf("CreDtTm", scenario.day() + "T22:00:00Z");
        xml.open("Acct", "Id");
        if (bookings.getFirst().batch().iban()) {
            xml.leaf("IBAN", account).close();
        } else {
            xml.open("Othr").leaf("Id", account).close(2);
        }
        xml.leaf("Ccy", opening.getCurrencyUnit().getCode()).close();
        balance("OPBD", opening);
        balance("CLBD", closing);
        int number = 0;
        for (Booking booking : bookings) {
            entry(id + "-" + ++number, booking);
        }
        xml.close();
    }

    private void balance(String type, Money amount) {
        xml.open("Bal", "Tp", "CdOrPrtry").leaf("Cd", type).close(2);
        amount(amount);
        day("Dt").close();
    }

    private void entry(String reference, Booking booking) {
        xml.open("Ntry").leaf("NtryRef", reference);
        amount(booking.amount());
        xml.optional("RvslInd", booking.isReturn() ? "true" : null);
        xml.open("Sts").leaf("Cd", "BOOK").close();
        day("BookgDt");
        day("ValDt");
        xml.leaf("AcctSvcrRef", reference);
        family(booking);
        xml.open("NtryDtls");
        if (booking.order() == null) {
            batch(booking);
        } else {
            EntryDetailsWriter.write(xml, booking, booking.order());
        }
        xml.close(2);
    }

    /** Issued credit transfer: SEPA (ESCT), cross-border (XBCT), or reversal due to a return (RRTN). */
    private void family(Booking booking) {
        String transfer = booking.batch().sepa() ? "ESCT" : "XBCT";
        xml.open("BkTxCd", "Domn").leaf("Cd", "PMNT").open("Fmly").leaf("Cd", "ICDT");
        xml.leaf("SubFmlyCd", booking.isReturn() ? "RRTN" : transfer).close(3);
    }

    private void batch(Booking booking) {
        xml.open("Btch")
                .leaf("MsgId", booking.batch().messageId())
                .leaf("PmtInfId", booking.batch().id());
        xml.leaf("NbOfTxs", Integer.toString(booking.count()));
        xml.amount("TtlAmt", booking.amount().abs()).leaf("CdtDbtInd", "DBIT").close();
    }

    private void amount(Money signed) {
        xml.amount("Amt", signed.abs()).leaf("CdtDbtInd", signed.isNegative() ? "DBIT" : "CRDT");
    }

    private XmlOut day(String name) {
        return xml.open(name).leaf("Dt", scenario.day().toString()).close();
    }
}
