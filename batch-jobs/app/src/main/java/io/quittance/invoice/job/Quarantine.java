package io.quittance.invoice.job;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.quittance.invoice.file.DeliveredFile;
import io.quittance.platform.workspace.Publication;
import io.quittance.stage.Deliveries;
import io.quittance.stage.Session;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lays out the refused records of a work set: for each file a folder with every refused document in the format it came
 * in, ready to correct and drop again, and the reasons beside them.
 */
@Component
public class Quarantine {

    private static final int SHORT_HASH = 12;

    private static final String REASONS = """
            select r.position, coalesce(f.line, r.line) as line, r.number, f.code, f.severity, f.field, f.read, f.expected,
                   f.message, f.hint
            from quittance.refusal r join quittance.finding f on f.subject = r.id and f.attempt = 0
            where r.file = ? order by r.position, f.position
            """;

    private final Session session;
    private final Deliveries deliveries;
    private final JdbcClient jdbc;

    public Quarantine(Session session, Deliveries deliveries, JdbcClient jdbc) {
        this.session = session;
        this.deliveries = deliveries;
        this.jdbc = jdbc;
    }

    /** Writes what is not there yet; the same refusals always give the same files. */
    void layOut(String workSet) {
        for (DeliveredFile file : deliveries.archived(workSet)) {
            List<Refused> refused = jdbc.sql("select position, original from quittance.refusal where file = ? order by position")
                    .params(file.sha256())
                    .query((row, n) -> new Refused(row.getInt("position"), row.getString("original")))
                    .list();
            if (!refused.isEmpty()) {
                Path folder = session.workspace().quarantine().resolve(file.sha256().substring(0, SHORT_HASH));
                refused.forEach(one -> layOut(folder, file, one));
                Publication.publish(folder.resolve("findings.csv"), out -> reasons(file.sha256(), out));
            }
        }
    }

    private record Refused(int position, @Nullable String original) {}

    private static void layOut(Path folder, DeliveredFile file, Refused refused) {
        String original = refused.original();
        String name = original == null ? file.name() : "%05d-%s".formatted(refused.position(), file.name());
        Publication.publish(folder.resolve(name), out -> {
            if (original == null) {
                try (var in = file.open()) {
                    in.transferTo(out);
                }
            } else {
                out.write(original.getBytes(StandardCharsets.UTF_8));
            }
        });
    }

    private void reasons(String sha256, OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(writer);
        csv.writeRecord("document", "line", "number", "code", "severity", "field", "read", "expected", "message", "what to do");
        jdbc.sql(REASONS).params(sha256).query(row -> {
            csv.writeRecord(
                    row.getString("position"),
                    row.getString("line"),
                    Neutral.text(row.getString("number")),
                    row.getString("code"),
                    row.getString("severity"),
                    row.getString("field"),
                    Neutral.text(row.getString("read")),
                    Neutral.text(row.getString("expected")),
                    Neutral.text(row.getString("message")),
                    row.getString("hint"));
        });
        writer.flush();
    }
}
