package io.quittance.vat.store;

import io.quittance.tax.Treatment;
import io.quittance.vat.BoxKind;
import io.quittance.vat.LedgerSum;
import io.quittance.vat.LedgerSum.TaxSum;
import io.quittance.vat.Period;
import io.quittance.vat.WithheldSum;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The entries of the VAT ledger, as returns add them up. */
@Repository
public class VatLedger {

    private static final int ROWS_AT_ONCE = 1_000;

    private static final String OF_PERIOD =
            " where v.entity = :entity and v.jurisdiction = :jurisdiction and v.period between :from and :to ";

    private static final String SUMS = """
            with entries as materialized (
                select v.id, v.treatment, v.box_row, v.base_boxes, v.output_boxes, v.input_boxes, v.currency, v.base_minor,
                       v.charged_minor, v.output_minor, v.input_minor,
                       (select count(*) from quittance.invoice_line l where l.invoice = v.invoice) as lines
                from quittance.vat_entry v
            """ + OF_PERIOD + """
            ),
            taxes as materialized (
                select e.treatment, e.box_row, e.base_boxes, e.output_boxes, e.input_boxes, c.tax, sum(c.output_minor) as output,
                       sum(c.input_minor) as input
                from entries e join quittance.vat_component c on c.entry = e.id group by 1, 2, 3, 4, 5, 6)
            select e.treatment, e.box_row, e.base_boxes, e.output_boxes, e.input_boxes, e.currency,
                   sum(e.base_minor) as base, sum(e.charged_minor) as charged,
                   sum(quittance.deducted_gross(e.base_minor, e.charged_minor, e.input_minor)) as deducted,
                   sum(e.output_minor) as output, sum(e.input_minor) as input, count(*) as entries, sum(e.lines) as lines,
                   (select string_agg(t.tax || ' ' || t.output || ' ' || t.input, ' ' order by t.tax) from taxes t
                    where t.treatment = e.treatment and t.box_row is not distinct from e.box_row and t.base_boxes = e.base_boxes
                      and t.output_boxes = e.output_boxes and t.input_boxes = e.input_boxes) as taxes
            from entries e group by 1, 2, 3, 4, 5, 6 order by 1, 2, 3, 4, 5, 6
            """;

    /** An amount stands in the column of the set in which the box takes it, and is empty in the others. */
    private static final String ENTRIES = """
            select v.id, v.tax_point, v.due_period, v.period, v.moved_because, i.contractor, i.number, i.kind, v.treatment,
                   trim_scale(v.rate) as rate, v.currency, v.box_row, v.invoice, s.number as journal,
                   case when cast(:any as boolean) or :box = any(string_to_array(v.base_boxes, ' '))
                          or cast(:bases as boolean) and p.output is not null
                        then quittance.amount(case when cast(:gross as boolean) then v.base_minor + v.charged_minor
                             when cast(:deducted as boolean)
                             then quittance.deducted_gross(v.base_minor, v.charged_minor, v.input_minor)
                             else v.base_minor end, v.currency) end as base,
                   quittance.amount(case when cast(:any as boolean) then v.output_minor else p.output end, v.currency) as output,
                   quittance.amount(case when cast(:any as boolean) then v.input_minor else p.input end, v.currency) as input
            from quittance.vat_entry v join quittance.invoice i on i.id = v.invoice
            cross join lateral (
                select count(*) as boxes, (sum(t.minor) filter (where t.kind = 'OUTPUT'))::bigint as output,
                       (sum(t.minor) filter (where t.kind = 'INPUT'))::bigint as input
                from quittance.vat_placed t where t.entry = v.id and t.box = :box) p
            left join ledger.sealed_journal s on s.journal = v.journal
            """ + OF_PERIOD + """
              and (:box <> '' and p.boxes > 0
                   or cast(:unplaced as boolean) and v.box_row is null
                   or cast(:unasked as boolean) and v.box_row is not null and v.base_boxes || v.output_boxes || v.input_boxes = '')
            order by v.tax_point, i.contractor, i.number, v.id
            """;

    private final JdbcClient jdbc;

    public VatLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An entry behind a box. Amounts as decimals of its currency; null where the box does not take that one. */
    public record Entry(
            String id,
            LocalDate taxPoint,
            @Nullable LocalDate due,
            LocalDate period,
            @Nullable String reason,
            String contractor,
            String number,
            String kind,
            String treatment,
            BigDecimal rate,
            String currency,
            @Nullable String boxRow,
            String invoice,
            @Nullable Long journal,
            @Nullable BigDecimal base,
            @Nullable BigDecimal output,
            @Nullable BigDecimal input) {}

    /**
     * What is asked of the ledger about one box.
     *
     * @param box its code; empty for the entries beside the form
     * @param beside which entries beside the form; null for those of a box
     * @param base what the box takes of them: {@code BASE}, with the tax charged, or that so far as it is deducted
     * @param basesOfOutput the box takes the bases of the entries whose output tax it takes
     */
    public record Asked(String box, @Nullable Beside beside, BoxKind base, boolean basesOfOutput) {

        /** Those beside the form. */
        public static Asked of(Beside beside) {
            return new Asked("", beside, BoxKind.BASE, false);
        }
    }

    /** Why an entry is in no box. */
    public enum Beside {
        /** No row says which box. */
        UNPLACED,
        /** The form does not ask. */
        UNASKED
    }

    /** The territories that the ledger of an entity has entries of in a time. */
    public List<String> jurisdictions(String entity, Period period) {
        return jdbc.sql("select distinct jurisdiction from quittance.vat_entry"
                        + " where entity = ? and period between ? and ? order by 1")
                .params(entity, period.firstDay(), period.lastDay())
                .query((row, n) -> row.getString(1))
                .list();
    }

    /** The currency of a return; empty when there is no entry. @throws IllegalStateException when entries are in several */
    public Optional<CurrencyUnit> currency(Taxpayer of) {
        List<String> found = bound("select distinct v.currency from quittance.vat_entry v" + OF_PERIOD, of)
                .query((row, n) -> row.getString(1))
                .list();
        if (found.size() > 1) {
            throw new IllegalStateException(
                    "The VAT ledger of " + of.reference() + " is in several currencies: " + found);
        }
        return found.stream().findFirst().map(CurrencyUnit::of);
    }

    /** The sums of a time, one for each treatment and set of boxes, in an order that is always the same. */
    public List<LedgerSum> sums(Taxpayer of) {
        return bound(SUMS, of).query(VatLedger::sum).list();
    }

    /** What payments of a time kept back for the tax office of the return, by name: runs that were released, and nothing that came back. */
    public List<WithheldSum> withheld(Taxpayer of) {
        return bound("""
                        select w.name, w.tax_currency, sum(w.tax_minor) as tax, count(*) as documents
                        from quittance.standing_withholding w
                        where w.entity = :entity and w.jurisdiction = :jurisdiction and w.pay_date between :from and :to
                          and w.run_state in ('RELEASED', 'SETTLED')
                        group by 1, 2 order by 1, 2
                        """, of)
                .query((row, n) -> new WithheldSum(
                        row.getString("name"),
                        decimal(
                                row,
                                "tax",
                                CurrencyUnit.of(row.getString("tax_currency")).getDecimalPlaces()),
                        row.getLong("documents")))
                .list();
    }

    /** The entries behind a box, one after another. */
    public void entries(Taxpayer of, Asked asked, Consumer<Entry> reader) {
        bound(ENTRIES, of)
                .param("box", BoxCodes.code(asked.box()))
                .param("any", asked.beside() != null)
                .param("unplaced", asked.beside() == Beside.UNPLACED)
                .param("unasked", asked.beside() == Beside.UNASKED)
                .param("gross", asked.base() == BoxKind.GROSS)
                .param("deducted", asked.base() == BoxKind.DEDUCTED)
                .param("bases", asked.basesOfOutput())
                .withFetchSize(ROWS_AT_ONCE)
                .query((ResultSet row) -> reader.accept(entry(row)));
    }

    /** The payment run of an entity whose release was begun and is not done: what it nets frees tax that waited for it. */
    public Optional<String> releasing(String entity) {
        return jdbc.sql("""
                        select r.id from quittance.work_set w join quittance.payment_run r on r.id = w.scope
                        where w.stage = 'release' and w.state = 'OPEN' and r.entity = ? order by r.id limit 1
                        """).params(entity).query(String.class).optional();
    }

    /**
     * The first month before a period that has entries, or withheld tax of these names, in no closed return; empty when it may be the
     * next one to be closed.
     */
    public Optional<LocalDate> openBefore(Taxpayer of, List<String> names) {
        return jdbc.sql("""
                        select least(
                            (select min(v.period) from quittance.vat_entry v
                             where v.entity = :entity and v.jurisdiction = :jurisdiction and v.period < :from
                               and not exists (select 1 from quittance.vat_return_entry e where e.entry = v.id)),
                            (select date_trunc('month', min(w.pay_date))::date from quittance.standing_withholding w
                             where w.entity = :entity and w.jurisdiction = :jurisdiction and w.pay_date < :from
                               and w.run_state in ('RELEASED', 'SETTLED') and w.name = any(:names)
                               and not exists (select 1 from quittance.vat_return r
                                               where r.entity = w.entity and r.jurisdiction = w.jurisdiction
                                                 and w.pay_date between r.first_day and r.last_day)))
                        """)
                .param("names", names.toArray(String[]::new))
                .param("entity", of.entity())
                .param("jurisdiction", of.jurisdiction())
                .param("from", of.period().firstDay())
                .query((row, n) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single();
    }

    /** How many documents of a time wait to be accepted: they would come late. */
    public long held(Taxpayer of) {
        return bound("""
                        select count(*) from quittance.assessment v
                        join quittance.invoice i on i.id = v.invoice
                        join quittance.work_set w on w.id = i.intake
                        where v.latest and v.verdict = 'HELD' and v.entity = :entity and v.jurisdiction = :jurisdiction
                          and quittance.due_on(v.treatment, v.tax_point, i.issue_date, w.business_date) between :from and :to
                        """, of).query(Long.class).single();
    }

    private JdbcClient.StatementSpec bound(String sql, Taxpayer of) {
        return jdbc.sql(sql)
                .param("entity", of.entity())
                .param("jurisdiction", of.jurisdiction())
                .param("from", of.period().firstDay())
                .param("to", of.period().lastDay());
    }

    private static LedgerSum sum(ResultSet row, int number) throws SQLException {
        int decimals = CurrencyUnit.of(row.getString("currency")).getDecimalPlaces();
        return new LedgerSum(
                Treatment.valueOf(row.getString("treatment")),
                row.getString("box_row"),
                new LedgerSum.Boxes(
                        BoxCodes.split(row.getString("base_boxes")),
                        BoxCodes.split(row.getString("output_boxes")),
                        BoxCodes.split(row.getString("input_boxes"))),
                decimal(row, "base", decimals),
                decimal(row, "charged", decimals),
                decimal(row, "deducted", decimals),
                decimal(row, "output", decimals),
                decimal(row, "input", decimals),
                row.getLong("entries"),
                row.getLong("lines"),
                taxes(row.getString("taxes"), decimals));
    }

    /** Name, output and input tax in turn. */
    private static List<TaxSum> taxes(@Nullable String told, int decimals) {
        if (told == null) {
            return List.of();
        }
        String[] words = told.split(" ");
        return IntStream.range(0, words.length / 3)
                .mapToObj(i -> new TaxSum(
                        words[3 * i],
                        new BigDecimal(words[3 * i + 1]).movePointLeft(decimals).setScale(decimals),
                        new BigDecimal(words[3 * i + 2]).movePointLeft(decimals).setScale(decimals)))
                .toList();
    }

    private static BigDecimal decimal(ResultSet row, String column, int decimals) throws SQLException {
        return row.getBigDecimal(column).movePointLeft(decimals).setScale(decimals);
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getString("id"),
                row.getObject("tax_point", LocalDate.class),
                row.getObject("due_period", LocalDate.class),
                row.getObject("period", LocalDate.class),
                row.getString("moved_because"),
                row.getString("contractor"),
                row.getString("number"),
                row.getString("kind"),
                row.getString("treatment"),
                row.getBigDecimal("rate"),
                row.getString("currency"),
                row.getString("box_row"),
                row.getString("invoice"),
                row.getObject("journal", Long.class),
                row.getBigDecimal("base"),
                row.getBigDecimal("output"),
                row.getBigDecimal("input"));
    }
}
