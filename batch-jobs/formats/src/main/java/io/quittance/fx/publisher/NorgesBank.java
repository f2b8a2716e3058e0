package io.quittance.fx.publisher;

import io.quittance.fx.RateSheet;
import io.quittance.fx.table.RateCollector;
import io.quittance.table.Row;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;

/**
 * Norges Bank, SDMX as CSV: kroner per {@code 10^UNIT_MULT} units, spot, business days. The indices I44 and TWI are no
 * currencies.
 */
final class NorgesBank {

    static final String SOURCE = "NORGES";

    private static final Set<String> INDICES = Set.of("I44", "TWI");

    private static final List<String> COLUMNS = List.of(
            "FREQ",
            "BASE_CUR",
            "QUOTE_CUR",
            "TENOR",
            "DECIMALS",
            "CALCULATED",
            "UNIT_MULT",
            "COLLECTION",
            "TIME_PERIOD",
            "OBS_VALUE");

    private NorgesBank() {}

    static boolean begins(String line) {
        return line.startsWith("FREQ,BASE_CUR,QUOTE_CUR");
    }

    static RateSheet read(InputStream in, String file) throws IOException {
        return Lines.table(
                in, file, COLUMNS, (table, rates) -> table.rows().forEach(row -> rates.attempt(() -> row(row, rates))));
    }

    private static void row(Row row, RateCollector rates) {
        String value = row.optional("OBS_VALUE");
        String code = row.text("BASE_CUR");
        if (value == null || INDICES.contains(code)) {
            return;
        }
        Sdmx.expect(row, "FREQ", "B");
        Sdmx.expect(row, "TENOR", "SP");
        Sdmx.expect(row, "QUOTE_CUR", "NOK");
        Board.of(SOURCE, "NOK", rates).homePerForeign(Sdmx.quotation(row, code, value));
    }
}
