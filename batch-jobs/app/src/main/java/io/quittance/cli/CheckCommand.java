package io.quittance.cli;

import io.quittance.check.Checks;
import io.quittance.platform.configuration.Role;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Every invariant over the data. */
@Command(
        name = "check",
        description = "Checks every invariant over the data. Prints nothing and exits 0 when all is well.")
final class CheckCommand extends Verb implements Callable<Integer> {

    @Override
    public Integer call() {
        try (AppSession app = AppSession.look(globals(), null, Role.OPERATE)) {
            List<Checks.Violation> violations = app.get(Checks.class).run();
            if (violations.isEmpty()) {
                return ExitCode.DONE.code;
            }
            var table = new Table("invariant", "must hold", "violated by");
            violations.forEach(one -> table.row(one.invariant(), one.title(), one.detail()));
            print(table);
            return ExitCode.BROKEN.code;
        }
    }
}
