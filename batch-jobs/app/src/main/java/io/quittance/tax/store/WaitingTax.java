package io.quittance.tax.store;

import io.quittance.bookkeeping.WaitingTaxBooking;
import io.quittance.bookkeeping.WaitingTaxBooking.Paid;
import io.quittance.identity.Uuid5;
import io.quittance.ledger.Journal;
import io.quittance.ledger.store.Journals;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/**
 * Input tax that waits for a payment. Nothing is ever changed: that it may be deducted is an entry of its own, in the period of the
 * payment, which takes from the waiting what it gives to the input tax.
 */
@Repository
public class WaitingTax {

    /**
     * What waits of the documents that a payment or netting settled, or, when it came back, what was released: by what stays the
     * same in the return.
     */
    private static final String OF_PAYMENTS = """
            select w.id as paid, v.invoice, v.entity, v.jurisdiction, v.treatment, v.treatment_rule, v.rate, v.rate_row, v.currency, v.rounding_row,
                   v.recovery_row, v.box_row, v.input_boxes, sum(v.waiting_minor)::bigint as waiting,
                   coalesce(-sum(v.waiting_minor) filter (where v.tax_point_row = 'paid'), 0)::bigint as released,
                   (select max(p.position) from quittance.vat_entry p where p.invoice = v.invoice) as position
            from unnest(?) as w (id)
            join quittance.settlement s on s.payment = w.id or s.netting = w.id
            join quittance.vat_entry v on v.invoice = s.invoice
            group by w.id, v.invoice, v.entity, v.jurisdiction, v.treatment, v.treatment_rule, v.rate, v.rate_row, v.currency, v.rounding_row, v.recovery_row,
                     v.box_row, v.input_boxes
            having bool_or(v.waiting_minor <> 0)
            order by w.id, v.invoice, v.treatment, v.treatment_rule, v.rate, v.rate_row
            """;

    /** In the month of the payment, or the first one after it whose return is not closed; then it says from where and why. */
    private static final String INSERT = """
            insert into quittance.vat_entry (id, invoice, journal, position, entity, jurisdiction, treatment, treatment_rule, tax_point, period,
                due_period, moved_because, rate, rate_row, currency, base_minor, output_minor, input_minor, non_recoverable_minor,
                charged_minor, own_minor, rounding_minor, waiting_minor, included_minor, tax_point_row, rounding_row, recovery_row,
                box_row, base_boxes, output_boxes, input_boxes)
            select n.id, n.invoice, n.journal, n.position, n.entity, n.jurisdiction, n.treatment, n.treatment_rule, n.paid, o.month, n.due,
                   case when o.month <> n.due
                        then 'the return of ' || n.entity || ' for ' || to_char(n.due, 'YYYY-MM') || ' was closed before the payment was told'
                   end,
                   n.rate, n.rate_row, n.currency, 0, 0, n.moved, 0, 0, 0, 0, -n.moved, 0, 'paid', n.rounding_row, n.recovery_row,
                   n.box_row, '', '', n.input_boxes
            from (select ?::uuid as id, ?::uuid as invoice, ?::uuid as journal, ?::smallint as position, ?::text as entity,
                         ?::text as jurisdiction, ?::text as treatment, ?::text as treatment_rule, ?::date as paid, ?::date as due, ?::numeric as rate,
                         ?::text as rate_row, ?::char(3) as currency, ?::bigint as moved, ?::text as rounding_row,
                         ?::text as recovery_row, ?::text as box_row, ?::text as input_boxes) n
            cross join lateral (select quittance.first_open_month(n.entity, n.jurisdiction, n.due) as month) o
            """;

    private final JdbcClient jdbc;
    private final Journals journals;

    public WaitingTax(JdbcClient jdbc, Journals journals) {
        this.jdbc = jdbc;
        this.journals = journals;
    }

    /** What waits of one document at one rate. */
    private record Waiting(
            String paid,
            UUID invoice,
            String entity,
            String jurisdiction,
            String treatment,
            String treatmentRule,
            BigDecimal rate,
            String rateRow,
            CurrencyUnit currency,
            String roundingRow,
            String recoveryRow,
            @Nullable String boxRow,
            String inputBoxes,
            long waiting,
            long released,
            int position) {

        static Waiting of(ResultSet row, int number) throws SQLException {
            return new Waiting(
                    row.getString("paid"),
                    row.getObject("invoice", UUID.class),
                    row.getString("entity"),
                    row.getString("jurisdiction"),
                    row.getString("treatment"),
                    row.getString("treatment_rule"),
                    row.getBigDecimal("rate"),
                    row.getString("rate_row"),
                    CurrencyUnit.of(row.getString("currency")),
                    row.getString("rounding_row"),
                    row.getString("recovery_row"),
                    row.getString("box_row"),
                    row.getString("input_boxes"),
                    row.getLong("waiting"),
                    row.getLong("released"),
                    row.getInt("position"));
        }

        /** What may be deducted from now on; negative when the payment came back. */
        long movedBy(Paid paid) {
            return paid.cameBack() ? -released : waiting;
        }
    }

    /**
     * Records what these payments and nettings mean for tax that waited, in the transaction that is under way. What was paid comes
     * first: the same statement may tell that it came back.
     */
    public void move(String workSet, List<Paid> events) {
        Map<Boolean, List<Paid>> back = events.stream().collect(Collectors.partitioningBy(Paid::cameBack));
        moveAll(workSet, back.getOrDefault(false, List.of()));
        moveAll(workSet, back.getOrDefault(true, List.of()));
    }

    private void moveAll(String workSet, List<Paid> events) {
        if (events.isEmpty()) {
            return;
        }
        Map<String, List<Waiting>> waiting = jdbc
                .sql(OF_PAYMENTS)
                .params(new SqlArrayValue(
                        "text", events.stream().map(Paid::id).distinct().toArray()))
                .query(Waiting::of)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Waiting::paid, LinkedHashMap::new, Collectors.toList()));
        var moved = new ArrayList<Journal>();
        for (Paid paid : events) {
            List<Waiting> its = waiting.getOrDefault(paid.id(), List.of()).stream()
                    .filter(one -> one.movedBy(paid) != 0)
                    .toList();
            if (!its.isEmpty()) {
                journal(paid, its).ifPresent(moved::add);
            }
        }
        journals.post(workSet, moved);
    }

    /** Empty where an invoice and its credit note leave nothing to post: the entries are there all the same. */
    private Optional<Journal> journal(Paid paid, List<Waiting> its) {
        long sum = its.stream().mapToLong(one -> one.movedBy(paid)).sum();
        Waiting first = its.getFirst();
        Optional<Journal> journal = WaitingTaxBooking.moved(paid, first.entity, Money.ofMinor(first.currency, sum));
        Map<UUID, Integer> next =
                its.stream().collect(Collectors.toMap(Waiting::invoice, Waiting::position, Math::max));
        for (Waiting one : its) {
            insert(one, paid, next.merge(one.invoice, 1, Integer::sum));
        }
        return journal;
    }

    private void insert(Waiting one, Paid paid, int position) {
        long moved = one.movedBy(paid);
        jdbc.sql(INSERT)
                .params(Arrays.asList(
                        Uuid5.of("vat:" + one.invoice + ":" + position),
                        one.invoice,
                        paid.journal(),
                        position,
                        one.entity,
                        one.jurisdiction,
                        one.treatment,
                        one.treatmentRule,
                        paid.on(),
                        paid.on().withDayOfMonth(1),
                        one.rate,
                        one.rateRow,
                        one.currency.getCode(),
                        moved,
                        one.roundingRow,
                        one.recoveryRow,
                        one.boxRow,
                        one.inputBoxes))
                .update();
    }
}
