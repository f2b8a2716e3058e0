package io.quittance.tax.store;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is told to tax offices beside the return: figures per supplier, from stored entries and payments alone. */
@Repository
public class TaxLists {

    private static final String EC_PURCHASES = """
            select country, vat_id, sum(documents)::bigint as documents, quittance.amount(sum(base_minor)::bigint, currency)::text as base,
                   quittance.amount(sum(tax_minor)::bigint, currency)::text as tax, currency
            from quittance.ec_purchase where entity = ? and period >= ? and period <= ?
            group by country, vat_id, currency order by country, vat_id, currency
            """;

    private static final String DAC7 = """
            select quarter, contractor, kind, country, vat_id, currency, quittance.amount(consideration_minor, currency)::text as consideration,
                   quittance.amount(fees_minor, currency)::text as fees, quittance.amount(taxes_minor, currency)::text as taxes, activities
            from quittance.dac7_seller where entity = ? and year = ? order by quarter, contractor, country, currency
            """;

    private final JdbcClient jdbc;

    public TaxLists(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Services bought from one supplier in another Member State (Directive 2006/112 art. 44, 196), in the currency of the return.
     *
     * @param documents invoices and credit notes
     * @param base taxable amount; credit notes count negative
     * @param tax self-assessed
     */
    public record EcPurchase(String country, String vatId, long documents, String base, String tax, String currency) {}

    /**
     * One seller in one quarter, as Directive (EU) 2021/514 annex V section III asks of operators of platforms. What is asked for was
     * read at revenue.ie (DAC7, reporting obligations); that consideration is net of what was kept back, at bdo.nl.
     *
     * @param contractor our number of the seller
     * @param vatId empty where there is none
     * @param consideration what was paid or set off, without what was kept back
     * @param fees what the payer kept for itself; empty, since no document tells us
     * @param taxes what the payer withheld for a state
     * @param activities invoices that were paid or set off
     */
    public record Dac7Seller(
            int quarter,
            String contractor,
            String kind,
            String country,
            String vatId,
            String currency,
            String consideration,
            String fees,
            String taxes,
            long activities) {}

    /** Services from other Member States by supplier's VAT id, of the months that begin in these days. */
    public List<EcPurchase> ecPurchases(String entity, LocalDate from, LocalDate to) {
        return jdbc.sql(EC_PURCHASES)
                .params(entity, from, to)
                .query((row, n) -> new EcPurchase(
                        text(row.getString("country")),
                        text(row.getString("vat_id")),
                        row.getLong("documents"),
                        row.getString("base"),
                        row.getString("tax"),
                        row.getString("currency")))
                .list();
    }

    /** Every seller that was paid in a year, quarter by quarter. */
    public List<Dac7Seller> dac7(String entity, int year) {
        return jdbc.sql(DAC7)
                .params(entity, year)
                .query((row, n) -> new Dac7Seller(
                        row.getInt("quarter"),
                        row.getString("contractor"),
                        text(row.getString("kind")),
                        row.getString("country"),
                        text(row.getString("vat_id")),
                        row.getString("currency"),
                        row.getString("consideration"),
                        text(row.getString("fees")),
                        row.getString("taxes"),
                        row.getLong("activities")))
                .list();
    }

    private static String text(@Nullable String cell) {
        return cell == null ? "" : cell;
    }
}
