package io.quittance.invoice.job;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Place;
import io.quittance.finding.Severity;
import io.quittance.invoice.annotation.Annotated;
import io.quittance.invoice.annotation.Annotations;
import io.quittance.invoice.detection.InvoiceFiles;
import io.quittance.invoice.file.DeliveredFile;
import io.quittance.invoice.file.InvoiceFile;
import io.quittance.invoice.file.InvoiceFileReader;
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
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lays out what was refused, while reading or by a rule: for each file a folder with every refused document in the format
 * it came in, ready to correct and drop again, and the reasons beside them; sheets also with the reasons in them. The same refusals always give the same files.
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

    private static final String REASONS = """
            select f.code, f.severity, coalesce(f.line, ?) as line, f.field, f.read, f.expected, f.message, f.hint
            from quittance.finding f where f.subject = ?::uuid and f.attempt = ? order by f.position
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

    private record Refused(
            String file, String intake, int position, String subject, int attempt, String number, long line) {}

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
            annotated(folder, file, workSet, refused);
            Publication.publish(folder.resolve("findings-" + workSet + ".csv"), out -> reasons(refused, out));
        });
    }

    private static void originals(Path folder, DeliveredFile file, Profiles profiles, List<Refused> refused) {
        String name = plainName(file);
        switch (InvoiceFiles.open(file, ReadLimits.DEFAULT, profiles)) {
            case InvoiceFile.Unreadable whole -> Publication.publish(folder.resolve(name), out -> copy(file, out));
            case InvoiceFile.Readable readable -> {
                try (InvoiceFileReader documents = readable.documents()) {
                    int passed = 0;
                    for (Refused one : refused) {
                        documents.skip(one.position() - passed - 1);
                        byte[] original = documents.original();
                        passed = one.position();
                        Publication.publish(
                                folder.resolve("%05d-%s".formatted(one.position(), name)), out -> out.write(original));
                    }
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

    /** The refused documents of a sheet in one file, with the reasons beside the cells; other formats have the list of reasons. */
    private void annotated(Path folder, DeliveredFile file, String workSet, List<Refused> refused) {
        Profiles profiles = contexts.profiles(refused.getFirst().intake());
        if (!(InvoiceFiles.open(file, ReadLimits.DEFAULT, profiles) instanceof InvoiceFile.Readable readable)) {
            return;
        }
        try (InvoiceFileReader documents = readable.documents()) {
            if (documents instanceof SheetDocuments sheets) {
                String name = plainName(file).replaceFirst("\\.[A-Za-z]{1,5}$", "");
                Path target = folder.resolve(name + "." + workSet + Annotations.ending(sheets.sheet()));
                Publication.publish(
                        target, out -> Annotations.write(sheets.sheet(), annotations(sheets, refused), out));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One after another, as they stand in the file. */
    private Iterator<Annotated> annotations(SheetDocuments sheets, List<Refused> refused) {
        var passed = new AtomicInteger();
        return refused.stream()
                .map(one -> {
                    sheets.skip(one.position() - passed.get() - 1);
                    passed.set(one.position());
                    return new Annotated(sheets.rows(), findings(one));
                })
                .iterator();
    }

    private List<Finding> findings(Refused one) {
        return jdbc.sql(REASONS)
                .params(one.line(), one.subject(), one.attempt())
                .query((row, n) -> new Finding(
                        FindingCode.ofId(row.getString("code")),
                        Severity.valueOf(row.getString("severity")),
                        new Place("", row.getLong("line"), row.getString("field")),
                        row.getString("read"),
                        row.getString("expected"),
                        row.getString("message"),
                        row.getString("hint")))
                .list();
    }

    private static void copy(DeliveredFile file, OutputStream out) throws IOException {
        try (var in = file.open()) {
            in.transferTo(out);
        }
    }

    private void reasons(List<Refused> refused, OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(writer);
        csv.writeRecord(
                "document", "line", "number", "code", "severity", "field", "read", "expected", "message", "what to do");
        for (Refused one : refused) {
            jdbc.sql(REASONS).params(one.line(), one.subject(), one.attempt()).query((RowCallbackHandler)
                    row -> csv.writeRecord(
                            Integer.toString(one.position()),
                            row.getString("line"),
                            Neutral.text(one.number()),
                            row.getString("code"),
                            row.getString("severity"),
                            row.getString("field"),
                            Neutral.text(row.getString("read")),
                            Neutral.text(row.getString("expected")),
                            Neutral.text(row.getString("message")),
                            row.getString("hint")));
        }
        csv.flush();
    }
}
