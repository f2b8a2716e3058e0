package io.quittance.invoice.store;

import io.quittance.invoice.DocumentKind;
import io.quittance.invoice.Invoice;
import io.quittance.invoice.InvoiceLine;
import io.quittance.invoice.InvoiceSource;
import io.quittance.invoice.InvoiceTotals;
import io.quittance.invoice.Period;
import io.quittance.invoice.StatedAccount;
import io.quittance.invoice.VatBreakdown;
import io.quittance.invoice.VatCategory;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** Stored documents as values again: header, lines and VAT breakdown in three reads a page. */
@Repository
public class InvoiceRows {

    private static final String LINES =
            "select * from quittance.invoice_line where invoice = any(?) order by invoice, position";
    private static final String VAT =
            "select * from quittance.invoice_vat where invoice = any(?) order by invoice, position";

    private final JdbcClient jdbc;

    public InvoiceRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Lines and breakdowns of a page of documents. */
    public Parts parts(Map<UUID, CurrencyUnit> currencies) {
        var ids = new SqlArrayValue("uuid", currencies.keySet().toArray());
        var parts = new Parts(new HashMap<>(), new HashMap<>());
        parts.lines()
                .putAll(jdbc.sql(LINES).params(ids).query((row, n) -> line(row, currencies)).list().stream()
                        .collect(Collectors.groupingBy(
                                Owned::invoice, Collectors.mapping(Owned::part, Collectors.toList()))));
        parts.vat()
                .putAll(jdbc.sql(VAT).params(ids).query((row, n) -> vat(row, currencies)).list().stream()
                        .collect(Collectors.groupingBy(
                                Owned::invoice, Collectors.mapping(Owned::part, Collectors.toList()))));
        return parts;
    }

    /** What belongs to the documents of a page. */
    public record Parts(Map<UUID, List<InvoiceLine>> lines, Map<UUID, List<VatBreakdown>> vat) {}

    private record Owned<T>(UUID invoice, T part) {}

    /** The document of a row of {@code quittance.invoice}. */
    public static Invoice invoice(ResultSet row, Parts parts) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        CurrencyUnit currency = CurrencyUnit.of(row.getString("currency"));
        return new Invoice(
                id,
                new InvoiceSource(
                        row.getString("file"),
                        row.getString("file_name"),
                        row.getInt("position"),
                        row.getLong("line"),
                        row.getString("syntax")),
                DocumentKind.valueOf(row.getString("kind")),
                row.getString("number"),
                row.getObject("issue_date", LocalDate.class),
                row.getObject("supply_date", LocalDate.class),
                row.getObject("due_date", LocalDate.class),
                row.getString("entity"),
                row.getString("contractor"),
                row.getString("contractor_name"),
                row.getString("contractor_vat_id"),
                row.getString("contract"),
                row.getString("purchase_reference"),
                currency,
                parts.lines().getOrDefault(id, List.of()),
                parts.vat().getOrDefault(id, List.of()),
                totals(row, currency),
                account(row),
                row.getString("payment_reference"),
                row.getString("preceding_invoice"),
                row.getObject("tax_point_date", LocalDate.class));
    }

    private static InvoiceTotals totals(ResultSet row, CurrencyUnit currency) throws SQLException {
        return new InvoiceTotals(
                Money.ofMinor(currency, row.getLong("net_minor")),
                Money.ofMinor(currency, row.getLong("vat_minor")),
                Money.ofMinor(currency, row.getLong("gross_minor")),
                Money.ofMinor(currency, row.getLong("prepaid_minor")),
                Money.ofMinor(currency, row.getLong("rounding_minor")),
                Money.ofMinor(currency, row.getLong("due_minor")),
                Money.ofMinor(currency, row.getLong("levy_minor")));
    }

    private static @Nullable StatedAccount account(ResultSet row) throws SQLException {
        String number = row.getString("payee_account");
        return number == null ? null : new StatedAccount(number, row.getString("payee_bic"));
    }

    private static Owned<InvoiceLine> line(ResultSet row, Map<UUID, CurrencyUnit> currencies) throws SQLException {
        UUID invoice = row.getObject("invoice", UUID.class);
        CurrencyUnit currency = currencies.get(invoice);
        long vat = row.getLong("vat_minor");
        boolean withoutVat = row.wasNull();
        return new Owned<>(
                invoice,
                new InvoiceLine(
                        row.getString("number"),
                        row.getLong("line"),
                        row.getString("description"),
                        row.getBigDecimal("quantity").stripTrailingZeros(),
                        row.getBigDecimal("unit_price").stripTrailingZeros(),
                        Money.ofMinor(currency, row.getLong("net_minor")),
                        VatCategory.valueOf(row.getString("category")),
                        rate(row),
                        withoutVat ? null : Money.ofMinor(currency, vat),
                        row.getString("unit"),
                        period(row)));
    }

    private static @Nullable Period period(ResultSet row) throws SQLException {
        LocalDate from = row.getObject("period_from", LocalDate.class);
        return from == null ? null : new Period(from, row.getObject("period_to", LocalDate.class));
    }

    private static Owned<VatBreakdown> vat(ResultSet row, Map<UUID, CurrencyUnit> currencies) throws SQLException {
        UUID invoice = row.getObject("invoice", UUID.class);
        CurrencyUnit currency = currencies.get(invoice);
        return new Owned<>(
                invoice,
                new VatBreakdown(
                        VatCategory.valueOf(row.getString("category")),
                        rate(row),
                        Money.ofMinor(currency, row.getLong("base_minor")),
                        Money.ofMinor(currency, row.getLong("tax_minor"))));
    }

    private static @Nullable BigDecimal rate(ResultSet row) throws SQLException {
        BigDecimal rate = row.getBigDecimal("rate");
        return rate == null ? null : rate.stripTrailingZeros();
    }
}
