package io.quittance.vat.store;

import io.quittance.vat.BoxKind;
import io.quittance.vat.ClosedPeriod;
import io.quittance.vat.Period;
import io.quittance.vat.ReturnLine;
import io.quittance.vat.VatReturn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Returns that are closed: their figures and the ids of their entries, for ever. Rows are only added. */
@Repository
public class ClosedReturns {

    private final JdbcClient jdbc;

    public ClosedReturns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What is kept of a closed return.
     *
     * @param form the name of the return, null when no form is sourced
     * @param rounding net tax declared less net tax of the ledger
     * @param digest SHA-256 over the lines and the ids of the entries
     * @param workSet the act that closed it
     */
    public record Closed(
            Taxpayer of,
            @Nullable String form,
            long entries,
            Money rounding,
            @Nullable UUID journal,
            String configDigest,
            String digest,
            String workSet,
            String closedBy,
            LocalDate on) {}

    /** Every closed period. */
    public List<ClosedPeriod> all() {
        return jdbc.sql("select entity, jurisdiction, period from quittance.vat_return order by id")
                .query((row, n) -> new ClosedPeriod(
                        row.getString(1),
                        row.getString(2),
                        Period.parse(row.getString(3)).orElseThrow()))
                .list();
    }

    /** A closed return; empty while it is open. */
    public Optional<Closed> find(Taxpayer of) {
        return jdbc.sql("select * from quittance.vat_return where id = ?")
                .params(of.reference())
                .query((row, n) -> closed(row, of))
                .optional();
    }

    /** The first other closed return that speaks of a day of the period; empty when there is none. */
    public Optional<String> overlapping(Taxpayer of) {
        return jdbc.sql("select id from quittance.vat_return where entity = ? and jurisdiction = ?"
                        + " and id <> ? and first_day <= ? and last_day >= ? order by first_day limit 1")
                .params(
                        of.entity(),
                        of.jurisdiction(),
                        of.reference(),
                        of.period().lastDay(),
                        of.period().firstDay())
                .query(String.class)
                .optional();
    }

    /** The figures as they were frozen. */
    public VatReturn frozen(Closed closed) {
        int decimals = closed.rounding().getCurrencyUnit().getDecimalPlaces();
        List<ReturnLine> lines = jdbc.sql(
                        "select * from quittance.vat_return_line where return_id = ? order by position")
                .params(closed.of().reference())
                .query(ClosedReturns::line)
                .list();
        return new VatReturn(closed.form(), decimals, lines, List.of(), List.of());
    }

    /** The ids of the entries that a return would freeze, in their order. */
    public List<String> entriesOf(Taxpayer of) {
        return jdbc.sql("select id::text from quittance.vat_entry where entity = ? and jurisdiction = ?"
                        + " and period between ? and ? order by id")
                .params(
                        of.entity(),
                        of.jurisdiction(),
                        of.period().firstDay(),
                        of.period().lastDay())
                .query((row, n) -> row.getString(1))
                .list();
    }

    /** Keeps a return. Call it in the transaction that posts its rounding, under the gate of the pipeline. */
    public void keep(Closed closed, List<ReturnLine> lines) {
        Taxpayer of = closed.of();
        jdbc.sql(
                        "insert into quittance.vat_return (id, entity, jurisdiction, period, first_day, last_day, form, currency,"
                                + " entries, rounding_minor, journal, config_digest, digest, work_set, closed_by, on_date, proof_asked)"
                                + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, true)")
                .param(of.reference())
                .param(of.entity())
                .param(of.jurisdiction())
                .param(of.period().toString())
                .param(of.period().firstDay())
                .param(of.period().lastDay())
                .param(closed.form())
                .param(closed.rounding().getCurrencyUnit().getCode())
                .param(closed.entries())
                .param(closed.rounding().getAmountMinorLong())
                .param(closed.journal())
                .param(closed.configDigest())
                .param(closed.digest())
                .param(closed.workSet())
                .param(closed.closedBy())
                .param(closed.on())
                .update();
        for (int i = 0; i < lines.size(); i++) {
            keep(of, i + 1, lines.get(i));
        }
        jdbc.sql("insert into quittance.vat_return_entry (entry, return_id) select id, ? from quittance.vat_entry"
                        + " where entity = ? and jurisdiction = ? and period between ? and ?")
                .params(
                        of.reference(),
                        of.entity(),
                        of.jurisdiction(),
                        of.period().firstDay(),
                        of.period().lastDay())
                .update();
    }

    private void keep(Taxpayer of, int position, ReturnLine line) {
        jdbc.sql(
                        "insert into quittance.vat_return_line (return_id, position, form_row, box, kind, label, ledger, declared,"
                                + " bound, entries) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(of.reference())
                .param(position)
                .param(line.row())
                .param(line.box())
                .param(line.kind().name())
                .param(line.label())
                .param(line.ledger())
                .param(line.declared())
                .param(line.bound())
                .param(line.entries())
                .update();
    }

    private static Closed closed(ResultSet row, Taxpayer of) throws SQLException {
        return new Closed(
                of,
                row.getString("form"),
                row.getLong("entries"),
                Money.ofMinor(CurrencyUnit.of(row.getString("currency")), row.getLong("rounding_minor")),
                row.getObject("journal", UUID.class),
                row.getString("config_digest"),
                row.getString("digest"),
                row.getString("work_set"),
                row.getString("closed_by"),
                row.getObject("on_date", LocalDate.class));
    }

    private static ReturnLine line(ResultSet row, int number) throws SQLException {
        return new ReturnLine(
                row.getString("form_row"),
                row.getString("box"),
                BoxKind.valueOf(row.getString("kind")),
                row.getString("label"),
                row.getBigDecimal("ledger"),
                row.getBigDecimal("declared"),
                row.getLong("entries"),
                row.getBigDecimal("bound"));
    }
}
