package io.quittance.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.quittance.finding.Place;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The records of a small CSV file (RFC 4180) in UTF-8, with the lines they begin on. Tables of rates and rules fit in memory. */
public final class CsvLines {

    /** 32 MiB: a hundred times the longest history of rates there is. */
    static final int MAX_BYTES = 32 << 20;

    private CsvLines() {}

    /** All records, the header among them; empty lines are left out. @throws TableError when it is no CSV in UTF-8 */
    public static List<CsvRecord> read(InputStream in, String file) throws IOException {
        return read(in, file, ',');
    }

    /** The same with another character between the fields. */
    public static List<CsvRecord> read(InputStream in, String file, char separator) throws IOException {
        String text = decode(in, file);
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        // The number of fields is checked by whoever knows the header, with the line in its message.
        var csv = CsvReader.builder()
                .fieldSeparator(separator)
                .allowUnclosedQuote(false)
                .allowExtraCharsAfterClosingQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE);
        try (var reader = csv.ofCsvRecord(plain)) {
            return reader.stream().toList();
        } catch (CsvParseException notCsv) {
            throw new TableError(Place.of(file), "no CSV: " + notCsv.getMessage());
        }
    }

    private static String decode(InputStream in, String file) throws IOException {
        byte[] bytes = in.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new TableError(Place.of(file), "longer than " + MAX_BYTES + " bytes");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw new TableError(Place.of(file), "not in UTF-8");
        }
    }
}
