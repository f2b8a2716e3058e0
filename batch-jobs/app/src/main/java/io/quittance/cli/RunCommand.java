package io.quittance.cli;

import io.quittance.payment.Approvals.Approval;
import io.quittance.payment.RunState;
import io.quittance.payment.job.PaymentStages;
import io.quittance.payment.job.RunActs;
import io.quittance.payment.job.RunActs.Missing;
import io.quittance.payment.job.RunActs.Shown;
import io.quittance.payment.store.Run;
import io.quittance.payment.store.Runs;
import io.quittance.platform.configuration.Role;
import io.quittance.stage.StageOutcome;
import io.quittance.stage.StageRunner;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The life of a payment run: propose, look, approve, release. */
@Command(
        name = "run",
        description = "Proposes, shows, approves, releases and cancels payment runs.",
        subcommands = {
            RunCommand.Propose.class,
            RunCommand.ListRuns.class,
            RunCommand.Show.class,
            RunCommand.Approve.class,
            RunCommand.Release.class,
            RunCommand.Cancel.class
        })
final class RunCommand extends Verb {

    abstract static class OneRun extends Verb implements Callable<Integer> {
        @Parameters(paramLabel = "RUN", description = "The run, e.g. NL-BV-20261125-01.")
        String run = "";

        @Option(names = "--date", paramLabel = "DATE", description = "Business date (default: today in businessZone).")
        @Nullable
        LocalDate date;
    }

    @Command(
            name = "propose",
            description = "Proposes a run: what would be paid, and why each other document would not.")
    static final class Propose extends Verb implements Callable<Integer> {
        @Option(names = "--entity", required = true, paramLabel = "ENTITY", description = "Who pays.")
        String entity = "";

        @Option(names = "--pay-date", paramLabel = "DATE", description = "Day of execution (default: next bank day).")
        @Nullable
        LocalDate payDate;

        @Option(names = "--date", paramLabel = "DATE", description = "Business date (default: today in businessZone).")
        @Nullable
        LocalDate date;

        @Override
        public Integer call() {
            try (AppSession app = AppSession.open(globals(), date, Role.PROPOSE)) {
                KnownEntity.require(app, entity);
                List<StageOutcome> outcomes = app.get(StageRunner.class)
                        .run(app.get(PaymentStages.class).propose(entity, payDate));
                Outcomes.print(outcomes, globals().format(), out());
                return ExitCode.DONE.code;
            }
        }
    }

    @Command(name = "list", description = "Every run with its state.")
    static final class ListRuns extends Verb implements Callable<Integer> {
        @Override
        public Integer call() {
            try (AppSession app = AppSession.look(globals(), null, Role.values())) {
                var table = new Table("run", "entity", "pay date", "state", "proposed by", "approvals", "released by");
                var runs = app.get(Runs.class);
                for (Run run : runs.all()) {
                    table.row(
                            run.id(),
                            run.entity(),
                            run.payDate(),
                            run.state() == null ? "PROPOSING" : run.state(),
                            run.proposedBy(),
                            String.join(
                                    " ",
                                    runs.approvals(run.id()).stream()
                                            .map(Approval::user)
                                            .toList()),
                            run.releasedBy());
                }
                print(table);
                return ExitCode.DONE.code;
            }
        }
    }

    @Command(
            name = "show",
            description = "What a run pays, what it does not and why, and the digest that approvers sign.")
    static final class Show extends OneRun {
        @Override
        public Integer call() {
            try (AppSession app = AppSession.look(globals(), date, Role.values())) {
                RunView.print(app.get(RunActs.class).show(run), globals().format(), out());
                return ExitCode.DONE.code;
            }
        }
    }

    @Command(name = "approve", description = "Signs the content of a run. Nobody approves what he proposed.")
    static final class Approve extends OneRun {
        @Option(
                names = "--digest",
                required = true,
                paramLabel = "SHA256",
                description = "The digest that 'run show' gave you; the first 12 digits are enough.")
        String digest = "";

        @Override
        public Integer call() {
            try (AppSession app = AppSession.look(globals(), date, Role.APPROVE)) {
                Shown shown = app.get(RunActs.class).approve(run, digest, app.user());
                tell(
                        run + " approved by " + app.user().name() + ", " + shown.valid() + " of " + shown.needed()
                                + " approvals, digest " + shown.run().digest(),
                        new Table("run", "state", "approved by", "approvals", "approvals needed", "digest")
                                .row(
                                        run,
                                        shown.run().state(),
                                        app.user().name(),
                                        shown.valid(),
                                        shown.needed(),
                                        shown.run().digest()));
                return ExitCode.DONE.code;
            }
        }
    }

    @Command(name = "release", description = "Lets the files of an approved run go into outbox/payments.")
    static final class Release extends OneRun {
        @Option(
                names = "--missing",
                paramLabel = "FILE=FATE",
                description = {
                    "What became of a file that vanished during the hand-over: delivered or lost.",
                    "FILE as the refused release names it, e.g. outbox/payments/RUN/manifest.txt."
                })
        Map<String, Missing> missing = new LinkedHashMap<>();

        @Override
        public Integer call() {
            try (AppSession app = AppSession.look(globals(), date, Role.RELEASE)) {
                Shown shown = app.get(RunActs.class).show(run);
                if (shown.waits()) {
                    err().println("quittance: " + run + " waits for people: " + shown.valid() + " of " + shown.needed()
                            + " approvals. Next: quittance run show " + run
                            + ", then quittance run approve " + run + " --digest <its digest>");
                    return ExitCode.WAITING.code;
                }
                if (shown.run().state() == RunState.CANCELLED) {
                    throw new Refused(
                            ExitCode.NOT_ALLOWED,
                            run + " is CANCELLED and cannot be released; its documents are open again.");
                }
                if (!missing.isEmpty()) {
                    app.get(RunActs.class).settleMissing(run, missing);
                }
                List<StageOutcome> outcomes = app.get(StageRunner.class)
                        .run(app.get(PaymentStages.class).release(run));
                Outcomes.print(outcomes, globals().format(), out());
                return ExitCode.DONE.code;
            }
        }
    }

    @Command(name = "cancel", description = "Gives up a run that was not released; its documents are open again.")
    static final class Cancel extends OneRun {
        @Override
        public Integer call() {
            try (AppSession app = AppSession.look(globals(), date, Role.PROPOSE)) {
                app.get(RunActs.class).cancel(run);
                tell(
                        run + " cancelled by " + app.user().name(),
                        new Table("run", "state", "cancelled by")
                                .row(run, RunState.CANCELLED, app.user().name()));
                return ExitCode.DONE.code;
            }
        }
    }
}
