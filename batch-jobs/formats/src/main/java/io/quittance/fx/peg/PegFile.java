package io.quittance.fx.peg;

import io.quittance.fx.Rate;
import io.quittance.table.Cells;
import io.quittance.table.Row;
import io.quittance.table.Table;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.joda.money.CurrencyUnit;

/**
 * Reads {@code config/fx/pegs.csv}: fixed parities with the day they began and the authority that keeps them. They stand
 * in for currencies that a source does not quote, and hold until the row is taken out.
 */
public final class PegFile {

    /** The columns of the table. */
    public static final List<String> COLUMNS =
            List.of("currency", "base", "units_per_base", "since", "authority", "source");

    private PegFile() {}

    /** Every parity as a rate of the source {@link Rate#PEG}. */
    public static List<Rate> read(InputStream in, String file) throws IOException {
        return read(Table.read(in, file, COLUMNS));
    }

    /** Every parity of a table. */
    public static List<Rate> read(Table table) {
        var pegs = new ArrayList<Rate>();
        var seen = new HashSet<CurrencyUnit>();
        for (Row row : table.rows()) {
            Rate peg = peg(row);
            if (!seen.add(peg.quote())) {
                throw row.wrong("currency", peg.quote() + " is pegged twice");
            }
            pegs.add(peg);
        }
        return List.copyOf(pegs);
    }

    private static Rate peg(Row row) {
        CurrencyUnit currency = row.currency("currency");
        CurrencyUnit base = row.currency("base");
        if (currency.equals(base)) {
            throw row.wrong("base", currency + " is pegged to itself");
        }
        row.text("authority");
        row.text("source");
        var units = Cells.positive(row.text("units_per_base"), row.place().at("units_per_base"));
        return new Rate(Rate.PEG, base, currency, row.date("since"), Rate.OPEN_END, units);
    }
}
