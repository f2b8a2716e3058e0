package io.quittance.cli;

import io.quittance.document.job.DocumentActs;
import io.quittance.document.job.DocumentActs.Done;
import io.quittance.platform.configuration.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A held document is taken back. */
@Command(
        name = "withdraw",
        description = {
            "Takes a held document back for good (finding Q826): the next assess rejects it, and nothing lifts that.",
            "A corrected document with the same number may then be put into inbox/invoices, also before that assess.",
            "What is accepted is booked and cannot be withdrawn: hold it, and ask for a credit note."
        })
final class InvoiceWithdrawCommand extends OneDocument {

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; it is kept and shown.")
    String reason = "";

    @Override
    public Integer call() {
        String why = reasonOf(reason);
        try (AppSession app = AppSession.inPerson(globals(), date, Role.OPERATE)) {
            Done done = app.get(DocumentActs.class).withdraw(named(), why);
            return tell(
                    "withdrawn",
                    done,
                    app.user().name(),
                    "put the corrected document into inbox/invoices; the next night takes it in and rejects this one");
        }
    }
}
