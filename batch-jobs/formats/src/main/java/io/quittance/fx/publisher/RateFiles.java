package io.quittance.fx.publisher;

import io.quittance.finding.Finding;
import io.quittance.finding.Place;
import io.quittance.fx.RateSheet;
import io.quittance.fx.table.RateCollector;
import io.quittance.json.JsonDocuments;
import io.quittance.json.JsonLimits;
import io.quittance.json.JsonValue;
import io.quittance.table.TableError;
import io.quittance.text.UnreadableException;
import io.quittance.xml.SecureXml;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLStreamException;

/**
 * The door for files of rates of every publisher. What a file is, its content says; its name counts only where the content
 * leaves open which series it is.
 */
public final class RateFiles {

    /** 32 MiB: several times the longest history there is. */
    private static final int MOST_BYTES = 32 << 20;

    /** 8 MiB: a JSON text is held in memory as a whole, and three characters of it may be an object of a hundred bytes. */
    private static final JsonLimits LIMITS = new JsonLimits(8 << 20, 16, 1 << 20, 64 << 20);

    private static final String UNKNOWN =
            "no rate file that we know: docs/reference/exchange-rates.md lists what is read and how each begins";

    private RateFiles() {}

    /** Every rate of the file, or the findings for which it is refused. @throws IOException when the disk fails */
    public static RateSheet read(InputStream in, String file) throws IOException {
        byte[] bytes = in.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            return refused(new TableError(Place.of(file), "longer than " + MOST_BYTES + " bytes"));
        }
        String line = firstLine(bytes);
        return switch (line.isEmpty() ? ' ' : line.charAt(0)) {
            case '<' -> xml(bytes, file);
            case '{', '[' -> json(bytes, file);
            default -> lines(bytes, file, line);
        };
    }

    private static RateSheet lines(byte[] bytes, String file, String firstLine) throws IOException {
        for (CsvFormat format : CsvFormat.ALL) {
            if (format.firstLine().test(firstLine)) {
                return format.reading().read(new ByteArrayInputStream(bytes), file);
            }
        }
        return refused(new TableError(Place.of(file), UNKNOWN));
    }

    private static RateSheet json(byte[] bytes, String file) {
        var rates = new RateCollector(Place.of(file));
        try {
            JsonSpot root = new JsonSpot(file, "", root(bytes));
            JsonFormat format = JsonFormat.ALL.stream()
                    .filter(known -> known.reads().test(root))
                    .findFirst()
                    .orElseThrow(() -> new TableError(Place.of(file), UNKNOWN));
            format.reading().accept(root, rates);
        } catch (TableError wrong) {
            rates.refuse(wrong);
        } catch (IOException unreadable) {
            rates.refuse(reason(unreadable, file));
        }
        return rates.sheet();
    }

    private static JsonValue root(byte[] bytes) throws IOException {
        try (var documents = new JsonDocuments(new ByteArrayInputStream(bytes), LIMITS)) {
            var read = new ArrayList<JsonValue>();
            for (JsonValue next = documents.next(); next != null; next = documents.next()) {
                read.add(next);
            }
            return documents.isArray() ? new JsonValue.Elements(read, 1) : read.getFirst();
        }
    }

    private static RateSheet xml(byte[] bytes, String file) {
        var rates = new RateCollector(Place.of(file));
        try {
            var walk = new XmlWalk(new ByteArrayInputStream(bytes), file);
            walk.next();
            QName root = walk.qualifiedName();
            XmlFormat format = XmlFormat.ALL.stream()
                    .filter(known -> known.reads().test(root))
                    .findFirst()
                    .orElseThrow(() -> new TableError(Place.of(file), UNKNOWN));
            format.reading().read(walk, rates);
        } catch (TableError wrong) {
            rates.refuse(wrong);
        } catch (XMLStreamException unreadable) {
            rates.refuse(asReason(SecureXml.finding(file, unreadable), file));
        }
        return rates.sheet();
    }

    private static TableError reason(IOException unreadable, String file) {
        if (unreadable instanceof UnreadableException text) {
            return asReason(text.finding(file), file);
        }
        return new TableError(Place.of(file), String.valueOf(unreadable.getMessage()));
    }

    private static TableError asReason(Finding said, String file) {
        return new TableError(Objects.requireNonNullElse(said.place(), Place.of(file)), said.message());
    }

    private static RateSheet refused(TableError why) {
        var rates = new RateCollector(why.place());
        rates.refuse(why);
        return rates.sheet();
    }

    /** The first line that is not blank, without byte-order mark; in whatever encoding, its beginning is ASCII. */
    private static String firstLine(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, 8192), StandardCharsets.UTF_8);
        List<String> lines = head.replace("\uFEFF", "")
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
        return lines.isEmpty() ? "" : lines.getFirst().strip();
    }
}
