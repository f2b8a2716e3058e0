package io.quittance.payment.store;

import io.quittance.reconciliation.SentPayment;
import io.quittance.reconciliation.SentPayments;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What happened to payments after release; the latest decisive event is their state. */
@Repository
public class PaymentEvents implements SentPayments {

    private static final String SENT = """
            select p.*, coalesce((select e.state from quittance.payment_event e
                                  where e.payment = p.id and e.state <> 'ACCEPTED'
                                  order by e.position desc limit 1), 'ORDERED') as state
            from quittance.payment p join quittance.payment_run r on r.id = p.run
            where r.state in ('RELEASED', 'SETTLED')
            """;

    private final JdbcClient jdbc;

    public PaymentEvents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One event.
     *
     * @param source the message or statement entry it came from: the same source tells the same event once
     */
    public record Event(
            String payment,
            String state,
            @Nullable String code,
            @Nullable String reason,
            LocalDate on,
            String source) {}

    /** Records an event; false when the same source told it before. */
    public boolean record(String workSet, Event event) {
        return jdbc.sql("""
                        insert into quittance.payment_event (payment, position, work_set, state, code, reason, on_date, source)
                        select ?, (select coalesce(max(position), 0) + 1 from quittance.payment_event where payment = ?), ?, ?, ?, ?, ?, ?
                        on conflict (payment, source, state) do nothing
                        """)
                        .param(event.payment())
                        .param(event.payment())
                        .param(workSet)
                        .param(event.state())
                        .param(event.code())
                        .param(event.reason())
                        .param(event.on())
                        .param(event.source())
                        .update()
                == 1;
    }

    /** The status by which a bank said that the money of a payment left, the first if there are several; empty when none did. */
    public Optional<String> saidToHaveLeft(String payment) {
        return jdbc.sql("select code from quittance.payment_event where payment = ? and state = 'ACCEPTED'"
                        + " and code in ('ACSC', 'ACCC') order by position limit 1")
                .params(payment)
                .query((row, n) -> row.getString(1))
                .optional();
    }

    /** The documents of a payment are open again: the bank refused it or the money came back. */
    public void reopen(String payment) {
        jdbc.sql("update quittance.settlement set live = false where payment = ? and live")
                .params(payment)
                .update();
    }

    /** The payments that a file ordered, in order. */
    public List<SentPayment> ofFile(String messageId) {
        return jdbc.sql(SENT + " and p.batch in (select id from quittance.payment_batch where file = ?) order by p.id")
                .params(messageId)
                .query(PaymentEvents::row)
                .list();
    }

    @Override
    public Optional<SentPayment> byEndToEndId(String endToEndId) {
        return jdbc.sql(SENT + " and p.end_to_end_id = ?")
                .params(endToEndId)
                .query(PaymentEvents::row)
                .optional();
    }

    @Override
    public Optional<SentPayment> byUetr(String uetr) {
        return jdbc.sql(SENT + " and p.uetr = ?")
                .params(uetr)
                .query(PaymentEvents::row)
                .optional();
    }

    @Override
    public List<SentPayment> ofBatch(String paymentInformationId) {
        return jdbc.sql(SENT + " and p.batch = ? order by p.id")
                .params(paymentInformationId)
                .query(PaymentEvents::row)
                .list();
    }

    /** Marks runs as settled in which no payment waits for the bank any more. */
    public int settleRuns() {
        return jdbc.sql("""
                update quittance.payment_run r set state = 'SETTLED'
                where r.state = 'RELEASED' and not exists (
                    select 1 from quittance.payment p
                    where p.run = r.id and not exists (
                        select 1 from quittance.payment_event e
                        where e.payment = p.id and e.state in ('REJECTED', 'SETTLED', 'RETURNED')))
                """).update();
    }

    private static SentPayment row(ResultSet row, int number) throws SQLException {
        return new SentPayment(
                row.getString("id"),
                row.getString("entity"),
                Columns.money(row, "currency", "minor"),
                Money.ofMinor(CurrencyUnit.of(row.getString("functional")), row.getLong("functional_minor")),
                row.getString("end_to_end_id"),
                row.getString("uetr"),
                row.getString("batch"),
                row.getString("debit_account"),
                SentPayment.State.valueOf(row.getString("state")));
    }
}
