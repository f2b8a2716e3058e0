package io.quittance.stage;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.quittance.finding.store.FindingRows;
import io.quittance.finding.store.FindingRows.Asked;
import io.quittance.finding.store.FindingRows.Reason;
import io.quittance.invoice.file.DeliveredFile;
import io.quittance.platform.workspace.Publication;
import io.quittance.text.SpreadsheetText;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * One folder for each file of which something was refused, called by its content: originals, and the reasons beside them. People
 * correct them in place, so what somebody changed is left alone, and the original is put beside it.
 */
@Component
public class QuarantineFolder {

    private static final int SHORT_HASH = 12;

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

    /** The folder of a file. */
    public Path of(String sha256) {
        return session.workspace().quarantine().resolve(sha256.substring(0, SHORT_HASH));
    }

    /** The name of a file without the folder of the drop folder that it lay in. */
    public static String plainName(DeliveredFile file) {
        return file.name().substring(file.name().lastIndexOf('/') + 1);
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
    public void explanation(String workSet, DeliveredFile file, List<Refused> refused) {
        Publication.publishBeside(
                of(file.sha256()).resolve("what-is-wrong-" + workSet + ".txt"),
                workSet,
                out -> new Explanation(plainName(file), refused, findings).writeTo(out));
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
            reason.field() == null ? "" : reason.field(),
            guarded(reason.read()),
            guarded(reason.expected()),
            guarded(reason.message()),
            reason.hint()
        };
    }

    /** Somebody's text on its way into a spreadsheet: never a formula (OWASP ASVS 1.2.10). */
    private static String guarded(@Nullable String text) {
        return text == null ? "" : SpreadsheetText.guarded(text);
    }
}
