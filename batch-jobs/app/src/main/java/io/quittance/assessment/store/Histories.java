package io.quittance.assessment.store;

import io.quittance.assessment.Assessor;
import io.quittance.assessment.History.Occupant;
import io.quittance.assessment.History.TaxDays;
import io.quittance.assessment.Verdict;
import io.quittance.invoice.DocumentKind;
import io.quittance.invoice.Invoice;
import io.quittance.invoice.InvoiceKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** Loads what a page of documents needs to know of the past, in a handful of reads by index. */
@Repository
public class Histories {

    private static final String OCCUPANTS = """
            select k.*, i.number as written, i.issue_date, coalesce(a.tax_point, i.supply_date, i.issue_date) as tax_point,
                   coalesce(d.exchange_day, a.tax_point, i.supply_date, i.issue_date) as exchange_day,
                   i.currency, i.gross_minor, i.file_name, a.verdict
            from unnest(?, ?, ?, ?, ?) as w (entity, contractor, kind, number, year)
            join quittance.document_key k using (entity, contractor, kind, number, year)
            join quittance.invoice i on i.id = k.invoice
            join quittance.assessment a on a.invoice = k.invoice and a.latest
            left join quittance.tax_dates d on d.invoice = a.invoice and d.attempt = a.attempt
            """;

    private final JdbcClient jdbc;
    private final LikenessHistory likenesses;

    public Histories(JdbcClient jdbc, LikenessHistory likenesses) {
        this.jdbc = jdbc;
        this.likenesses = likenesses;
    }

    /**
     * The history of these documents.
     *
     * @param context says among whose documents look-alikes are searched, and how far back
     */
    public PageHistory of(List<Invoice> invoices, Assessor.Context context) {
        var history = new PageHistory();
        likenesses.load(history, invoices, context);
        List<InvoiceKey> keys = List.copyOf(keys(invoices));
        jdbc.sql(OCCUPANTS)
                .params(
                        array("text", keys, InvoiceKey::entity),
                        array("text", keys, InvoiceKey::contractor),
                        array("text", keys, key -> key.kind().name()),
                        array("text", keys, InvoiceKey::number),
                        array("int2", keys, key -> (short) key.year()))
                .query((RowCallbackHandler) row -> occupy(history, row));
        List<String> contracts = invoices.stream()
                .map(Invoice::contract)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (!contracts.isEmpty()) {
            jdbc.sql("select contract, currency, accepted_minor from quittance.contract_use where contract = any(?)")
                    .params(new SqlArrayValue("text", contracts.toArray()))
                    .query((RowCallbackHandler) row -> history.accepted(
                            row.getString(1), Money.ofMinor(CurrencyUnit.of(row.getString(2)), row.getLong(3))));
        }
        return history;
    }

    /** The documents' own keys, and those of the invoices that credit notes name: of the same year or the year before. */
    private static Set<InvoiceKey> keys(List<Invoice> invoices) {
        Set<InvoiceKey> keys = new LinkedHashSet<>();
        for (Invoice invoice : invoices) {
            keys.add(invoice.key());
            String preceding = invoice.precedingInvoice();
            if (preceding != null) {
                String number = InvoiceKey.normalise(preceding);
                int year = invoice.issueDate().getYear();
                keys.add(new InvoiceKey(invoice.entity(), invoice.contractor(), DocumentKind.INVOICE, number, year));
                keys.add(
                        new InvoiceKey(invoice.entity(), invoice.contractor(), DocumentKind.INVOICE, number, year - 1));
            }
        }
        return keys;
    }

    private static SqlArrayValue array(String type, List<InvoiceKey> keys, Function<InvoiceKey, Object> field) {
        return new SqlArrayValue(type, keys.stream().map(field).toArray());
    }

    private static void occupy(PageHistory history, ResultSet row) throws SQLException {
        var key = new InvoiceKey(
                row.getString("entity"),
                row.getString("contractor"),
                DocumentKind.valueOf(row.getString("kind")),
                row.getString("number"),
                row.getInt("year"));
        history.occupy(
                key,
                row.getObject("invoice", UUID.class),
                new Occupant(
                        row.getString("written"),
                        row.getObject("issue_date", LocalDate.class),
                        new TaxDays(
                                row.getObject("tax_point", LocalDate.class),
                                row.getObject("exchange_day", LocalDate.class)),
                        Money.ofMinor(CurrencyUnit.of(row.getString("currency")), row.getLong("gross_minor")),
                        row.getString("file_name"),
                        Verdict.valueOf(row.getString("verdict"))));
    }
}
