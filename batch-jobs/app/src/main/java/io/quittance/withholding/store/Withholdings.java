package io.quittance.withholding.store;

import io.quittance.bookkeeping.PaymentBooking.Retained;
import io.quittance.engine.copy.CopyRow;
import io.quittance.engine.copy.CopyTable;
import io.quittance.engine.copy.CopyWriter;
import io.quittance.ledger.Chart;
import io.quittance.payment.Deduction;
import io.quittance.payment.RunTerms;
import io.quittance.withholding.Earlier;
import io.quittance.withholding.IncomeKind;
import io.quittance.withholding.Part;
import io.quittance.withholding.TaxFamily;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** Tax that runs keep back. Insert-only: what no longer stands is what its settlement says. */
@Repository
public class Withholdings {

    private static final CopyTable TABLE = CopyTable.of(
            "quittance.withholding",
            "run",
            "invoice",
            "position",
            "payment",
            "entity",
            "contractor",
            "person",
            "residence",
            "jurisdiction",
            "pay_date",
            "counted_on",
            "family",
            "head",
            "name",
            "income",
            "rule",
            "rule_recorded_at",
            "final",
            "return_code",
            "certificate",
            "borne_by",
            "rate",
            "tax_currency",
            "base_minor",
            "taxed_minor",
            "tax_minor",
            "currency",
            "minor",
            "kept_minor",
            "fx_rate",
            "below",
            "steps");

    private final JdbcClient jdbc;
    private final CopyWriter copy;

    public Withholdings(JdbcClient jdbc, CopyWriter copy) {
        this.jdbc = jdbc;
        this.copy = copy;
    }

    /** Writes what a run withholds, in the transaction of the chunk that plans the payments. */
    public void write(RunTerms terms, List<Deduction> deductions) {
        var positions = new HashMap<UUID, Integer>();
        copy.write(
                TABLE,
                deductions,
                (row, deduction) -> row(row, deduction, terms, positions.merge(deduction.invoice(), 1, Integer::sum)));
    }

    private static void row(CopyRow row, Deduction deduction, RunTerms terms, int position) {
        Part part = deduction.part();
        row.text(terms.run())
                .uuid(deduction.invoice())
                .number(position)
                .text(deduction.payment())
                .text(terms.entity().id())
                .text(deduction.contractor())
                .text(deduction.person())
                .text(deduction.residence())
                .text(terms.entity().address().country())
                .date(terms.payDate())
                .date(part.countedOn());
        rule(row, part);
        row.text(part.tax().getCurrencyUnit().getCode())
                .number(part.base().getAmountMinorLong())
                .number(part.taxed().getAmountMinorLong())
                .number(part.tax().getAmountMinorLong())
                .text(part.amount().getCurrencyUnit().getCode())
                .number(part.amount().getAmountMinorLong())
                .number(part.keptBack().getAmountMinorLong())
                .decimal(part.fxRate())
                .text(part.below())
                .text(String.join("\n", part.steps()));
    }

    private static void rule(CopyRow row, Part part) {
        row.text(part.family().name())
                .text(part.head())
                .text(part.name())
                .text(part.income().name())
                .text(part.rule())
                .date(part.recordedAt())
                .bool(part.finalTax())
                .text(part.returnCode())
                .text(part.certificate())
                .text(part.payerBears() ? "PAYER" : "PAYEE")
                .decimal(part.ratePercent());
    }

    /** What a run withholds, in a total order, one after another. Call it in a transaction: rows stream. */
    public void ofRun(String run, Consumer<Deduction> each) {
        jdbc.sql("select * from quittance.withholding where run = ? order by payment, invoice, position")
                .withFetchSize(2_000)
                .params(run)
                .query(row -> {
                    each.accept(deduction(row));
                });
    }

    /** What each of some payments left with the payer, by payment; none has no entry. */
    public Map<String, List<Retained>> retainedBy(Collection<String> payments) {
        return jdbc
                .sql("select * from quittance.withholding where payment = any(?) and tax_minor <> 0"
                        + " order by payment, invoice, position")
                .params(new SqlArrayValue("text", payments.toArray()))
                .query((row, n) -> deduction(row))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Deduction::payment, Collectors.mapping(Withholdings::retained, Collectors.toList())));
    }

    /** The same of one payment; none where nothing was withheld. */
    public List<Retained> of(String payment) {
        return retainedBy(List.of(payment)).getOrDefault(payment, List.of());
    }

    private static Retained retained(Deduction deduction) {
        Part part = deduction.part();
        return new Retained(
                part.family() == TaxFamily.INCOME_TAX ? Chart.WITHHELD_INCOME_TAX : Chart.WITHHELD_VAT,
                part.keptBack(),
                part.tax());
    }

    /** What counts towards thresholds on these days and still stands, of any of these contractors. */
    public List<Earlier> earlier(String entity, Collection<String> contractors, LocalDate from, LocalDate to) {
        return jdbc.sql("""
                        select invoice, head, counted_on, tax_currency, base_minor, taxed_minor
                        from quittance.standing_withholding
                        where entity = ? and contractor = any(?) and counted_on between ? and ?
                        order by counted_on, run, invoice, position
                        """)
                .params(entity, new SqlArrayValue("text", contractors.toArray()), from, to)
                .query((row, n) -> new Earlier(
                        row.getObject("invoice", UUID.class),
                        row.getString("head"),
                        row.getObject("counted_on", LocalDate.class),
                        money(row, "tax_currency", "base_minor"),
                        money(row, "tax_currency", "taxed_minor")))
                .list();
    }

    /**
     * Gives the payments of a run that withheld tax their certificate numbers, in order. What has one keeps it, so that a release
     * that was killed goes on.
     */
    public void certify(String workSet, List<String> payments) {
        for (Map.Entry<String, List<TaxFamily>> one : families(payments).entrySet()) {
            one.getValue().forEach(family -> certify(workSet, one.getKey(), family));
        }
    }

    private Map<String, List<TaxFamily>> families(List<String> payments) {
        Map<String, List<TaxFamily>> families = new LinkedHashMap<>();
        jdbc.sql("""
                select w.payment, w.family
                from quittance.withholding w join quittance.payment p on p.id = w.payment
                where w.payment = any(?) and w.tax_minor <> 0
                  and not exists (select 1 from quittance.withholding_certificate c
                                  where c.payment = w.payment and c.family = w.family)
                group by w.payment, w.family, p.position order by p.position, w.family
                """).params(new SqlArrayValue("text", payments.toArray())).query(row -> {
            families.computeIfAbsent(row.getString(1), payment -> new ArrayList<>())
                    .add(TaxFamily.valueOf(row.getString(2)));
        });
        return families;
    }

    private void certify(String workSet, String payment, TaxFamily family) {
        jdbc.sql("""
                insert into quittance.withholding_certificate (entity, jurisdiction, year, number, payment, family, work_set)
                select w.entity, w.jurisdiction, extract(year from w.pay_date)::smallint,
                       coalesce((select max(c.number) from quittance.withholding_certificate c
                                 where c.entity = w.entity and c.jurisdiction = w.jurisdiction
                                   and c.year = extract(year from w.pay_date)), 0) + 1, w.payment, w.family, ?
                from quittance.withholding w where w.payment = ? and w.family = ? limit 1
                """).params(workSet, payment, family.name()).update();
    }

    private static Deduction deduction(ResultSet row) throws SQLException {
        String steps = row.getString("steps");
        BigDecimal rate = row.getBigDecimal("rate").stripTrailingZeros();
        return new Deduction(
                row.getString("payment"),
                row.getObject("invoice", UUID.class),
                row.getString("contractor"),
                row.getString("person"),
                row.getString("residence"),
                new Part(
                        row.getString("rule"),
                        row.getObject("rule_recorded_at", LocalDate.class),
                        TaxFamily.valueOf(row.getString("family")),
                        row.getString("head"),
                        row.getString("name"),
                        IncomeKind.valueOf(row.getString("income")),
                        row.getObject("counted_on", LocalDate.class),
                        rate,
                        money(row, "tax_currency", "base_minor"),
                        money(row, "tax_currency", "taxed_minor"),
                        money(row, "tax_currency", "tax_minor"),
                        money(row, "currency", "minor"),
                        row.getBigDecimal("fx_rate").stripTrailingZeros(),
                        row.getString("borne_by").equals("PAYER"),
                        row.getBoolean("final"),
                        row.getString("certificate"),
                        row.getString("return_code"),
                        row.getString("below"),
                        Arrays.asList(steps.split("\n"))));
    }

    private static Money money(ResultSet row, String currency, String minor) throws SQLException {
        return Money.ofMinor(CurrencyUnit.of(row.getString(currency)), row.getLong(minor));
    }
}
