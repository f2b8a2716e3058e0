package io.quittance.invoice.job;

import io.quittance.invoice.detection.InvoiceFiles;
import io.quittance.invoice.file.DeliveredFile;
import io.quittance.invoice.file.InvoiceFile;
import io.quittance.invoice.file.InvoiceFileReader;
import io.quittance.invoice.store.IntakeFiles.Kind;
import io.quittance.stage.Deliveries;
import io.quittance.stage.QuarantineFolder;
import io.quittance.stage.QuarantineFolder.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lays out what was refused, while reading or by a rule: for each file a folder with every refused document in the format
 * it came in, ready to correct and drop again, and the reasons beside them. The same refusals always give the same files.
 */
@Component
public class Quarantine {

    /** Refused while reading, then refused by a rule. Position 0 is a whole file. */
    private static final String REFUSED = """
            select r.file, r.position, r.id as subject, 0 as attempt, r.number, r.line
            from quittance.refusal r where r.intake = ?
            union all
            select i.file, i.position, i.id, a.attempt, i.number, i.line
            from quittance.assessment a join quittance.invoice i on i.id = a.invoice
            where a.work_set = ? and a.verdict = 'REJECTED'
            order by 1, 2
            """;

    private final QuarantineFolder folder;
    private final Deliveries deliveries;
    private final JdbcClient jdbc;

    public Quarantine(QuarantineFolder folder, Deliveries deliveries, JdbcClient jdbc) {
        this.folder = folder;
        this.deliveries = deliveries;
        this.jdbc = jdbc;
    }

    private record OfFile(String file, Refused refused) {}

    /** Lays out what this work set refused. */
    public void layOut(String workSet) {
        Map<String, List<Refused>> byFile = jdbc
                .sql(REFUSED)
                .params(workSet, workSet)
                .query((row, n) -> new OfFile(
                        row.getString("file"),
                        new Refused(
                                row.getInt("position"),
                                row.getObject("subject", UUID.class),
                                row.getInt("attempt"),
                                row.getString("number"),
                                row.getLong("line"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        OfFile::file, LinkedHashMap::new, Collectors.mapping(OfFile::refused, Collectors.toList())));
        byFile.forEach((sha256, refused) -> {
            originals(workSet, deliveries.archivedFile(Kind.INVOICES, sha256), refused);
            folder.reasons(workSet, sha256, refused);
        });
    }

    private void originals(String workSet, DeliveredFile file, List<Refused> refused) {
        switch (InvoiceFiles.open(file)) {
            case InvoiceFile.Unreadable whole -> folder.whole(workSet, file);
            case InvoiceFile.Readable readable -> {
                try (InvoiceFileReader documents = readable.documents();
                        Publishing publishing = new Publishing(workSet)) {
                    int passed = 0;
                    for (Refused one : refused) {
                        documents.skip(one.position() - passed - 1);
                        String original = documents.original();
                        passed = one.position();
                        publishing.publish(
                                folder.of(file.sha256()).resolve("%05d-%s".formatted(one.position(), file.name())),
                                original);
                    }
                    publishing.await();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }
}
