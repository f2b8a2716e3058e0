package io.quittance.cli;

import io.quittance.engine.Recovered;
import io.quittance.engine.Recovery;
import io.quittance.platform.configuration.Role;
import io.quittance.platform.workspace.Workspace;
import io.quittance.reconciliation.job.BankGiveUp;
import io.quittance.stage.Audit;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Settles what a crash left behind. */
@Command(
        name = "recover",
        description =
                "Settles what a crash left behind, once it is proven that the owner is dead. Then run the same command again.")
final class RecoverCommand extends Verb implements Callable<Integer> {

    private static final String[] COLUMNS = {"what", "job", "work set", "detail"};

    @Option(
            names = "--give-up",
            paramLabel = "WORKSET",
            description = {
                "Ends a bank work set that fails every time, e.g. bank-20261125-01: what was acted on stays,",
                "the rest goes to quarantine/ and may be delivered again."
            })
    @Nullable
    String giveUp;

    private void nothing() {
        tell("nothing to recover", new Table(COLUMNS));
    }

    private int giveUp(AppSession app, String workSet) {
        if (!app.get(BankGiveUp.class).giveUp(workSet)) {
            throw new Refused(ExitCode.NO_INPUT, "no bank work set " + workSet + " is open.");
        }
        tell(
                workSet + " given up; what it did not act on is in quarantine/",
                new Table("what", "work set").row("given up", workSet));
        return ExitCode.DONE.code;
    }

    @Override
    public Integer call() {
        Globals globals = globals();
        if (globals.database == null
                && Files.isDirectory(globals.home)
                && !Files.isDirectory(new Workspace(globals.home).database().resolve("data"))) {
            // what was killed had not come to the point of having a database
            nothing();
            return ExitCode.DONE.code;
        }
        try (AppSession app = AppSession.look(globals(), null, Role.OPERATE)) {
            List<Recovered> settled = app.get(Recovery.class).recover();
            if (giveUp != null) {
                return giveUp(app, giveUp);
            }
            if (settled.isEmpty()) {
                nothing();
                return ExitCode.DONE.code;
            }
            var table = new Table(COLUMNS);
            for (Recovered one : settled) {
                table.row(one.what(), one.job(), one.workSet(), one.detail());
                app.get(Audit.class).note("recover", one.job() + " " + one.workSet(), one.detail());
            }
            print(table);
            return ExitCode.DONE.code;
        }
    }
}
