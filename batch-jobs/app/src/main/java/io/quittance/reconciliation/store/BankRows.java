package io.quittance.reconciliation.store;

import io.quittance.identity.Uuid5;
import io.quittance.reconciliation.Match;
import io.quittance.reconciliation.Statement;
import io.quittance.reconciliation.StatusReport;
import io.quittance.reconciliation.store.BankMessages.Message;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What banks said, as they said it, beside what it was matched with. */
@Repository
public class BankRows {

    private final JdbcClient jdbc;

    public BankRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A status report. */
    public void insert(String workSet, Message message, StatusReport report) {
        jdbc.sql(
                        "insert into quittance.status_report (message_id, file, position, work_set, original_message_id, statuses)"
                                + " values (?, ?, ?, ?, ?, ?)")
                .param(report.messageId())
                .param(message.file())
                .param(message.number())
                .param(workSet)
                .param(report.originalMessageId())
                .param(report.statements().size())
                .update();
    }

    /** The identity of a statement: the same one delivered in another file is the same. */
    public static UUID id(String account, Statement statement) {
        return Uuid5.of("statement:" + account + ":" + statement.id());
    }

    /** Whether this statement was taken in before. */
    public boolean isKnown(String account, Statement statement) {
        return jdbc.sql("select exists (select 1 from quittance.statement where id = ?)")
                .params(id(account, statement))
                .query(Boolean.class)
                .single();
    }

    /** The closing balance of the account's latest statement before a sequence number or date. */
    public Optional<Long> closingBefore(String account, Statement statement) {
        return jdbc.sql("select closing_minor from quittance.statement where account = ? and date <= ? and id <> ?"
                        + " order by date desc, sequence desc nulls last limit 1")
                .params(account, statement.date(), id(account, statement))
                .query(Long.class)
                .optional();
    }

    /** A statement of one of our accounts. */
    public void insert(String workSet, String file, String account, String entity, Statement statement) {
        jdbc.sql("insert into quittance.statement (id, file, work_set, account, entity, statement_id, sequence, date,"
                        + " currency, opening_minor, closing_minor) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(id(account, statement))
                .param(file)
                .param(workSet)
                .param(account)
                .param(entity)
                .param(statement.id())
                .param(statement.sequence())
                .param(statement.date())
                .param(statement.currency().getCode())
                .param(statement.opening().getAmountMinorLong())
                .param(statement.closing().getAmountMinorLong())
                .update();
    }

    /** One transaction of an entry as it is stored. @param number 0 for an entry without transactions of its own */
    public record Line(UUID statement, Statement.Entry entry, int number, Statement.@Nullable Transaction transaction) {

        /** The identity of the line. */
        public UUID id() {
            return Uuid5.of(key());
        }

        /** Its key: journals and events name it as their source. */
        public String key() {
            return "entry:" + statement + ":" + entry.position() + ":" + number;
        }

        /** What moved on the account, signed. */
        public Money amount() {
            return transaction == null ? entry.amount() : transaction.amount();
        }
    }

    /** A line and what it was matched with. */
    public void insert(Line line, Match match) {
        Statement.Transaction transaction = line.transaction();
        Money instructed = transaction == null ? null : transaction.instructed();
        jdbc.sql("insert into quittance.statement_entry (id, statement, position, transaction, reference, booking_date,"
                        + " value_date, currency, minor, instructed_currency, instructed_minor, charges_minor, end_to_end_id,"
                        + " return_reason, remittance, status, payment, batch, rule)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(line.id())
                .param(line.statement())
                .param(line.entry().position())
                .param(line.number())
                .param(line.entry().reference())
                .param(line.entry().bookingDate())
                .param(line.entry().valueDate())
                .param(line.amount().getCurrencyUnit().getCode())
                .param(line.amount().getAmountMinorLong())
                .param(instructed == null ? null : instructed.getCurrencyUnit().getCode())
                .param(minor(instructed))
                .param(minor(transaction == null ? null : transaction.charges()))
                .param(transaction == null ? null : transaction.endToEndId())
                .param(transaction == null ? null : transaction.returnReason())
                .param(transaction == null ? line.entry().text() : transaction.remittance())
                .param(status(match))
                .param(payment(match))
                .param(match instanceof Match.LotMismatch mismatch ? mismatch.batch() : null)
                .param(match.rule())
                .update();
    }

    private static @Nullable Long minor(@Nullable Money amount) {
        return amount == null ? null : amount.getAmountMinorLong();
    }

    private static String status(Match match) {
        return switch (match) {
            case Match.Settled settled -> settled.kind().name().toUpperCase(Locale.ROOT);
            case Match.Lot lot -> "LOT";
            case Match.Returned returned -> "RETURNED";
            case Match.Mismatch mismatch -> "MISMATCH";
            case Match.LotMismatch mismatch -> "MISMATCH";
            case Match.Unmatched unmatched -> "UNMATCHED";
        };
    }

    private static @Nullable String payment(Match match) {
        return switch (match) {
            case Match.Settled settled -> settled.payment().id();
            case Match.Returned returned -> returned.payment().id();
            case Match.Mismatch mismatch -> mismatch.payment().id();
            case Match.LotMismatch mismatch -> mismatch.payment().id();
            case Match.Lot lot -> null;
            case Match.Unmatched unmatched -> null;
        };
    }
}
