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
            with recursive stated as (
                select distinct w.contractor as one, p.id as other
                from quittance.withholding w cross join lateral unnest(string_to_array(w.person, ' ')) as p (id)),
            same as (select one, other from stated union select other, one from stated),
            reached as (
                select one, one as other from same
                union select r.one, s.other from reached r join same s on s.one = r.other),
            person as (select one as contractor, min(other) as person from reached group by one),
            reported as (
                select w.*, p.person as payee
                from quittance.standing_withholding w join person p using (contractor)
                where w.return_code = ? and w.entity = ? and extract(year from w.pay_date) = ?
                  and w.run_state in ('RELEASED', 'SETTLED')),
            ids as (select payee, string_agg(distinct contractor, ' ' order by contractor) as ids from reported group by payee)
            select i.ids as contractor, w.residence, w.income, w.rate, w.tax_currency, sum(w.base_minor)::bigint as gross,
                   sum(w.tax_minor)::bigint as withheld, count(distinct w.payment) as payments,
                   sum(sum(w.base_minor)) over (partition by w.payee, w.tax_currency)::bigint as of_payee
            from reported w join ids i using (payee)
            group by w.payee, i.ids, w.residence, w.income, w.rate, w.tax_currency
            order by i.ids, w.income, w.rate, w.residence, w.tax_currency
            """;

    private final JdbcClient jdbc;

    public WithholdingReports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One line of a form.
     *
     * @param contractor the ids under which the payee was paid, in order, blanks between: limits are a person's, not an id's
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
