package io.quittance.cli;

import io.quittance.document.job.DocumentActs;
import io.quittance.document.store.Standing;
import io.quittance.platform.configuration.Role;
import io.quittance.platform.workspace.Publication;
import io.quittance.platform.workspace.PublishedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Once more. */
@Command(
        name = "resubmit",
        description = {
            "Has a held or rejected document assessed once more by the next night, even if nothing has changed.",
            "With FILE, the corrected original of a rejected or withdrawn one goes into the drop folder; what could not be read needs one.",
            "A held document keeps its number until somebody withdraws it: 'quittance invoice withdraw'."
        })
final class InvoiceResubmitCommand extends OneDocument {

    @Parameters(index = "1", arity = "0..1", paramLabel = "FILE", description = "The corrected original.")
    @Nullable
    Path corrected;

    @Override
    public Integer call() {
        try (AppSession app = AppSession.inPerson(globals(), date, Role.OPERATE)) {
            var acts = app.get(DocumentActs.class);
            Standing document = acts.find(named());
            if (corrected != null) {
                return deliver(app, document, corrected);
            }
            if (document.refused()) {
                throw new Refused(ExitCode.NO_INPUT, whatToCorrect(app, document));
            }
            return tell(
                    "resubmitted",
                    acts.resubmit(named()),
                    app.user().name(),
                    "quittance assess, or the next night, looks at it again");
        }
    }

    private static String whatToCorrect(AppSession app, Standing document) {
        List<String> laidOut = ArchivedOriginal.of(app, document).quarantine();
        return document.reference() + " could not be read (" + document.codes()
                + "), so there is nothing to assess again.\n"
                + (laidOut.isEmpty()
                        ? ""
                        : "Correct one of these in " + app.session().workspace().home() + ":\n  "
                                + String.join("\n  ", laidOut) + "\n")
                + "Then: quittance invoice resubmit " + document.reference()
                + " FILE. What was wrong: quittance invoice show "
                + document.reference();
    }

    /** The same bytes would be taken for what they are: known. A name that waits already is somebody else's. */
    private int deliver(AppSession app, Standing document, Path file) {
        if (document.state().equals("HELD")) {
            throw new Refused(
                    ExitCode.NOT_ALLOWED,
                    document.reference()
                            + " is HELD and has its number: what has the same would be refused beside it.\n"
                            + "Withdraw it first: quittance invoice withdraw " + document.reference()
                            + " --reason TEXT; then the same command again.");
        }
        if (!List.of("REJECTED", "WITHDRAWN").contains(document.state())) {
            throw new Refused(
                    ExitCode.NOT_ALLOWED,
                    document.reference() + " is " + document.state()
                            + ": only what is rejected or withdrawn is sent again.");
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new Refused(ExitCode.NO_INPUT, file + " is no file.");
        }
        Path target = app.session().workspace().inboxInvoices().resolve(file.getFileName());
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS) && !isSame(file, target)) {
            throw new Refused(
                    ExitCode.CANNOT_CREATE,
                    "a file of the name " + file.getFileName()
                            + " waits in inbox/invoices already. Call the corrected one otherwise, or let intake run first.");
        }
        PublishedFile published = Publication.copy(file, target);
        String name = String.valueOf(file.getFileName());
        app.get(DocumentActs.class).corrected(document, name, published.sha256());
        tell(
                document.reference() + ": " + Table.safe(name)
                        + " is in inbox/invoices; the next intake takes it in, in place of this one",
                new Table("invoice", "id", "act", "file", "sha256")
                        .row(document.reference(), document.id(), "delivered", name, published.sha256()));
        return ExitCode.DONE.code;
    }

    /** Killed after it was put there: the same command goes on. */
    private static boolean isSame(Path file, Path target) {
        try {
            return Files.mismatch(file, target) == -1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
