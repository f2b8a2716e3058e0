package io.quittance.assessment.store;

import io.quittance.assessment.Assessor;
import io.quittance.assessment.Likeness;
import io.quittance.assessment.Verdict;
import io.quittance.invoice.DocumentKind;
import io.quittance.invoice.Fingerprint;
import io.quittance.invoice.Invoice;
import io.quittance.invoice.InvoiceKey;
import io.quittance.party.Register;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/**
 * Loads what a page of documents may look like: documents with one of their numbers, or with one of their amounts near their
 * dates, of their contractors and of whoever those are related to; and what credit notes took back of invoices.
 *
 * <p>Every look-up is a lateral one with {@code offset 0}: however old the server's plan is, it goes by index.
 */
@Repository
public class LikenessHistory {

    private static final String ALIKE = """
            select l.*, i.number as written, coalesce(i.supply_date, i.issue_date) as tax_point, i.file_name, i.syntax
            from (select n.invoice
                  from unnest(?, ?, ?, ?) as w (entity, contractor, kind, number)
                  cross join lateral (
                      select l.invoice from quittance.document_likeness l
                      where l.entity = w.entity and l.contractor = w.contractor and l.kind = w.kind and l.number = w.number
                      offset 0) n
                  union
                  select a.invoice
                  from unnest(?, ?, ?, ?, ?, ?, ?) as w (entity, contractor, kind, currency, gross, first, last)
                  cross join lateral (
                      select l.invoice from quittance.document_likeness l
                      where l.entity = w.entity and l.contractor = w.contractor and l.kind = w.kind
                        and l.currency = w.currency and l.gross_minor = w.gross and l.issue_date between w.first and w.last
                      offset 0) a) found
            cross join lateral (select * from quittance.document_likeness l where l.invoice = found.invoice offset 0) l
            join quittance.invoice i on i.id = l.invoice
            """;

    private static final String PLACES =
            "select invoice, since from quittance.document_likeness where invoice = any(?)";

    private static final String CREDITED = """
            select w.entity, w.asked, w.number, w.year, l.currency, sum(l.gross_minor)::bigint as gross
            from unnest(?, ?, ?, ?, ?) as w (entity, asked, contractor, number, year)
            cross join lateral (
                select l.currency, l.gross_minor from quittance.document_likeness l
                where l.entity = w.entity and l.contractor = w.contractor and l.credited_number = w.number
                  and l.credited_year = w.year and l.verdict = 'ACCEPTED'
                offset 0) l
            group by w.entity, w.asked, w.number, w.year, l.currency
            """;

    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private final JdbcClient jdbc;

    public LikenessHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Numbered(String entity, String contractor, String kind, String number) {}

    private record Amount(
            String entity,
            String contractor,
            String kind,
            String currency,
            long gross,
            LocalDate first,
            LocalDate last) {}

    private record Credited(InvoiceKey asked, String contractor) {}

    void load(PageHistory history, List<Invoice> invoices, Assessor.Context context) {
        places(history, invoices);
        alike(history, invoices, context);
        credited(history, invoices, context.register());
    }

    /** Where the documents themselves stand, as far as they were looked at before. */
    private void places(PageHistory history, List<Invoice> invoices) {
        jdbc.sql(PLACES)
                .params(new SqlArrayValue(
                        "uuid", invoices.stream().map(Invoice::id).toArray()))
                .query((RowCallbackHandler) row -> history.since(row.getObject(1, UUID.class), row.getLong(2)));
    }

    private void alike(PageHistory history, List<Invoice> invoices, Assessor.Context context) {
        int days = context.suspicion().days();
        Set<Numbered> numbers = new LinkedHashSet<>();
        Set<Amount> amounts = new LinkedHashSet<>();
        for (Invoice invoice : invoices) {
            String kind = invoice.kind().name();
            for (String contractor : context.register().kin(invoice.contractor())) {
                numbers.add(new Numbered(
                        invoice.entity(), contractor, kind, invoice.key().number()));
                amounts.add(new Amount(
                        invoice.entity(),
                        contractor,
                        kind,
                        invoice.currency().getCode(),
                        invoice.totals().gross().getAmountMinorLong(),
                        kept(invoice.issueDate().minusDays(days)),
                        kept(invoice.issueDate().plusDays(days))));
            }
        }
        jdbc.sql(ALIKE)
                .params(
                        array("text", numbers, Numbered::entity),
                        array("text", numbers, Numbered::contractor),
                        array("text", numbers, Numbered::kind),
                        array("text", numbers, Numbered::number),
                        array("text", amounts, Amount::entity),
                        array("text", amounts, Amount::contractor),
                        array("text", amounts, Amount::kind),
                        array("text", amounts, Amount::currency),
                        array("int8", amounts, Amount::gross),
                        array("date", amounts, Amount::first),
                        array("date", amounts, Amount::last))
                .query((RowCallbackHandler) row -> history.alike(likeness(row), row.getLong("since")));
    }

    /** A document may state the last day of year 9999, or the first one: around it are days that no column holds. */
    private static LocalDate kept(LocalDate day) {
        return day.isBefore(FIRST) ? FIRST : day.isAfter(LAST) ? LAST : day;
    }

    /** Of the year of a credit note or the year before, under every id that its contractor has gone by. */
    private void credited(PageHistory history, List<Invoice> invoices, Register register) {
        Set<Credited> wanted = new LinkedHashSet<>();
        for (Invoice invoice : invoices) {
            String preceding = invoice.precedingInvoice();
            if (invoice.kind() == DocumentKind.CREDIT_NOTE && preceding != null) {
                String number = InvoiceKey.normalise(preceding);
                int year = invoice.issueDate().getYear();
                for (int of : new int[] {year, year - 1}) {
                    var key = new InvoiceKey(invoice.entity(), invoice.contractor(), DocumentKind.INVOICE, number, of);
                    register.samePerson(invoice.contractor()).forEach(id -> wanted.add(new Credited(key, id)));
                }
            }
        }
        if (wanted.isEmpty()) {
            return;
        }
        jdbc.sql(CREDITED)
                .params(
                        array("text", wanted, one -> one.asked().entity()),
                        array("text", wanted, one -> one.asked().contractor()),
                        array("text", wanted, Credited::contractor),
                        array("text", wanted, one -> one.asked().number()),
                        array("int2", wanted, one -> (short) one.asked().year()))
                .query((RowCallbackHandler) row -> history.credited(
                        new InvoiceKey(
                                row.getString("entity"),
                                row.getString("asked"),
                                DocumentKind.INVOICE,
                                row.getString("number"),
                                row.getInt("year")),
                        Money.ofMinor(CurrencyUnit.of(row.getString("currency")), row.getLong("gross"))));
    }

    private static <T> SqlArrayValue array(String type, Set<T> wanted, Function<T, Object> field) {
        var values = new ArrayList<>(wanted.size());
        wanted.forEach(one -> values.add(field.apply(one)));
        return new SqlArrayValue(type, values.toArray());
    }

    private static Likeness likeness(ResultSet row) throws SQLException {
        return new Likeness(
                row.getObject("invoice", UUID.class),
                row.getString("entity"),
                row.getString("contractor"),
                DocumentKind.valueOf(row.getString("kind")),
                row.getString("written"),
                row.getObject("issue_date", LocalDate.class),
                row.getObject("tax_point", LocalDate.class),
                Money.ofMinor(CurrencyUnit.of(row.getString("currency")), row.getLong("gross_minor")),
                new Fingerprint(row.getString("fingerprint")),
                row.getString("file_name"),
                row.getString("syntax"),
                Verdict.valueOf(row.getString("verdict")));
    }
}
