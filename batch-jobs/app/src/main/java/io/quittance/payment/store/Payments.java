package io.quittance.payment.store;

import io.quittance.payment.PayeePlan.Netting;
import io.quittance.payment.Payment;
import io.quittance.payment.Rail;
import io.quittance.payment.Settlement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Payments of a run with what they settle, always in the order of their running numbers. */
@Repository
public class Payments {

    private static final int ROWS_AT_ONCE = 1_000;

    private static final String OF_RUN = """
            select p.*, s.invoice, s.number as settled_number, s.minor as settled_minor,
                   s.functional as settled_functional, s.functional_minor as settled_functional_minor
            from quittance.payment p
            join quittance.settlement s on s.payment = p.id
            join quittance.invoice i on i.id = s.invoice
            where p.run = ? and (? = '' or p.batch = ?) and p.position > ? and p.position <= ?
            order by p.position, i.issue_date, i.number, i.id
            """;

    private static final String NETTINGS = """
            select s.netting, i.contractor, s.invoice, s.number as settled_number, s.currency, s.minor as settled_minor,
                   s.functional as settled_functional, s.functional_minor as settled_functional_minor
            from quittance.settlement s join quittance.invoice i on i.id = s.invoice
            where s.run = ? and s.payment is null
            order by s.netting, i.issue_date, i.number, i.id
            """;

    private final JdbcClient jdbc;

    public Payments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every payment of a run. Open it in a transaction, so that rows stream, and close it. */
    public PaymentCursor ofRun(String run) {
        return ofBatch(run, "");
    }

    /** Every payment of one batch of a run. Open it in a transaction, so that rows stream, and close it. */
    public PaymentCursor ofBatch(String run, String batch) {
        return open(run, batch, 0, Integer.MAX_VALUE);
    }

    /** The payments of a run with running numbers after one and up to another. */
    public List<Payment> page(String run, int after, int last) {
        var page = new ArrayList<Payment>();
        try (PaymentCursor cursor = open(run, "", after, last)) {
            cursor.forEachRemaining(page::add);
        }
        return page;
    }

    private PaymentCursor open(String run, String batch, int after, int last) {
        return new PaymentCursor(
                jdbc
                        .sql(OF_RUN)
                        .withFetchSize(ROWS_AT_ONCE)
                        .params(run, batch, batch, after, last)
                        .query(Payments::row)
                        .stream());
    }

    /** The payment by which a run settles a document; empty where it makes none for it. */
    public Optional<String> settling(String run, UUID invoice) {
        return jdbc.sql(
                        "select payment from quittance.settlement where run = ? and invoice = ? and payment is not null")
                .params(run, invoice)
                .query(String.class)
                .optional();
    }

    /** The sets of a run that cancel out without a transfer. */
    public List<Netting> nettings(String run) {
        Map<String, List<NettingRow>> byId = jdbc
                .sql(NETTINGS)
                .params(run)
                .query((row, number) ->
                        new NettingRow(row.getString("netting"), row.getString("contractor"), settlement(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(NettingRow::id, LinkedHashMap::new, Collectors.toList()));
        return byId.entrySet().stream()
                .map(set -> new Netting(
                        set.getKey(),
                        set.getValue().getFirst().contractor(),
                        set.getValue().stream().map(NettingRow::settlement).toList()))
                .toList();
    }

    private record NettingRow(String id, String contractor, Settlement settlement) {}

    /** One row of the join: the payment with one of its settlements. */
    private static Payment row(ResultSet row, int number) throws SQLException {
        return new Payment(
                row.getString("id"),
                row.getString("contractor"),
                row.getString("payee_name"),
                Columns.address(row),
                Objects.requireNonNull(Columns.account(row)),
                Columns.money(row, "currency", "minor"),
                Rail.valueOf(row.getString("rail")),
                row.getString("end_to_end_id"),
                row.getString("uetr"),
                row.getString("remittance"),
                List.of(settlement(row)));
    }

    private static Settlement settlement(ResultSet row) throws SQLException {
        return new Settlement(
                row.getObject("invoice", UUID.class),
                row.getString("settled_number"),
                Money.ofMinor(CurrencyUnit.of(row.getString("currency")), row.getLong("settled_minor")),
                Money.ofMinor(
                        CurrencyUnit.of(row.getString("settled_functional")), row.getLong("settled_functional_minor")));
    }
}
