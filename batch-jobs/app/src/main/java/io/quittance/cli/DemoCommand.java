package io.quittance.cli;

import io.quittance.check.Checks;
import io.quittance.payment.RunState;
import io.quittance.payment.job.PaymentStages;
import io.quittance.payment.job.RunActs;
import io.quittance.payment.store.Run;
import io.quittance.payment.store.Runs;
import io.quittance.platform.configuration.Role;
import io.quittance.platform.configuration.User;
import io.quittance.stage.FrozenConfiguration;
import io.quittance.stage.Stage;
import io.quittance.stage.StageRunner;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/**
 * The whole pipeline on the example world: a night, payment runs with two approvers, the bank's day, the day after with a
 * return, workbooks. Its dates are fixed, so that it writes the same bytes every time.
 */
@Command(
        name = "demo",
        description = "Runs the whole pipeline on the example world, in a workspace of its own (default: ./demo).")
final class DemoCommand extends Verb implements Callable<Integer> {

    /** So many digits of a digest are enough to name it. */
    private static final int SHOWN_DIGITS = 12;

    private static final LocalDate NIGHT = LocalDate.of(2026, 11, 24);

    @Override
    public Integer call() {
        Globals globals = globals();
        if (globals.home.equals(Path.of("workspace"))) {
            globals.home = Path.of("demo");
        }
        DemoWorld world = DemoWorld.prepare(globals.home);
        try (AppSession app = AppSession.open(globals, NIGHT, Role.OPERATE)) {
            world.dropInvoices();
            night(app);
            releaseRuns(app);
            for (LocalDate day : List.of(NIGHT.plusDays(1), NIGHT.plusDays(2))) {
                if (world.dropBank(day.toString())) {
                    try (AppSession later = app.on(day)) {
                        night(later);
                    }
                }
            }
            List<Checks.Violation> violations = app.get(Checks.class).run();
            app.get(DemoSummary.class).print(world.workspace(), violations, out());
            return violations.isEmpty() ? ExitCode.DONE.code : ExitCode.BROKEN.code;
        }
    }

    private void night(AppSession app) {
        err().println("nightly --date " + app.session().businessDate());
        var runner = app.get(StageRunner.class);
        for (Stage stage : NightlyCommand.ofNight(app)) {
            runner.run(stage);
        }
    }

    /** Everybody whose role is to approve does, and somebody who did not propose releases. */
    private void releaseRuns(AppSession app) {
        List<User> users = app.get(FrozenConfiguration.class)
                .inForce()
                .configuration()
                .users()
                .users();
        List<User> approvers =
                users.stream().filter(user -> user.may(Role.APPROVE)).toList();
        User releaser = users.stream()
                .filter(user -> user.may(Role.RELEASE) && !user.equals(app.user()))
                .findFirst()
                .orElseThrow();
        try (AppSession releasing = app.as(releaser)) {
            releaseRuns(releasing, approvers);
        }
    }

    private void releaseRuns(AppSession app, List<User> approvers) {
        var acts = app.get(RunActs.class);
        for (Run run : app.get(Runs.class).all()) {
            if (run.state() == RunState.PROPOSED) {
                String digest = Objects.requireNonNull(run.digest());
                for (User approver : approvers) {
                    err().println("run approve " + run.id() + " --digest " + digest.substring(0, SHOWN_DIGITS)
                            + " --as " + approver.name());
                    acts.approve(run.id(), digest, approver);
                }
                err().println("run release " + run.id() + " --as " + app.user().name());
                app.get(StageRunner.class).run(app.get(PaymentStages.class).release(run.id()));
            }
        }
    }
}
