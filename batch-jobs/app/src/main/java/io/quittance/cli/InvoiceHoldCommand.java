package io.quittance.cli;

import io.quittance.document.job.DocumentActs;
import io.quittance.document.job.DocumentActs.Done;
import io.quittance.platform.configuration.Role;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A person's hold. */
@Command(
        name = "hold",
        description = {
            "Keeps a document out of every run that is proposed from now on (finding Q709).",
            "It is assessed and booked as it would be. A run that pays it already has to be cancelled first."
        })
final class InvoiceHoldCommand extends OneDocument {

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; it is kept and shown.")
    String reason = "";

    @Option(
            names = "--until",
            paramLabel = "DATE",
            description = "From this business date on it may be paid again (default: when somebody lifts the hold).")
    @Nullable
    LocalDate until;

    @Override
    public Integer call() {
        String why = reasonOf(reason);
        try (AppSession app = AppSession.inPerson(globals(), date, Role.OPERATE)) {
            Done done = app.get(DocumentActs.class).hold(named(), why, until);
            return tell(
                    "held",
                    done,
                    app.user().name(),
                    "quittance invoice lift " + done.document().reference()
                            + " --code Q709 --reason TEXT ends the hold");
        }
    }
}
