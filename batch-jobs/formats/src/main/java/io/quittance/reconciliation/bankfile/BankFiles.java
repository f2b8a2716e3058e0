package io.quittance.reconciliation.bankfile;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Findings;
import io.quittance.finding.Place;
import io.quittance.payment.xml.RefusedException;
import io.quittance.payment.xml.XmlSource;
import io.quittance.reconciliation.Statement;
import io.quittance.reconciliation.StatusReport;
import io.quittance.reconciliation.bankfile.BankFileReading.Refused;
import io.quittance.reconciliation.bankfile.BankFileReading.Statements;
import io.quittance.reconciliation.bankfile.BankFileReading.StatusReports;
import io.quittance.reconciliation.camt053.BookedStatements;
import io.quittance.reconciliation.camt053.Camt053Reader;
import io.quittance.reconciliation.pain002.Pain002Reader;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Opens what a bank sends. What it is, is told by the element of its message, wherever it stands; never by the file's name. */
public final class BankFiles {

    private static final String HINT = "Ask the bank for pain.002 status reports and camt.053 end-of-day statements.";

    private final String name;
    private final List<StatusReport> reports = new ArrayList<>();
    private final List<Statement> statements = new ArrayList<>();
    private int notBooked;

    private BankFiles(String name) {
        this.name = name;
    }

    /**
     * Reads a file in one pass.
     *
     * @param name the file's name, for findings
     * @param source stays open
     */
    public static BankFileReading open(String name, InputStream source) {
        BankFiles file = new BankFiles(name);
        try {
            file.read(XmlSource.open(name, source));
            return file.reading();
        } catch (RefusedException refused) {
            return new Refused(Findings.of(refused.finding()));
        }
    }

    private void read(XmlSource source) throws RefusedException {
        while (source.nextElement()) {
            switch (source.name()) {
                case "CstmrPmtStsRpt" -> reports.add(Pain002Reader.read(source));
                case "BkToCstmrStmt" -> add(Camt053Reader.read(source));
                case "BkToCstmrAcctRpt" ->
                    throw unknown("an intraday report (camt.052); its entries come again in the statement");
                case "BkToCstmrDbtCdtNtfctn" ->
                    throw unknown("a notification (camt.054); its entries come again in the statement");
                default -> {}
            }
        }
    }

    private void add(BookedStatements read) {
        statements.addAll(read.statements());
        notBooked += read.notBooked();
    }

    private BankFileReading reading() throws RefusedException {
        if (!reports.isEmpty() && !statements.isEmpty()) {
            throw unknown("status reports and statements in one");
        }
        if (!reports.isEmpty()) {
            return new StatusReports(List.copyOf(reports));
        }
        if (!statements.isEmpty()) {
            return new Statements(List.copyOf(statements), notBooked);
        }
        throw unknown("XML, but neither a status report nor a statement");
    }

    private RefusedException unknown(String what) {
        FindingCode code = FindingCode.FILE_FORMAT_UNKNOWN;
        String expected = "pain.002 or camt.053";
        return new RefusedException(new Finding(
                code,
                code.severity(),
                Place.of(name),
                null,
                expected,
                "The file is " + what + ", expected " + expected,
                HINT));
    }
}
