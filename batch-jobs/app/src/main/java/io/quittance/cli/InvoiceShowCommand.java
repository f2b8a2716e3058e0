package io.quittance.cli;

import io.quittance.document.job.DocumentActs;
import io.quittance.document.store.DocumentPages;
import io.quittance.document.store.Listing;
import io.quittance.document.store.Standing;
import io.quittance.platform.configuration.Role;
import io.quittance.stage.FrozenConfiguration;
import java.util.Map;
import java.util.Objects;
import picocli.CommandLine.Command;

/** Everything about one document. */
@Command(
        name = "show",
        description = {
            "Everything about one document: what it states, how it stands, and who may do what next.",
            "With its lines and tax, how it fits contract and approved work, every attempt, what was found, what persons",
            "said, which runs decided about it, and what it was compared with as a duplicate."
        })
final class InvoiceShowCommand extends OneDocument {

    @Override
    public Integer call() {
        try (AppSession app = AppSession.look(globals(), date, Role.values())) {
            Standing document = app.get(DocumentActs.class).find(named());
            var users =
                    app.get(FrozenConfiguration.class).inForce().configuration().users();
            var pages = app.get(DocumentPages.class);
            Map<String, Listing> parts = pages.of(document);
            parts.put("alike", ConfigurationUsed.of(app, document, pages).alike(document, pages));
            new DocumentView(
                            document,
                            ArchivedOriginal.of(app, document),
                            parts,
                            NextActs.of(document, Objects.requireNonNull(parts.get("findings")), users))
                    .print(globals().format(), out());
            return ExitCode.DONE.code;
        }
    }
}
