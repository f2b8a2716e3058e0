package io.quittance.fx.publisher;

import io.quittance.finding.Place;
import io.quittance.table.Row;

/** Columns that SDMX gives every table of observations. */
final class Sdmx {

    private Sdmx() {}

    /** Refuses a series of another kind than the one that is read. */
    static void expect(Row row, String column, String wanted) {
        String read = row.text(column);
        if (!read.equals(wanted)) {
            throw row.wrong(column, "\"%s\", but only %s is read".formatted(read, wanted));
        }
    }

    static Quotation quotation(Row row, String code, String value) {
        Place place = row.place().at("OBS_VALUE");
        String units = Figures.unitsOf(row.text("UNIT_MULT"), row.place().at("UNIT_MULT"));
        Days on = Days.iso(row.text("TIME_PERIOD"), row.place().at("TIME_PERIOD"));
        return new Quotation(code, units, Figures.point(value, place), on, place);
    }
}
