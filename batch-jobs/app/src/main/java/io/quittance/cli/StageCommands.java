package io.quittance.cli;

import io.quittance.assessment.job.AssessStage;
import io.quittance.check.OpenWork;
import io.quittance.engagement.job.TimeSheetsStage;
import io.quittance.fx.job.RatesJob.RatesStage;
import io.quittance.invoice.job.IntakeStage;
import io.quittance.party.job.RegistryStage;
import io.quittance.platform.configuration.Role;
import io.quittance.reconciliation.job.BankStage;
import io.quittance.reconciliation.job.ReconcileStage;
import io.quittance.report.job.ReportStage;
import io.quittance.stage.Stage;
import io.quittance.stage.StageOutcome;
import io.quittance.stage.StageRunner;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The stages of the nightly run, each as a verb of its own. */
final class StageCommands {

    private StageCommands() {}

    /** A verb that runs stages for a business date. */
    abstract static class StageVerb extends Verb implements Callable<Integer> {

        @Option(names = "--date", paramLabel = "DATE", description = "Business date (default: today in businessZone).")
        @Nullable
        LocalDate date;

        @Mixin
        FailOn failOn = new FailOn();

        /** The stages, in order. */
        abstract List<Stage> stages(AppSession app);

        @Option(names = "--dry-run", description = "Says what it would find to do; changes nothing.")
        boolean dryRun;

        @Override
        public Integer call() {
            return dryRun ? look() : work();
        }

        private int look() {
            try (AppSession app = AppSession.look(globals(), date, Role.OPERATE)) {
                List<StageOutcome> waiting = stages(app).stream()
                        .map(stage -> new StageOutcome(
                                stage.name() + (stage.scope().isEmpty() ? "" : " " + stage.scope()),
                                stage.waiting().isEmpty() ? "" : "(dry run)",
                                stage.waiting()))
                        .toList();
                Outcomes.print(waiting, globals().format(), out());
                return ExitCode.DONE.code;
            }
        }

        private int work() {
            try (AppSession app = AppSession.open(globals(), date, Role.OPERATE)) {
                var sequence =
                        new StageSequence(app.get(StageRunner.class), app.get(OpenWork.class)::portionsStored, err());
                try {
                    stages(app).forEach(sequence::run);
                } finally {
                    // what was done is told whatever ended the night
                    Outcomes.print(sequence.outcomes(), globals().format(), out());
                }
                return exit(app, sequence);
            }
        }

        private int exit(AppSession app, StageSequence sequence) {
            if (sequence.exit() != ExitCode.DONE.code || !failOn.isAsked()) {
                return sequence.exit();
            }
            List<String> workSets =
                    sequence.outcomes().stream().map(StageOutcome::workSet).toList();
            return failOn.judge(app.get(OpenWork.class).count(workSets), this).code;
        }
    }

    @Command(
            name = "intake",
            description = "Takes in rates, answers of tax registers, time sheets and invoices from the drop folders.")
    static final class Intake extends StageVerb {
        @Override
        List<Stage> stages(AppSession app) {
            return List.of(
                    app.get(RatesStage.class),
                    app.get(RegistryStage.class),
                    app.get(TimeSheetsStage.class),
                    app.get(IntakeStage.class));
        }
    }

    @Command(
            name = "bank",
            description = "Takes in status reports and statements from inbox/bank.",
            subcommands = {BankReadCommand.class, BankClearCommand.class})
    static final class Bank extends StageVerb {
        @Override
        List<Stage> stages(AppSession app) {
            return List.of(app.get(BankStage.class));
        }
    }

    @Command(name = "assess", description = "Validates, converts, determines tax and posts.")
    static final class Assess extends StageVerb {
        @Override
        List<Stage> stages(AppSession app) {
            return List.of(app.get(AssessStage.class));
        }
    }

    @Command(name = "reconcile", description = "Computes every tie between documents, payments, bank and ledger.")
    static final class Reconcile extends StageVerb {
        @Override
        List<Stage> stages(AppSession app) {
            return List.of(app.get(ReconcileStage.class));
        }
    }

    @Command(name = "report", description = "Writes the workbooks of what has changed.")
    static final class Report extends StageVerb {
        @Override
        List<Stage> stages(AppSession app) {
            return List.of(app.get(ReportStage.class));
        }
    }
}
