package io.quittance.fx.publisher;

import io.quittance.fx.RateSheet;
import io.quittance.fx.table.RateCollector;
import io.quittance.table.Row;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * Bank of Israel, SDMX as CSV: shekels per {@code 10^UNIT_MULT} units, the official representative rate
 * ({@code DATA_TYPE} OF00), daily.
 */
final class BankOfIsrael {

    static final String SOURCE = "BOI";

    private static final List<String> COLUMNS = List.of(
            "SERIES_CODE",
            "FREQ",
            "BASE_CURRENCY",
            "COUNTER_CURRENCY",
            "UNIT_MEASURE",
            "DATA_TYPE",
            "DATA_SOURCE",
            "TIME_COLLECT",
            "CONF_STATUS",
            "PUB_WEBSITE",
            "UNIT_MULT",
            "COMMENTS",
            "TIME_PERIOD",
            "OBS_VALUE",
            "RELEASE_STATUS");

    private BankOfIsrael() {}

    static boolean begins(String line) {
        return line.startsWith("SERIES_CODE,FREQ,BASE_CURRENCY,COUNTER_CURRENCY");
    }

    static RateSheet read(InputStream in, String file) throws IOException {
        return Lines.table(
                in, file, COLUMNS, (table, rates) -> table.rows().forEach(row -> rates.attempt(() -> row(row, rates))));
    }

    private static void row(Row row, RateCollector rates) {
        String value = row.optional("OBS_VALUE");
        if (value == null) {
            return;
        }
        Sdmx.expect(row, "FREQ", "D");
        Sdmx.expect(row, "DATA_TYPE", "OF00");
        Sdmx.expect(row, "COUNTER_CURRENCY", "ILS");
        Board.of(SOURCE, "ILS", rates).homePerForeign(Sdmx.quotation(row, row.text("BASE_CURRENCY"), value));
    }
}
