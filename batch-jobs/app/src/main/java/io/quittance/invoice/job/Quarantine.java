package io.quittance.invoice.job;

import io.quittance.delivery.Deliveries;
import io.quittance.finding.store.FindingRows;
import io.quittance.invoice.annotation.Annotations;
import io.quittance.invoice.detection.InvoiceFiles;
import io.quittance.invoice.file.DeliveredFile;
import io.quittance.invoice.file.InvoiceFile;
import io.quittance.invoice.file.InvoiceFileReader;
import io.quittance.invoice.file.ReadLimits;
import io.quittance.invoice.file.Term;
import io.quittance.invoice.profile.Profiles;
import io.quittance.invoice.profile.SheetDocuments;
import io.quittance.platform.workspace.Publication;
import io.quittance.stage.FrozenContexts;
import io.quittance.stage.QuarantineFolder;
import io.quittance.stage.QuarantineFolder.Extent;
import io.quittance.stage.QuarantineFolder.Extent.Nature;
import io.quittance.stage.QuarantineFolder.Refused;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lays out what was refused, while reading or by a rule: for each file a folder with every refused document in the format
 * it came in, ready to correct and drop again, and the reasons beside them, as a list and as a text to read; sheets also with
 * the reasons in them. The same
 * refusals always give the same files.
 */
@Component
public class Quarantine {

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

    /** How many documents a file has, and how many of them were refused so far: while reading, and by a rule once they were judged. */
    private static final String EXTENT = """
            select coalesce((select r.documents from quittance.intake_result r where r.sha256 = :file and r.intake = :intake), 0)
                       as documents,
                   (select count(*) from quittance.refusal f where f.file = :file and f.intake = :intake)
                   + (select count(distinct a.invoice) from quittance.assessment a join quittance.invoice i on i.id = a.invoice
                      where :judged and i.file = :file and i.intake = :intake and a.verdict = 'REJECTED') as refused
            """;

    private final QuarantineFolder folder;
    private final Deliveries deliveries;
    private final FrozenContexts contexts;
    private final FindingRows findings;
    private final JdbcClient jdbc;

    public Quarantine(
            QuarantineFolder folder,
            Deliveries deliveries,
            FrozenContexts contexts,
            FindingRows findings,
            JdbcClient jdbc) {
        this.folder = folder;
        this.deliveries = deliveries;
        this.contexts = contexts;
        this.findings = findings;
        this.jdbc = jdbc;
    }

    /** @param intake the work set that took the file in: with its profiles it is read again */
    private record Source(String file, String intake) {}

    private record OfFile(Source source, Refused refused) {}

    /** Lays out what this work set refused. */
    public void layOut(String workSet) {
        Map<Source, List<Refused>> byFile = jdbc
                .sql(REFUSED)
                .params(workSet, workSet)
                .query((row, n) -> new OfFile(
                        new Source(row.getString("file"), row.getString("intake")),
                        new Refused(
                                row.getInt("position"),
                                row.getObject("subject", UUID.class),
                                row.getInt("attempt"),
                                row.getString("number"),
                                row.getLong("line"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        OfFile::source, LinkedHashMap::new, Collectors.mapping(OfFile::refused, Collectors.toList())));
        byFile.forEach((source, refused) -> {
            DeliveredFile file = deliveries.archivedFile(source.intake(), source.file());
            Profiles profiles = contexts.profiles(source.intake());
            originals(workSet, file, profiles, refused);
            boolean sheet = annotated(workSet, file, profiles, refused);
            folder.reasons(workSet, source.file(), refused);
            folder.explanation(workSet, file, extent(workSet, source, sheet, refused), refused);
        });
    }

    private Extent extent(String workSet, Source source, boolean sheet, List<Refused> refused) {
        DeliveredFile file = deliveries.archivedFile(source.intake(), source.file());
        Map<Integer, Map<Term, Long>> lines = sheet ? Map.of() : StatedLines.of(file, refused);
        Nature nature = sheet ? Nature.SHEET : lines.isEmpty() ? Nature.OTHER : Nature.XML;
        return jdbc.sql(EXTENT)
                .param("file", source.file())
                .param("intake", source.intake())
                .param("judged", !workSet.equals(source.intake()))
                .query((row, n) -> new Extent(nature, row.getLong("documents"), row.getLong("refused"), lines))
                .single();
    }

    private void originals(String workSet, DeliveredFile file, Profiles profiles, List<Refused> refused) {
        switch (InvoiceFiles.open(file, ReadLimits.DEFAULT, profiles)) {
            case InvoiceFile.Unreadable whole -> folder.whole(workSet, file);
            case InvoiceFile.Readable readable -> {
                try (InvoiceFileReader documents = readable.documents();
                        Publishing publishing = new Publishing(workSet)) {
                    int passed = 0;
                    for (Refused one : refused) {
                        documents.skip(one.position() - passed - 1);
                        passed = one.position();
                        String name = "%05d-%s".formatted(one.position(), QuarantineFolder.plainName(file));
                        publishing.publish(folder.of(file.sha256()).resolve(name), documents.original());
                    }
                    publishing.await();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    /** A sheet is given back a second time with the reasons in it; other formats have the list of reasons. */
    private boolean annotated(String workSet, DeliveredFile file, Profiles profiles, List<Refused> refused) {
        if (!(InvoiceFiles.open(file, ReadLimits.DEFAULT, profiles) instanceof InvoiceFile.Readable readable)) {
            return false;
        }
        try (InvoiceFileReader documents = readable.documents()) {
            if (documents instanceof SheetDocuments sheets) {
                String name = QuarantineFolder.plainName(file).replaceFirst("\\.[A-Za-z]{1,5}$", "");
                Path target =
                        folder.of(file.sha256()).resolve(name + "." + workSet + Annotations.ending(sheets.sheet()));
                Publication.publishBeside(target, workSet, out -> annotate(file, profiles, refused, out));
                return true;
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the file again each time, since what is published beside another file is written once more. */
    private void annotate(DeliveredFile file, Profiles profiles, List<Refused> refused, OutputStream out)
            throws IOException {
        if (InvoiceFiles.open(file, ReadLimits.DEFAULT, profiles) instanceof InvoiceFile.Readable readable) {
            try (InvoiceFileReader documents = readable.documents()) {
                var sheets = (SheetDocuments) documents;
                Annotations.write(sheets.sheet(), new AnnotatedSheet(sheets, refused, findings), out);
            }
        }
    }
}
