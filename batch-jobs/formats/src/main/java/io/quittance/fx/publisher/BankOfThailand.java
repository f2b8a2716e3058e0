package io.quittance.fx.publisher;

import io.quittance.fx.table.RateCollector;
import java.util.regex.Pattern;

/**
 * Bank of Thailand, daily average of commercial banks, JSON: baht per unit or per the units in brackets after the name,
 * {@code YEN (100 YEN)}. Mid, buying (transfer) and selling rates are kept as three sources; an empty text is a holiday.
 */
final class BankOfThailand {

    static final String SOURCE = "BOT";

    private static final Pattern UNITS = Pattern.compile("\\(([0-9,]+) [A-Z]+\\)");

    private BankOfThailand() {}

    static boolean reads(JsonSpot root) {
        JsonSpot result = root.find("result");
        JsonSpot body = result == null ? null : result.find("data");
        return body != null && body.has("data_detail");
    }

    static void read(JsonSpot root, RateCollector rates) {
        for (JsonSpot one : root.at("result").at("data").at("data_detail").elements()) {
            rates.attempt(() -> {
                write(SOURCE, one, "mid_rate", rates);
                write(SOURCE + "-BUY", one, "buying_transfer", rates);
                write(SOURCE + "-SELL", one, "selling", rates);
            });
        }
    }

    private static void write(String source, JsonSpot one, String kind, RateCollector rates) {
        JsonSpot value = one.at(kind);
        JsonSpot date = one.at("period");
        if (value.text().isEmpty()) {
            return;
        }
        var bracket = UNITS.matcher(one.at("currency_name_eng").text());
        String units = bracket.find() ? bracket.group(1).replace(",", "") : "1";
        Board.of(source, "THB", rates)
                .homePerForeign(new Quotation(
                        one.at("currency_id").text(),
                        units,
                        Figures.point(value.text(), value.place()),
                        Days.iso(date.text(), date.place()),
                        value.place()));
    }
}
