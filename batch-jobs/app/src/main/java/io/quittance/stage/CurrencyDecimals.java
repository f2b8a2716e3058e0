package io.quittance.stage;

import java.util.List;
import org.joda.money.CurrencyUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/** Tells the database how many decimals each currency has: SQL rounds by what the program knows, never by a list of its own. */
@Component
public class CurrencyDecimals {

    private final JdbcClient jdbc;

    public CurrencyDecimals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds what the database does not know yet; what it knows never changes. */
    public void record() {
        List<CurrencyUnit> currencies = CurrencyUnit.registeredCurrencies();
        long known = jdbc.sql("select count(*) from quittance.currency_decimals")
                .query(Long.class)
                .single();
        if (known < currencies.size()) {
            jdbc.sql("insert into quittance.currency_decimals (currency, decimals)"
                            + " select * from unnest(?, ?) on conflict do nothing")
                    .params(
                            new SqlArrayValue(
                                    "text",
                                    currencies.stream()
                                            .map(CurrencyUnit::getCode)
                                            .toArray()),
                            new SqlArrayValue(
                                    "int2",
                                    currencies.stream()
                                            .map(currency -> (short) Math.max(0, currency.getDecimalPlaces()))
                                            .toArray()))
                    .update();
        }
    }
}
