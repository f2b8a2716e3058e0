package io.quittance.cli;

import io.quittance.delivery.Deliveries;
import io.quittance.delivery.store.IntakeFiles.Kind;
import io.quittance.document.store.Standing;
import io.quittance.invoice.detection.InvoiceFiles;
import io.quittance.invoice.file.InvoiceFile;
import io.quittance.invoice.file.ReadLimits;
import io.quittance.platform.workspace.Workspace;
import io.quittance.stage.FrozenContexts;
import io.quittance.stage.QuarantineFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the original of a document lies.
 *
 * @param archive its path inside the workspace
 * @param syntax what it was read as
 * @param quarantine paths inside the workspace of what was laid out to be corrected
 */
record ArchivedOriginal(String archive, String syntax, List<String> quarantine) {

    static ArchivedOriginal of(AppSession app, Standing document) {
        Workspace workspace = app.session().workspace();
        Path archived =
                workspace.archive().resolve(document.sha256().substring(0, 2)).resolve(document.sha256());
        Path folder = app.get(QuarantineFolder.class).of(document.sha256());
        return new ArchivedOriginal(
                workspace.home().relativize(archived).toString(),
                syntax(app, document),
                laidOut(folder, document.position()).stream()
                        .map(file -> workspace.home().relativize(file).toString())
                        .toList());
    }

    private static String syntax(AppSession app, Standing document) {
        var file = app.get(Deliveries.class).archivedFile(Kind.INVOICES, document.sha256());
        var profiles = app.get(FrozenContexts.class).profiles(document.intake());
        try {
            return switch (InvoiceFiles.open(file, ReadLimits.DEFAULT, profiles)) {
                case InvoiceFile.Unreadable whole -> whole.syntax();
                case InvoiceFile.Readable readable -> {
                    readable.documents().close();
                    yield readable.format().name();
                }
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of the document itself, and of the file as a whole: the reasons, and a sheet with the reasons in it. */
    private static List<Path> laidOut(Path folder, int position) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        String own = "%05d-".formatted(position);
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> {
                        String name = file.getFileName().toString();
                        return name.startsWith(own) || !name.matches("[0-9]{5}-.*");
                    })
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
