package io.quittance.reconciliation.store;

import io.quittance.identity.Uuid5;
import io.quittance.reconciliation.Statement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** The messages of the bank's files: in which order a work set acts on them, how often each was tried, and what came of it. */
@Repository
public class BankMessages {

    /** What a message is. In the order in which a night acts on them: a refusal must be known before the statement is read. */
    public enum Kind {
        STATUS,
        STATEMENT,
        UNREADABLE
    }

    /** What became of a message. */
    public enum Outcome {
        /** It was acted on, with or without findings. */
        TAKEN,
        /** Nothing was written; it is tried again when rates or configuration have changed. */
        HELD,
        /** Nothing was written; it may be delivered again. */
        REFUSED
    }

    /**
     * One message of a file.
     *
     * @param file SHA-256 of the file
     * @param number in the file, from 1; 0 for a file that cannot be read
     * @param attempt from 0
     * @param account as the statement names it, null for other messages; likewise its currency
     * @param date of the statement, or the day in UTC on which the report was written; null when not stated
     * @param sequence number of the statement, or milliseconds of the report's time since 1970; null when not stated
     */
    public record Message(
            String file,
            int number,
            int attempt,
            Kind kind,
            @Nullable String account,
            @Nullable String currency,
            @Nullable LocalDate date,
            @Nullable Long sequence) {

        /** What its findings are about. */
        public UUID subject() {
            return Uuid5.of("bank-message:" + file + ":" + number);
        }
    }

    private static final String COLUMNS = "file, number, attempt, kind, account, currency, date, sequence";

    private final JdbcClient jdbc;

    public BankMessages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Freezes messages into a work set, in this order. */
    public void freeze(String workSet, List<Message> messages) {
        int position = 0;
        for (Message message : messages) {
            jdbc.sql("insert into quittance.bank_message (work_set, position, subject, " + COLUMNS
                            + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                    .param(workSet)
                    .param(++position)
                    .param(message.subject())
                    .param(message.file())
                    .param(message.number())
                    .param(message.attempt())
                    .param(message.kind().name())
                    .param(message.account())
                    .param(message.currency())
                    .param(message.date())
                    .param(message.sequence())
                    .update();
        }
    }

    /** The messages of a work set, in order. */
    public List<Message> of(String workSet) {
        return jdbc.sql("select " + COLUMNS + " from quittance.bank_message where work_set = ? order by position")
                .params(workSet)
                .query(BankMessages::row)
                .list();
    }

    /** Notes what became of a message. */
    public void ended(Message message, Outcome outcome) {
        jdbc.sql("insert into quittance.bank_result (file, number, attempt, outcome) values (?, ?, ?, ?)")
                .params(message.file(), message.number(), message.attempt(), outcome.name())
                .update();
    }

    /** The messages of a work set of which nothing came yet, in order. */
    public List<Message> rest(String workSet) {
        return jdbc.sql("select " + COLUMNS + " from quittance.bank_message m where work_set = ? and not exists"
                        + " (select 1 from quittance.bank_result r"
                        + " where (r.file, r.number, r.attempt) = (m.file, m.number, m.attempt)) order by position")
                .params(workSet)
                .query(BankMessages::row)
                .list();
    }

    /** How often a message was tried before. */
    public int attempts(String file, int number) {
        return jdbc.sql("select count(*) from quittance.bank_message where file = ? and number = ?")
                .params(file, number)
                .query(Integer.class)
                .single();
    }

    /** Whether a message was acted on: then it never is again. */
    public boolean isTaken(String file, int number) {
        return jdbc.sql(
                        "select exists (select 1 from quittance.bank_result where file = ? and number = ? and outcome = 'TAKEN')")
                .params(file, number)
                .query(Boolean.class)
                .single();
    }

    /** Those of the files of which a message was not acted on. */
    public Set<String> unfinished(Set<String> files) {
        return Set.copyOf(jdbc.sql("select distinct file from quittance.bank_standing"
                        + " where file = any(?) and outcome in ('HELD', 'REFUSED')")
                .params(new SqlArrayValue("text", files.toArray()))
                .query((row, n) -> row.getString(1))
                .list());
    }

    /** The files that hold a message. */
    public List<String> held() {
        return jdbc.sql("select distinct file from quittance.bank_standing where outcome = 'HELD' order by file")
                .query((row, n) -> row.getString(1))
                .list();
    }

    /** Whether a message may pass now, since it was held under another configuration or other rates. */
    public boolean mayPass(String configDigest, long ratesMark) {
        return jdbc.sql(
                        "select exists (select 1 from quittance.bank_standing m join quittance.work_set w on w.id = m.work_set"
                                + " where m.outcome = 'HELD' and (w.config_digest, w.rates_mark) is distinct from (?, ?))")
                .params(configDigest, ratesMark)
                .query(Boolean.class)
                .single();
    }

    /** Whether an earlier statement of the same account is held. Accounts of several currencies may share one number. */
    public boolean earlierIsHeld(Statement statement) {
        return jdbc.sql(
                        "select exists (select 1 from quittance.bank_standing where outcome = 'HELD' and account = ? and currency = ?"
                                + " and (date, coalesce(sequence, 0)) < (?, ?))")
                .params(
                        statement.account(),
                        statement.currency().getCode(),
                        statement.date(),
                        statement.sequence() == null ? 0 : statement.sequence())
                .query(Boolean.class)
                .single();
    }

    /** The messages that a work set refused, file by file. */
    public List<Message> refusedBy(String workSet) {
        return jdbc.sql(
                        "select " + COLUMNS + " from quittance.bank_message join quittance.bank_result"
                                + " using (file, number, attempt) where work_set = ? and outcome = 'REFUSED' order by file, number")
                .params(workSet)
                .query(BankMessages::row)
                .list();
    }

    private static Message row(ResultSet row, int number) throws SQLException {
        return new Message(
                row.getString("file"),
                row.getInt("number"),
                row.getInt("attempt"),
                Kind.valueOf(row.getString("kind")),
                row.getString("account"),
                row.getString("currency"),
                row.getObject("date", LocalDate.class),
                row.getObject("sequence", Long.class));
    }
}
