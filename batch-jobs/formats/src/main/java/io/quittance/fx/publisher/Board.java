package io.quittance.fx.publisher;

import io.quittance.finding.Place;
import io.quittance.fx.Rate;
import io.quittance.fx.table.RateCollector;
import io.quittance.table.TableError;
import java.math.BigDecimal;
import java.util.Set;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;

/**
 * The board on which one publisher writes its quotations: all of them between its own currency and a foreign one. Keeps
 * each the way round it was published, for one unit, and rounds nothing.
 *
 * @param source the name of the publisher in policies; with the kind at its end where it publishes several, {@code BCB-SELL}
 * @param home the publisher's own currency
 */
record Board(String source, CurrencyUnit home, RateCollector rates) {

    /** Metals by weight and the unit of account of the IMF: nobody invoices in them, and a gram is no unit of a currency. */
    private static final Set<String> NO_MONEY = Set.of("XAU", "XAG", "XPT", "XPD", "XDR", "SDR");

    /** Units by which rates are quoted. A power of ten moves the decimal point; anything else would have to be rounded. */
    private static final Pattern POWER_OF_TEN = Pattern.compile("1(0{0,6})");

    static Board of(String source, String home, RateCollector rates) {
        return new Board(source, CurrencyUnit.of(home), rates);
    }

    /** {@code value} units of the publisher's currency buy {@code units} of the foreign one. */
    void homePerForeign(Quotation quotation) {
        write(quotation, true);
    }

    /** {@code value} units of the foreign currency are worth {@code units} of the publisher's. */
    void foreignPerHome(Quotation quotation) {
        write(quotation, false);
    }

    private void write(Quotation said, boolean foreignIsBase) {
        if (NO_MONEY.contains(said.code())) {
            return;
        }
        if (said.code().equals(home.getCode())) {
            throw new TableError(said.place(), home + " is quoted against itself");
        }
        BigDecimal value = said.value().movePointLeft(zeros(said.units(), said.place()));
        rates.quoted(said.code(), said.place()).ifPresent(foreign -> {
            CurrencyUnit base = foreignIsBase ? foreign : home;
            CurrencyUnit quote = foreignIsBase ? home : foreign;
            Days days = said.days();
            rates.add(new Rate(source, base, quote, days.from(), days.to(), value), said.place());
        });
    }

    /** How many zeros a number of units has: 2 for 100. */
    static int zeros(String units, Place place) {
        var matcher = POWER_OF_TEN.matcher(units);
        if (!matcher.matches()) {
            throw new TableError(place, "\"%s\" units: only 1, 10, 100 and so on are read exactly".formatted(units));
        }
        return matcher.group(1).length();
    }
}
