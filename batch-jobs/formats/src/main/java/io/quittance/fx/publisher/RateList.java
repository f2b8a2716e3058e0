package io.quittance.fx.publisher;

import io.quittance.fx.Rate;
import io.quittance.fx.RateSheet;
import io.quittance.fx.table.RateCollector;
import io.quittance.table.Cells;
import io.quittance.table.Row;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.CurrencyUnit;

/**
 * Our own plain list, for publishers who print their rates: one unit of {@code base} is worth {@code value} of
 * {@code quote} from {@code valid_from} to {@code valid_to}. The monthly averages of the German ministry of finance and
 * the rates of the Central Bank of the UAE come in this way.
 */
final class RateList {

    private static final List<String> COLUMNS = List.of("source", "base", "quote", "valid_from", "valid_to", "value");

    private RateList() {}

    static boolean begins(String line) {
        return line.startsWith("source,base,quote,");
    }

    static RateSheet read(InputStream in, String file) throws IOException {
        return Lines.table(
                in, file, COLUMNS, (table, rates) -> table.rows().forEach(row -> rates.attempt(() -> row(row, rates))));
    }

    private static void row(Row row, RateCollector rates) {
        String source = row.text("source");
        if (!source.matches("[A-Z][A-Z0-9-]{1,19}")) {
            throw row.wrong("source", "\"%s\" is no name in capitals, digits and hyphens".formatted(source));
        }
        if (source.equals(Rate.PEG)) {
            throw row.wrong("source", "parities are kept in config/fx/pegs.csv, not delivered");
        }
        CurrencyUnit base = row.currency("base");
        CurrencyUnit quote = row.currency("quote");
        LocalDate from = row.date("valid_from");
        LocalDate to = row.date("valid_to");
        if (base.equals(quote)) {
            throw row.wrong("quote", base + " is quoted against itself");
        }
        if (to.isBefore(from)) {
            throw row.wrong("valid_to", "the period ends on %s before it begins on %s".formatted(to, from));
        }
        var place = row.place().at("value");
        rates.add(new Rate(source, base, quote, from, to, Cells.positive(row.text("value"), place)), place);
    }
}
