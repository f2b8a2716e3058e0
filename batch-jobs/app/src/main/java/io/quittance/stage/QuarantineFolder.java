package io.quittance.stage;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.quittance.finding.Advice;
import io.quittance.finding.store.FindingRows;
import io.quittance.finding.store.FindingRows.Asked;
import io.quittance.finding.store.FindingRows.Reason;
import io.quittance.invoice.file.DeliveredFile;
import io.quittance.invoice.file.Term;
import io.quittance.platform.workspace.Publication;
import io.quittance.text.SpreadsheetText;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * One folder for each file of which something was refused, called by its content: originals, and the reasons beside them. People
 * correct them in place, so what somebody changed is left alone, and the original is put beside it.
 */
@Component
public class QuarantineFolder {

    private static final int SHORT_HASH = 12;

    /** Of 255 bytes that a file system has; the others are for position, work set and ending. */
    private static final int LONGEST_NAME = 150;

    private static final int LONGEST_ENDING = 8;

    /** Signs that some system keeps for itself, and those that hide a file or make it an option. */
    private static final Pattern UNFIT = Pattern.compile("[\\\\:*?\"<>|\\p{Cc}\\p{Cf}\\p{Cs}]|^[-.~]|[ .]$");

    /** Names that are devices to Windows, whatever stands behind the point. */
    private static final Pattern DEVICE = Pattern.compile("(?i)(?:CON|PRN|AUX|NUL|COM[0-9]|LPT[0-9])(?:\\..*)?");

    private final Session session;
    private final FindingRows findings;

    public QuarantineFolder(Session session, FindingRows findings) {
        this.session = session;
        this.findings = findings;
    }

    /**
     * Something that was refused.
     *
     * @param position of the document or message in its file, from 1; 0 for the whole file
     * @param attempt whose reasons are meant
     * @param number the document's own number, null when it has none
     * @param line where it begins, 0 when it has no line
     */
    public record Refused(
            int position,
            UUID subject,
            int attempt,
            @Nullable String number,
            long line) {}

    /**
     * The file that refused documents are a part of.
     *
     * @param nature what people have before them
     * @param documents how many it has; of rows of facts how many were taken in
     * @param refusedSoFar of them, these included
     * @param lines where its documents state which term, by position; only of XML
     */
    public record Extent(Nature nature, long documents, long refusedSoFar, Map<Integer, Map<Term, Long>> lines) {

        /** What a file is to whoever reads about it. */
        public enum Nature {
            /** Rows, of which an annotated copy lies in the folder. */
            SHEET,
            XML,
            TIME_SHEETS,
            REGISTRY,
            OTHER
        }

        public Extent {
            lines = Map.copyOf(lines);
        }

        /** A file of time sheets. @param taken rows that were taken in all the same */
        public static Extent timeSheets(long taken) {
            return new Extent(Nature.TIME_SHEETS, taken, 0, Map.of());
        }

        /** A file of answers of tax registers. @param taken rows that were taken in all the same */
        public static Extent registry(long taken) {
            return new Extent(Nature.REGISTRY, taken, 0, Map.of());
        }
    }

    /** The folder of a file. */
    public Path of(String sha256) {
        return session.workspace().quarantine().resolve(sha256.substring(0, SHORT_HASH));
    }

    /**
     * The name of a file without the folder of the drop folder that it lay in, fit to be a name on any system: what a program or
     * a shell would obey in it is an underline, and there is room for what is put before and behind it.
     */
    public static String plainName(DeliveredFile file) {
        String name = file.name().substring(file.name().lastIndexOf('/') + 1);
        String plain = UNFIT.matcher(name).replaceAll("_");
        return DEVICE.matcher(plain).matches() ? "_" + plain : shortened(plain);
    }

    /** The end of a name tells what it is and stays. */
    private static String shortened(String name) {
        int begin = name.length();
        int end = 0;
        while (end < begin && bytes(name.substring(0, end) + name.substring(begin)) < LONGEST_NAME) {
            if (name.length() - begin < LONGEST_ENDING) {
                begin = name.offsetByCodePoints(begin, -1);
            } else {
                end = name.offsetByCodePoints(end, 1);
            }
        }
        return end >= begin ? name : name.substring(0, end) + "~" + name.substring(begin);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Puts the file as it was delivered into its folder, on behalf of a work set. */
    public void whole(String workSet, DeliveredFile file) {
        Publication.publishBeside(of(file.sha256()).resolve(plainName(file)), workSet, file::copyTo);
    }

    /** Puts the reasons why a work set refused parts of a file beside them. The same reasons give the same bytes. */
    public void reasons(String workSet, String sha256, List<Refused> refused) {
        Publication.publishBeside(
                of(sha256).resolve("findings-" + workSet + ".csv"), workSet, out -> write(refused, out));
    }

    /** Puts a text beside them that says the same to somebody who knows nothing of this program. */
    public void explanation(String workSet, DeliveredFile file, Extent extent, List<Refused> refused) {
        Publication.publishBeside(
                of(file.sha256()).resolve("what-is-wrong-" + workSet + ".txt"),
                workSet,
                out -> new Explanation(plainName(file), extent, refused, findings).writeTo(out));
    }

    private void write(List<Refused> refused, OutputStream out) throws IOException {
        CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        csv.writeRecord(
                "document", "line", "number", "code", "severity", "field", "read", "expected", "message", "what to do");
        findings.of(
                refused.stream()
                        .map(one -> new Asked(one.subject(), one.attempt()))
                        .toList(),
                (n, reason) -> csv.writeRecord(row(refused.get(n), reason)));
        csv.flush();
    }

    private static String[] row(Refused one, Reason reason) {
        long line = reason.line() == null ? one.line() : reason.line();
        return new String[] {
            Integer.toString(one.position()),
            Long.toString(line),
            guarded(one.number()),
            reason.code(),
            reason.severity(),
            guarded(reason.field()),
            guarded(reason.read()),
            guarded(reason.expected()),
            guarded(reason.message()),
            Advice.correcting(reason.hint())
        };
    }

    /** Somebody's text on its way into a spreadsheet: never a formula (OWASP ASVS 1.2.10). */
    private static String guarded(@Nullable String text) {
        return text == null ? "" : SpreadsheetText.guarded(text);
    }
}
