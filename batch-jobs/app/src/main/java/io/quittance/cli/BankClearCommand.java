package io.quittance.cli;

import io.quittance.payment.job.DoubtActs;
import io.quittance.payment.store.Doubts.Doubt;
import io.quittance.platform.configuration.Role;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Ends a doubt: what the bank refused and executed all the same. */
@Command(
        name = "clear",
        description = {
            "Lets the documents of a payment be paid again that the bank refused or gave back, and then executed.",
            "Do it only when the bank has said that the payee does not have the money (findings Q810 and Q803)."
        })
final class BankClearCommand extends Verb implements Callable<Integer> {

    @Parameters(paramLabel = "PAYMENT", description = "The payment, e.g. NL-BV-20261125-01-00012.")
    String payment = "";

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "What the bank said; it is kept.")
    String reason = "";

    @Override
    public Integer call() {
        if (reason.isBlank()) {
            throw new Refused(ExitCode.USAGE, "--reason must say what the bank said.");
        }
        try (AppSession app = AppSession.look(globals(), null, Role.APPROVE)) {
            List<Doubt> cleared =
                    app.get(DoubtActs.class).clear(payment, app.user().name(), reason.strip());
            if (cleared.isEmpty()) {
                throw new Refused(ExitCode.NO_INPUT, "nothing is in doubt about payment " + payment + ".");
            }
            cleared.forEach(doubt -> out().println(payment + ": " + doubt.told() + "; cleared by "
                    + app.user().name()));
            return ExitCode.DONE.code;
        }
    }
}
