package io.quittance.fx.hmrc;

import io.quittance.finding.Place;
import io.quittance.fx.Rate;
import io.quittance.fx.RateSheet;
import io.quittance.fx.table.RateCollector;
import io.quittance.table.Cells;
import io.quittance.table.Row;
import io.quittance.table.Table;
import io.quittance.table.TableError;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.CurrencyUnit;

/**
 * Reads {@code monthly_csv_YYYY-M.csv} of HM Revenue & Customs: a row a country, so that a currency of several countries
 * comes several times. Values are units per pound, for a period that is published before it begins.
 * Source: gov.uk, HMRC exchange rates for customs and VAT (VAT Notice 700, 7.7).
 */
public final class HmrcMonthly {

    /** The name of this source in policies. */
    public static final String SOURCE = "HMRC";

    private static final String CODE = "Currency Code";
    private static final String VALUE = "Currency Units per £1";
    private static final String FROM = "Start date";
    private static final String TO = "End date";
    private static final List<String> COLUMNS = List.of("Country/Territories", "Currency", CODE, VALUE, FROM, TO);

    private HmrcMonthly() {}

    /** Every rate of the file, or the findings for which it is refused. */
    public static RateSheet read(InputStream in, String file) throws IOException {
        var rates = new RateCollector(Place.of(file));
        try {
            Table.read(in, file, COLUMNS).rows().forEach(row -> rates.attempt(() -> row(row, rates)));
        } catch (TableError unreadable) {
            rates.refuse(unreadable);
        }
        return rates.sheet();
    }

    private static void row(Row row, RateCollector rates) {
        String code = row.text(CODE);
        BigDecimal value = Cells.positive(row.text(VALUE), row.place().at(VALUE));
        LocalDate from = Cells.dayFirst(row.text(FROM), row.place().at(FROM));
        LocalDate to = Cells.dayFirst(row.text(TO), row.place().at(TO));
        if (to.isBefore(from)) {
            throw row.wrong(TO, "the period ends on %s before it begins on %s".formatted(to, from));
        }
        if (code.equals(CurrencyUnit.GBP.getCode())) {
            throw row.wrong(CODE, "the pound is not quoted against itself");
        }
        Place place = row.place().at(VALUE);
        rates.quoted(code, row.place().at(CODE))
                .ifPresent(quote -> rates.add(new Rate(SOURCE, CurrencyUnit.GBP, quote, from, to, value), place));
    }
}
