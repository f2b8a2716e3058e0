package io.quittance.tax.store;

import io.quittance.bookkeeping.WaitingTaxBooking;
import io.quittance.bookkeeping.WaitingTaxBooking.Paid;
import io.quittance.identity.Uuid5;
import io.quittance.ledger.Journal;
import io.quittance.ledger.store.Journals;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
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
     * same in the return. Most statements tell of no document whose tax ever waited, so that is asked first; and each of both keys
     * has its index, which an "or" over them would not use.
     */
    private static final String OF_PAYMENTS = """
            with settled as materialized (
                select s.payment as paid, s.invoice from quittance.settlement s where s.payment = any(?)
                union all
                select s.netting, s.invoice from quittance.settlement s where s.netting = any(?)),
            waiting as materialized (
                select s.paid, s.invoice from settled s
                where exists (select 1 from quittance.vat_entry v where v.invoice = s.invoice and v.waiting_minor <> 0))
            select w.paid, v.invoice, (array_agg(v.id order by v.position))[1] as entry, v.entity, v.currency,
                   sum(v.waiting_minor)::bigint as waiting,
                   coalesce(-sum(v.waiting_minor) filter (where v.tax_point_row = 'paid'), 0)::bigint as released,
                   (select max(p.position) from quittance.vat_entry p where p.invoice = v.invoice) as position
            from waiting w
            join quittance.vat_entry v on v.invoice = w.invoice
            group by w.paid, v.invoice, v.entity, v.jurisdiction, v.treatment, v.treatment_rule, v.rate, v.rate_row, v.currency,
                     v.rounding_row, v.recovery_row, v.box_row, v.input_boxes
            having bool_or(v.waiting_minor <> 0)
            order by w.paid, v.invoice, v.treatment, v.treatment_rule, v.rate, v.rate_row
            """;

    /** In the month of the payment, or the first one after it whose return is not closed; then it says from where and why. */
    private static final String INSERT = """
            with moved as materialized (
                select n.id, n.journal, n.position, n.paid, date_trunc('month', n.paid)::date as due, n.moved, v.invoice, v.entity,
                       v.jurisdiction, v.treatment, v.treatment_rule, v.rate, v.rate_row, v.currency, v.rounding_row, v.recovery_row,
                       v.box_row, v.input_boxes
                from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::smallint[], ?::date[], ?::bigint[])
                    as n (id, entry, journal, position, paid, moved)
                join quittance.vat_entry v on v.id = n.entry),
            open as materialized (
                select k.entity, k.jurisdiction, k.due, quittance.first_open_month(k.entity, k.jurisdiction, k.due) as month
                from (select distinct entity, jurisdiction, due from moved) k)
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
            from moved n join open o using (entity, jurisdiction, due)
            """;

    /** The several taxes of what was moved, where its rate has some. */
    private static final String INSERT_COMPONENTS = """
            insert into quittance.vat_component (entry, position, tax, percent, output_minor, input_minor, waiting_minor,
                non_recoverable_minor)
            select v.id, p.n, p.tax, p.percent, p.output_minor, p.input_minor, p.waiting_minor, p.lost_minor
            from quittance.vat_entry v join quittance.rate_rule r on r.id = v.rate_row
            cross join lateral quittance.parts_of(r.components, v.output_minor, v.input_minor, v.waiting_minor,
                                                  v.non_recoverable_minor) p
            where v.id = any(?) and r.components is not null
            """;

    private final JdbcClient jdbc;
    private final Journals journals;

    public WaitingTax(JdbcClient jdbc, Journals journals) {
        this.jdbc = jdbc;
        this.journals = journals;
    }

    /**
     * What waits of one document at one rate.
     *
     * @param entry an entry of it, which says all that stays the same
     */
    private record Waiting(
            String paid,
            UUID invoice,
            UUID entry,
            String entity,
            CurrencyUnit currency,
            long waiting,
            long released,
            int position) {

        static Waiting of(ResultSet row, int number) throws SQLException {
            return new Waiting(
                    row.getString("paid"),
                    row.getObject("invoice", UUID.class),
                    row.getObject("entry", UUID.class),
                    row.getString("entity"),
                    CurrencyUnit.of(row.getString("currency")),
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
        Map<String, List<Waiting>> waiting = waiting(events);
        var posted = new ArrayList<Journal>();
        var entries = new ArrayList<Moved>();
        for (Paid paid : events) {
            List<Waiting> its = waiting.getOrDefault(paid.id(), List.of()).stream()
                    .filter(one -> one.movedBy(paid) != 0)
                    .toList();
            if (!its.isEmpty()) {
                entries.addAll(entries(paid, its));
                journal(paid, its).ifPresent(posted::add);
            }
        }
        insert(entries);
        journals.post(workSet, posted);
    }

    private Map<String, List<Waiting>> waiting(List<Paid> events) {
        var ids = new SqlArrayValue(
                "text", events.stream().map(Paid::id).distinct().toArray());
        return jdbc.sql(OF_PAYMENTS).params(ids, ids).query(Waiting::of).list().stream()
                .collect(Collectors.groupingBy(Waiting::paid, LinkedHashMap::new, Collectors.toList()));
    }

    /** Empty where an invoice and its credit note leave nothing to post: the entries are there all the same. */
    private static Optional<Journal> journal(Paid paid, List<Waiting> its) {
        long sum = its.stream().mapToLong(one -> one.movedBy(paid)).sum();
        Waiting first = its.getFirst();
        return WaitingTaxBooking.moved(paid, first.entity, Money.ofMinor(first.currency, sum));
    }

    /** An entry to be, of what a payment moves. */
    private record Moved(Waiting of, Paid paid, int position) {

        UUID id() {
            return Uuid5.of("vat:" + of.invoice + ":" + position);
        }
    }

    private static List<Moved> entries(Paid paid, List<Waiting> its) {
        Map<UUID, Integer> next =
                its.stream().collect(Collectors.toMap(Waiting::invoice, Waiting::position, Math::max));
        return its.stream()
                .map(one -> new Moved(one, paid, next.merge(one.invoice, 1, Integer::sum)))
                .toList();
    }

    private void insert(List<Moved> entries) {
        if (entries.isEmpty()) {
            return;
        }
        jdbc.sql(INSERT)
                .params(
                        array("uuid", entries, Moved::id),
                        array("uuid", entries, one -> one.of.entry),
                        array("uuid", entries, one -> one.paid.journal()),
                        array("int2", entries, one -> (short) one.position),
                        array("date", entries, one -> one.paid.on()),
                        array("int8", entries, one -> one.of.movedBy(one.paid)))
                .update();
        jdbc.sql(INSERT_COMPONENTS).params(array("uuid", entries, Moved::id)).update();
    }

    private static SqlArrayValue array(String type, List<Moved> entries, Function<Moved, Object> of) {
        return new SqlArrayValue(type, entries.stream().map(of).toArray());
    }
}
