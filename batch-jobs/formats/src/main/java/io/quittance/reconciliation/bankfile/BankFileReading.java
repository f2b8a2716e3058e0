package io.quittance.reconciliation.bankfile;

import io.quittance.finding.Findings;
import io.quittance.reconciliation.Statement;
import io.quittance.reconciliation.StatusReport;
import java.util.List;

/** What came of reading a file from a bank: all of it, or nothing and the reason. */
public sealed interface BankFileReading {

    /** Status reports (pain.002), in document order; nearly always one. */
    record StatusReports(List<StatusReport> reports) implements BankFileReading {}

    /**
     * Account statements (camt.053), in document order.
     *
     * @param notBooked how many entries were not booked yet and are left out
     */
    record Statements(List<Statement> statements, int notBooked) implements BankFileReading {}

    /** The file cannot be used; nothing of it was taken. */
    record Refused(Findings findings) implements BankFileReading {}
}
