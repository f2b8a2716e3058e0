package io.quittance.invoice.xlsx;

import io.quittance.finding.FindingCode;
import io.quittance.invoice.file.DeliveredFile;
import io.quittance.text.UnreadableException;
import io.quittance.xml.SecureXml;
import io.quittance.xml.XmlLimits;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.jspecify.annotations.Nullable;

/** The parts of a workbook. They are inflated while they are read, each within bounds, and parsed by {@link SecureXml} only. */
final class Parts implements Closeable {

    /** Inflated bytes of one part: 300,000 rows of twenty columns stay far below. */
    private static final long PART_BYTES = 400L << 20;

    private static final int PARTS = 1_000;

    /** A cell holds 32,767 characters at most; a part of other kinds has no long text either. */
    private static final XmlLimits LIMITS = new XmlLimits(PART_BYTES, 32, 25_000_000, 64 << 10);

    static {
        // Limits of POI are static; these are stricter than its own, but for the ratio, which stays as it is: 1 to 100.
        ZipSecureFile.setMaxEntrySize(PART_BYTES);
        ZipSecureFile.setMaxFileCount(PARTS);
        ZipSecureFile.setMaxTextSize(10L << 20);
    }

    private final Path copy;
    private final OPCPackage parts;
    private final XSSFReader reader;

    private Parts(Path copy, OPCPackage parts, XSSFReader reader) {
        this.copy = copy;
        this.parts = parts;
        this.reader = reader;
    }

    /**
     * Opens a copy on disk: the directory of the archive stands at its end, and from a stream POI would keep all of it in memory.
     *
     * @throws UnreadableException when it is no workbook that is taken in
     */
    static Parts open(DeliveredFile file) throws IOException {
        Path copy = Files.createTempFile("quittance-", ".xlsx");
        try (InputStream in = file.open()) {
            Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
            return open(copy);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(copy);
            throw e;
        }
    }

    private static Parts open(Path copy) throws IOException {
        OPCPackage parts = null;
        try {
            PackageCheck.check(copy, PARTS);
            parts = OPCPackage.open(copy.toFile(), PackageAccess.READ);
            refuseMacros(parts);
            return new Parts(copy, parts, new XSSFReader(parts));
        } catch (OpenXML4JException | RuntimeException | IOException e) {
            // POI meets a broken archive with whatever exception comes first, null pointers among them.
            if (parts != null) {
                parts.revert();
            }
            throw e instanceof UnreadableException refusal ? refusal : unreadable(e);
        }
    }

    private static void refuseMacros(OPCPackage parts) throws UnreadableException, OpenXML4JException {
        for (var part : parts.getParts()) {
            String type = String.valueOf(part.getContentType());
            if (type.contains("macroEnabled")
                    || type.contains("vbaProject")
                    || part.getPartName().getName().endsWith("vbaProject.bin")) {
                throw new UnreadableException(
                        FindingCode.FILE_FORMAT_UNKNOWN,
                        0,
                        0,
                        "a workbook without macros",
                        "the workbook holds macros; it is not taken in");
            }
        }
    }

    /** Whether the workbook refers to others. What such a reference shows is a formula's value, and those are refused. */
    boolean linksElsewhere() {
        try {
            return parts.getParts().stream()
                    .anyMatch(part -> part.getPartName().getName().contains("/externalLinks/"));
        } catch (OpenXML4JException e) {
            throw new IllegalStateException("The parts were listed before", e);
        }
    }

    XMLStreamReader workbook() throws IOException, XMLStreamException {
        return parser(part(reader::getWorkbookData, "its list of sheets"));
    }

    XMLStreamReader sheet(String relation) throws IOException, XMLStreamException {
        return parser(part(() -> reader.getSheet(relation), "a sheet"));
    }

    @Nullable
    XMLStreamReader styles() throws IOException, XMLStreamException {
        InputStream part = partIfAny(reader::getStylesData);
        return part == null ? null : parser(part);
    }

    @Nullable
    XMLStreamReader sharedStrings() throws IOException, XMLStreamException {
        InputStream part = partIfAny(reader::getSharedStringsData);
        return part == null ? null : parser(part);
    }

    /** Opens a part. */
    @FunctionalInterface
    private interface Opening {
        @Nullable
        InputStream open() throws IOException, OpenXML4JException;
    }

    private static InputStream part(Opening opening, String what) throws IOException {
        InputStream part = partIfAny(opening);
        if (part == null) {
            throw new UnreadableException(
                    FindingCode.FILE_UNREADABLE, 0, 0, "a workbook", "the workbook lacks " + what);
        }
        return part;
    }

    private static @Nullable InputStream partIfAny(Opening opening) throws IOException {
        try {
            InputStream part = opening.open();
            return part == null ? null : new PartStream(part);
        } catch (OpenXML4JException | RuntimeException | IOException e) {
            throw unreadable(e);
        }
    }

    private static XMLStreamReader parser(InputStream part) throws XMLStreamException {
        return SecureXml.reader(part, LIMITS);
    }

    /** What inflating a part may end in is the file's fault: the copy is ours and the disk is not asked for anything else. */
    private static final class PartStream extends FilterInputStream {
        PartStream(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            try {
                return super.read();
            } catch (IOException e) {
                throw unreadable(e);
            }
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            try {
                return super.read(target, offset, length);
            } catch (IOException | RuntimeException e) {
                throw unreadable(e);
            }
        }
    }

    private static UnreadableException unreadable(Exception refusal) {
        String said = String.valueOf(refusal.getMessage());
        boolean bomb = said.contains("Zip bomb") || said.contains("exceed") || said.contains("potentially malicious");
        String first = said.lines()
                .findFirst()
                .orElse("")
                .replaceAll("(?i)quittance-\\d+\\.xlsx", "the file")
                .replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}]+", " ")
                .strip();
        return new UnreadableException(
                bomb ? FindingCode.FILE_TOO_LARGE : FindingCode.FILE_UNREADABLE,
                0,
                0,
                "an Excel workbook (.xlsx)",
                "it cannot be read as a workbook: " + withoutPath(first));
    }

    /** The name of our copy says nothing to anybody. */
    private static String withoutPath(String message) {
        return message.replaceAll("/[^ ,:]+", "the file");
    }

    @Override
    public void close() throws IOException {
        parts.revert();
        Files.deleteIfExists(copy);
    }
}
