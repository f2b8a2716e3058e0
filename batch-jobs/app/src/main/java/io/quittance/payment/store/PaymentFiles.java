package io.quittance.payment.store;

import io.quittance.payment.Rail;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The files of a run and the batches in them. */
@Repository
public class PaymentFiles {

    /** One file. @param sha256 of the rendering that people signed */
    public record FileRow(
            String messageId,
            String run,
            int position,
            String name,
            Rail rail,
            String debitAccount,
            LocalDateTime createdAt,
            int payments,
            String sha256) {}

    /** One batch of a file. */
    public record BatchRow(String id, String file, int position, int payments, Money sum) {}

    /** What goes into one batch, as the payments of the run say. */
    public record Content(Rail rail, String debitAccount, String batch, int payments, Money sum) {}

    private final JdbcClient jdbc;

    public PaymentFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The batches that the payments of a run ask for, by rail, debit account and currency. */
    public List<Content> contents(String run) {
        return jdbc.sql("""
                        select rail, debit_account, batch, currency, count(*) as payments, sum(minor)::bigint as sum_minor
                        from quittance.payment where run = ?
                        group by rail, debit_account, batch, currency
                        order by rail desc, debit_account, currency
                        """)
                .params(run)
                .query((row, n) -> new Content(
                        Rail.valueOf(row.getString("rail")),
                        row.getString("debit_account"),
                        row.getString("batch"),
                        row.getInt("payments"),
                        sum(row)))
                .list();
    }

    public void insert(FileRow file) {
        jdbc.sql("insert into quittance.payment_file (message_id, run, position, name, rail, debit_account, created_at,"
                        + " payments, sha256) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        file.messageId(),
                        file.run(),
                        file.position(),
                        file.name(),
                        file.rail().name(),
                        file.debitAccount(),
                        file.createdAt(),
                        file.payments(),
                        file.sha256())
                .update();
    }

    public void insert(BatchRow batch) {
        jdbc.sql("insert into quittance.payment_batch (id, file, position, currency, payments, sum_minor)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(
                        batch.id(),
                        batch.file(),
                        batch.position(),
                        batch.sum().getCurrencyUnit().getCode(),
                        batch.payments(),
                        batch.sum().getAmountMinorLong())
                .update();
    }

    public List<FileRow> files(String run) {
        return jdbc.sql("select * from quittance.payment_file where run = ? order by position")
                .params(run)
                .query((row, n) -> new FileRow(
                        row.getString("message_id"),
                        row.getString("run"),
                        row.getInt("position"),
                        row.getString("name"),
                        Rail.valueOf(row.getString("rail")),
                        row.getString("debit_account"),
                        row.getObject("created_at", LocalDateTime.class),
                        row.getInt("payments"),
                        row.getString("sha256")))
                .list();
    }

    public List<BatchRow> batches(String file) {
        return jdbc.sql("select * from quittance.payment_batch where file = ? order by position")
                .params(file)
                .query((row, n) -> new BatchRow(
                        row.getString("id"),
                        row.getString("file"),
                        row.getInt("position"),
                        row.getInt("payments"),
                        sum(row)))
                .list();
    }

    private static Money sum(ResultSet row) throws SQLException {
        return Money.ofMinor(CurrencyUnit.of(row.getString("currency")), row.getLong("sum_minor"));
    }
}
