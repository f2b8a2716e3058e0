package io.quittance.cli;

import io.quittance.finding.Finding;
import io.quittance.reconciliation.Statement;
import io.quittance.reconciliation.StatusReport;
import io.quittance.reconciliation.bankfile.BankFileReading;
import io.quittance.reconciliation.bankfile.BankFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** What is understood of a bank's file. */
@Command(name = "read", description = "What is understood of a pain.002 or camt.053; no database, no Spring.")
final class BankReadCommand extends Verb implements Callable<Integer> {

    @Parameters(paramLabel = "FILE")
    Path file = Path.of("");

    @Override
    public Integer call() {
        if (!Files.isRegularFile(file)) {
            throw new Refused(ExitCode.NO_INPUT, file + " does not exist.");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return switch (BankFiles.open(String.valueOf(file.getFileName()), in)) {
                case BankFileReading.StatusReports reports -> statuses(reports);
                case BankFileReading.Statements statements -> statements(statements);
                case BankFileReading.Refused refused -> refused(refused);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int statuses(BankFileReading.StatusReports reports) {
        var table = new Table("report", "of file", "level", "batch", "end to end id", "status", "reasons");
        for (StatusReport report : reports.reports()) {
            report.statements()
                    .forEach(status -> table.row(
                            report.messageId(),
                            report.originalMessageId(),
                            status.level(),
                            status.paymentInformationId(),
                            status.endToEndId(),
                            status.code(),
                            status.reasons()));
        }
        print(table);
        return ExitCode.DONE.code;
    }

    private int statements(BankFileReading.Statements statements) {
        var table = new Table("statement", "date", "entry", "booked", "amount", "end to end id", "return", "text");
        for (Statement statement : statements.statements()) {
            table.row(statement.id(), statement.date(), "opening", null, statement.opening(), null, null, null);
            for (Statement.Entry entry : statement.entries()) {
                table.row(
                        statement.id(),
                        null,
                        entry.position(),
                        entry.bookingDate(),
                        entry.amount(),
                        null,
                        null,
                        entry.text());
                entry.transactions()
                        .forEach(one -> table.row(
                                statement.id(),
                                null,
                                entry.position(),
                                null,
                                one.amount(),
                                one.endToEndId(),
                                one.returnReason(),
                                one.remittance()));
            }
            table.row(statement.id(), statement.date(), "closing", null, statement.closing(), null, null, null);
        }
        print(table);
        return ExitCode.DONE.code;
    }

    private int refused(BankFileReading.Refused refused) {
        for (Finding finding : refused.findings()) {
            err().println(finding);
        }
        return ExitCode.BAD_INPUT.code;
    }
}
