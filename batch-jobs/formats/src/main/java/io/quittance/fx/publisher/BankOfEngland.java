package io.quittance.fx.publisher;

import de.siegmar.fastcsv.reader.CsvRecord;
import io.quittance.finding.Place;
import io.quittance.fx.RateSheet;
import io.quittance.fx.table.RateCollector;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;

/**
 * Bank of England, interactive database: daily spot rates against sterling, series {@code XUDL...}, units of the foreign
 * currency per pound, {@code 24 Nov 2026}. An empty cell is a day without quotation.
 */
final class BankOfEngland {

    static final String SOURCE = "BOE";

    private static final Map<String, String> SERIES = series();

    private BankOfEngland() {}

    static boolean begins(String line) {
        return line.startsWith("DATE,XUDL");
    }

    static RateSheet read(InputStream in, String file) throws IOException {
        return Lines.read(in, file, ',', (lines, rates) -> {
            CsvRecord header = lines.records().getFirst();
            lines.after(0)
                    .forEach(record -> rates.attempt(() -> {
                        lines.sameWidth(record, header);
                        day(record, header, lines.place(record), rates);
                    }));
        });
    }

    private static void day(CsvRecord record, CsvRecord header, Place line, RateCollector rates) {
        Days on = Days.named(record.getField(0), line.at("DATE"));
        Board board = Board.of(SOURCE, "GBP", rates);
        for (int i = 1; i < record.getFieldCount(); i++) {
            String series = header.getField(i);
            String cell = record.getField(i);
            Place place = line.at(series);
            if (!cell.isBlank()) {
                String code = SERIES.getOrDefault(series, series);
                rates.attempt(() -> board.foreignPerHome(Quotation.ofOne(code, Figures.point(cell, place), on, place)));
            }
        }
    }

    private static Map<String, String> series() {
        var series = new HashMap<String, String>();
        String table = """
                XUDLADS AUD XUDLBK25 CZK XUDLBK33 HUF XUDLBK47 PLN XUDLBK78 ILS XUDLBK83 MYR XUDLBK85 RUB
                XUDLBK87 THB XUDLBK89 CNY XUDLBK93 KRW XUDLBK95 TRY XUDLBK97 INR XUDLCDS CAD XUDLDKS DKK
                XUDLERS EUR XUDLHDS HKD XUDLJYS JPY XUDLNDS NZD XUDLNKS NOK XUDLSFS CHF XUDLSGS SGD
                XUDLSKS SEK XUDLSRS SAR XUDLTWS TWD XUDLUSS USD XUDLZOS4 RON XUDLZRS ZAR
                """;
        String[] words = table.strip().split("\\s+");
        for (int i = 0; i < words.length; i += 2) {
            series.put(words[i], words[i + 1]);
        }
        return Map.copyOf(series);
    }
}
