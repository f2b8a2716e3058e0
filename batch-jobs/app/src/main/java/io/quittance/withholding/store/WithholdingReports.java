package io.quittance.withholding.store;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Sums of a year for the forms that rules name. What was refused or returned is not in them. */
@Repository
public class WithholdingReports {

    private static final String OF_YEAR = """
            select w.contractor, w.residence, w.income, w.rate, w.tax_currency, sum(w.base_minor)::bigint as gross,
                   sum(w.tax_minor)::bigint as withheld, count(distinct w.payment) as payments,
                   sum(sum(w.base_minor)) over (partition by w.contractor, w.tax_currency)::bigint as of_payee
            from quittance.standing_withholding w
            where w.return_code = ? and w.entity = ? and extract(year from w.pay_date) = ?
              and w.run_state in ('RELEASED', 'SETTLED')
            group by w.contractor, w.residence, w.income, w.rate, w.tax_currency
            order by w.contractor, w.income, w.rate, w.residence, w.tax_currency
            """;

    private final JdbcClient jdbc;

    public WithholdingReports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One line of a form.
     *
     * @param rate in per cent; 0 where nothing was withheld
     * @param gross what was paid with what was withheld, in the payer's tax currency
     * @param payments how many transfers
     * @param ofPayee gross of all lines of the payee
     */
    public record Reported(
            String contractor,
            String residence,
            String income,
            BigDecimal rate,
            Money gross,
            Money withheld,
            long payments,
            Money ofPayee) {}

    /** The lines of a form, by payee, kind of income and rate. */
    public List<Reported> of(String form, String entity, int year) {
        return jdbc.sql(OF_YEAR)
                .params(form, entity, year)
                .query(WithholdingReports::row)
                .list();
    }

    private static Reported row(ResultSet row, int number) throws SQLException {
        CurrencyUnit currency = CurrencyUnit.of(row.getString("tax_currency"));
        return new Reported(
                row.getString("contractor"),
                row.getString("residence"),
                row.getString("income"),
                row.getBigDecimal("rate").stripTrailingZeros(),
                Money.ofMinor(currency, row.getLong("gross")),
                Money.ofMinor(currency, row.getLong("withheld")),
                row.getLong("payments"),
                Money.ofMinor(currency, row.getLong("of_payee")));
    }
}
