package io.quittance.invoice.job;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.quittance.invoice.detection.InvoiceFiles;
import io.quittance.invoice.file.DeliveredFile;
import io.quittance.invoice.file.InvoiceFile;
import io.quittance.invoice.file.InvoiceFileReader;
import io.quittance.invoice.file.Original;
import io.quittance.invoice.file.ReadLimits;
import io.quittance.invoice.profile.Profiles;
import io.quittance.invoice.profile.SheetDocuments;
import io.quittance.platform.workspace.Publication;
import io.quittance.stage.Deliveries;
import io.quittance.stage.FrozenContexts;
import io.quittance.stage.Session;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/**
 * Lays out what was refused, while reading or by a rule: for each file a folder with every refused document in the format
 * it came in, ready to correct and drop again, and the reasons beside them; sheets also with the reasons in them. The same
 * refusals always give the same files.
 */
@Component
public class Quarantine {

    private static final int SHORT_HASH = 12;

    /** Refused while reading, then refused by a rule. Position 0 is a whole file. */
    private static final String REFUSED = """
            select r.file, r.intake, r.position, r.id as subject, 0 as attempt, r.number, r.line
            from quittance.refusal r where r.intake = ?
            union all
            select i.file, i.intake, i.position, i.id, a.attempt, i.number, i.line
            from quittance.assessment a join quittance.invoice i on i.id = a.invoice
            where a.work_set = ? and a.verdict = 'REJECTED'
            order by 1, 3
            """;

    /** All of one file at once, in its order. */
    static final String REASONS = """
            select r.n, f.code, f.severity, f.line, f.field, f.read, f.expected, f.message, f.hint
            from unnest(?::uuid[], ?::int2[]) with ordinality as r (subject, attempt, n)
            join quittance.finding f on f.subject = r.subject and f.attempt = r.attempt
            order by r.n, f.position
            """;

    private final Session session;
    private final Deliveries deliveries;
    private final FrozenContexts contexts;
    private final JdbcClient jdbc;

    public Quarantine(Session session, Deliveries deliveries, FrozenContexts contexts, JdbcClient jdbc) {
        this.session = session;
        this.deliveries = deliveries;
        this.contexts = contexts;
        this.jdbc = jdbc;
    }

    /** What was refused of a file. */
    record Refused(String file, String intake, int position, String subject, int attempt, String number, long line) {}

    /** Lays out what this work set refused. */
    public void layOut(String workSet) {
        Map<String, List<Refused>> byFile = jdbc
                .sql(REFUSED)
                .params(workSet, workSet)
                .query((row, n) -> new Refused(
                        row.getString("file"),
                        row.getString("intake"),
                        row.getInt("position"),
                        row.getString("subject"),
                        row.getInt("attempt"),
                        Objects.requireNonNullElse(row.getString("number"), ""),
                        row.getLong("line")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Refused::file, LinkedHashMap::new, Collectors.toList()));
        byFile.forEach((sha256, refused) -> {
            Path folder = session.workspace().quarantine().resolve(sha256.substring(0, SHORT_HASH));
            Profiles profiles = contexts.profiles(refused.getFirst().intake());
            DeliveredFile file = deliveries.archivedFile(sha256);
            originals(folder, file, profiles, refused);
            annotated(folder, file, profiles, workSet, refused);
            Publication.publish(folder.resolve("findings-" + workSet + ".csv"), out -> reasons(refused, out));
        });
    }

    private static void originals(Path folder, DeliveredFile file, Profiles profiles, List<Refused> refused) {
        String name = plainName(file);
        switch (InvoiceFiles.open(file, ReadLimits.DEFAULT, profiles)) {
            case InvoiceFile.Unreadable whole -> Publication.publish(folder.resolve(name), file::copyTo);
            case InvoiceFile.Readable readable -> {
                try (InvoiceFileReader documents = readable.documents();
                        Publishing publishing = new Publishing()) {
                    int passed = 0;
                    for (Refused one : refused) {
                        documents.skip(one.position() - passed - 1);
                        Original original = documents.original();
                        passed = one.position();
                        publishing.publish(folder.resolve("%05d-%s".formatted(one.position(), name)), original);
                    }
                    publishing.await();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    /** The name without the folder that the file lay in. */
    private static String plainName(DeliveredFile file) {
        return file.name().substring(file.name().lastIndexOf('/') + 1);
    }

    /** A sheet is given back a second time with the reasons in it; other formats have the list of reasons. */
    private void annotated(Path folder, DeliveredFile file, Profiles profiles, String workSet, List<Refused> refused) {
        if (!(InvoiceFiles.open(file, ReadLimits.DEFAULT, profiles) instanceof InvoiceFile.Readable readable)) {
            return;
        }
        try (InvoiceFileReader documents = readable.documents()) {
            if (documents instanceof SheetDocuments sheets) {
                String name = plainName(file).replaceFirst("\\.[A-Za-z]{1,5}$", "");
                new AnnotatedSheets(jdbc).publish(folder, name + "." + workSet, sheets, refused);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void reasons(List<Refused> refused, OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(writer);
        csv.writeRecord(
                "document", "line", "number", "code", "severity", "field", "read", "expected", "message", "what to do");
        jdbc.sql(REASONS)
                .params(
                        new SqlArrayValue(
                                "text", refused.stream().map(Refused::subject).toArray()),
                        new SqlArrayValue(
                                "int2",
                                refused.stream()
                                        .map(one -> (short) one.attempt())
                                        .toArray()))
                .query((RowCallbackHandler) row -> reason(refused.get(row.getInt("n") - 1), row, csv));
        csv.flush();
    }

    private static void reason(Refused one, ResultSet row, CsvWriter csv) throws SQLException {
        String line = row.getString("line");
        csv.writeRecord(
                Integer.toString(one.position()),
                line == null ? Long.toString(one.line()) : line,
                Neutral.text(one.number()),
                row.getString("code"),
                row.getString("severity"),
                row.getString("field"),
                Neutral.text(row.getString("read")),
                Neutral.text(row.getString("expected")),
                Neutral.text(row.getString("message")),
                row.getString("hint"));
    }
}
