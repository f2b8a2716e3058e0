package io.quittance.invoice.xlsx;

import static javax.xml.stream.XMLStreamConstants.START_ELEMENT;

import io.quittance.text.UnreadableException;
import io.quittance.xml.SecureXml;
import io.quittance.xml.XmlLimits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * A look at a workbook before POI opens it. POI reads archives that were cut off, and takes the last of two parts with one name
 * where others take the first. And it builds trees of the parts that describe the package by itself: of its properties in the square
 * of their elements, so that four kilobytes took minutes; those parts are read here first, within bounds.
 */
final class PackageCheck {

    private static final String TYPES = "[content_types].xml";
    private static final String PROPERTIES = "core-properties";

    /** Relations: one a hyperlink, of which a sheet may have 65,530. */
    private static final XmlLimits DESCRIPTION = new XmlLimits(32 << 20, 8, 100_000, 64 << 10);

    /** Sixteen elements are known (ECMA-376 part 2, 8.3). */
    private static final XmlLimits CORE_PROPERTIES = new XmlLimits(1 << 20, 8, 100, 64 << 10);

    private final ZipFile zip;
    private final Map<String, ZipEntry> entries = new HashMap<>();

    private PackageCheck(ZipFile zip) {
        this.zip = zip;
    }

    /**
     * Passes when POI may open it.
     *
     * @throws IOException when it is broken; an {@link UnreadableException} when it is too large in one way or another
     */
    static void check(Path workbook, int mostParts) throws IOException {
        try (var zip = new ZipFile(workbook.toFile())) {
            var check = new PackageCheck(zip);
            check.directory(mostParts);
            check.descriptions();
        } catch (XMLStreamException refused) {
            throw unreadable(refused);
        }
    }

    private void directory(int mostParts) throws IOException {
        for (var all = zip.entries(); all.hasMoreElements(); ) {
            ZipEntry entry = all.nextElement();
            if (entries.put(entry.getName().toLowerCase(Locale.ROOT), entry) != null) {
                throw new ZipException("two parts have the same name");
            }
            if (entries.size() > mostParts) {
                throw UnreadableException.tooLarge("parts in the workbook", mostParts, 0, 0);
            }
        }
    }

    private void descriptions() throws IOException, XMLStreamException {
        Set<String> properties = new HashSet<>();
        for (var entry : entries.entrySet()) {
            if (entry.getKey().endsWith(".rels")) {
                read(entry.getValue(), DESCRIPTION, properties);
            }
        }
        properties.clear();
        read(entries.get(TYPES), DESCRIPTION, properties);
        for (String part : properties) {
            read(entries.get(part), CORE_PROPERTIES, new HashSet<>());
        }
    }

    /** @param properties where the names of parts are noted that hold properties of the package */
    private void read(@Nullable ZipEntry entry, XmlLimits limits, Set<String> properties)
            throws IOException, XMLStreamException {
        if (entry == null) {
            throw new ZipException("a part is missing that describes the others");
        }
        try (InputStream part = zip.getInputStream(entry)) {
            XMLStreamReader xml = SecureXml.reader(part, limits);
            while (xml.hasNext()) {
                if (xml.next() == START_ELEMENT && holdsProperties(xml)) {
                    properties.add(partName(xml));
                }
            }
        }
    }

    private static boolean holdsProperties(XMLStreamReader xml) {
        String type = xml.getAttributeValue(null, "ContentType");
        return type != null && type.toLowerCase(Locale.ROOT).contains(PROPERTIES);
    }

    /** Without the slash in front; of a whole extension nothing, which no part is called. */
    private static String partName(XMLStreamReader xml) {
        String name = String.valueOf(xml.getAttributeValue(null, "PartName"));
        return name.startsWith("/") ? name.substring(1).toLowerCase(Locale.ROOT) : "";
    }

    private static IOException unreadable(XMLStreamException refused) {
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnreadableException unreadable) {
                return unreadable;
            }
        }
        return new ZipException("a part that describes the others is no XML that is taken in");
    }
}
