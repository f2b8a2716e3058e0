package io.quittance.reconciliation.job;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import io.quittance.invoice.file.DeliveredFile;
import io.quittance.reconciliation.Statement;
import io.quittance.reconciliation.StatusReport;
import io.quittance.reconciliation.bankfile.BankFileReading;
import io.quittance.reconciliation.bankfile.BankFiles;
import io.quittance.reconciliation.store.BankMessages;
import io.quittance.reconciliation.store.BankMessages.Kind;
import io.quittance.reconciliation.store.BankMessages.Message;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Sorts the bank's mail. Messages are acted on by kind, reports by the time they were written at,
 * statements by date and number, whatever files are called and
 * however many statements stand in one: a return that is read before its payment would look like new money.
 */
@Component
public class BankMail {

    private static final Comparator<Message> ORDER = comparing(Message::kind)
            .thenComparing(Message::date, nullsFirst(naturalOrder()))
            .thenComparing(Message::sequence, nullsFirst(naturalOrder()));

    private final BankMessages messages;

    public BankMail(BankMessages messages) {
        this.messages = messages;
    }

    /** The messages of these files that were not acted on yet, in order; the order of files decides between equals. */
    List<Message> sorted(List<DeliveredFile> files) {
        var all = new ArrayList<Message>();
        for (DeliveredFile file : files) {
            messages(file.sha256(), open(file))
                    .filter(message -> !messages.isTaken(message.file(), message.number()))
                    .forEach(all::add);
        }
        return all.stream().sorted(ORDER).toList();
    }

    private Stream<Message> messages(String file, BankFileReading reading) {
        return switch (reading) {
            case BankFileReading.StatusReports reports ->
                numbers(reports.reports())
                        .mapToObj(number ->
                                message(file, number, reports.reports().get(number - 1)));
            case BankFileReading.Statements read ->
                numbers(read.statements())
                        .mapToObj(number ->
                                message(file, number, read.statements().get(number - 1)));
            case BankFileReading.Refused refused -> Stream.of(unreadable(file));
        };
    }

    private static IntStream numbers(List<?> all) {
        return IntStream.rangeClosed(1, all.size());
    }

    private Message unreadable(String file) {
        return new Message(file, 0, messages.attempts(file, 0), Kind.UNREADABLE, null, null, null, null);
    }

    private Message message(String file, int number, StatusReport report) {
        Instant created = report.created();
        return new Message(
                file,
                number,
                messages.attempts(file, number),
                Kind.STATUS,
                null,
                null,
                created == null ? null : LocalDate.ofInstant(created, ZoneOffset.UTC),
                created == null ? null : created.toEpochMilli());
    }

    private Message message(String file, int number, Statement statement) {
        return new Message(
                file,
                number,
                messages.attempts(file, number),
                Kind.STATEMENT,
                statement.account(),
                statement.currency().getCode(),
                statement.date(),
                statement.sequence());
    }

    /** Reads a file from the archive. */
    static BankFileReading open(DeliveredFile file) {
        try (InputStream in = file.open()) {
            return BankFiles.open(file.name(), in);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file.name(), e);
        }
    }
}
