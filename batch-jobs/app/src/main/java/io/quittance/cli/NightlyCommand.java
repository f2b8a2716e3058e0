package io.quittance.cli;

import io.quittance.assessment.job.AssessStage;
import io.quittance.cli.StageCommands.StageVerb;
import io.quittance.engagement.job.TimeSheetsStage;
import io.quittance.fx.job.RatesJob.RatesStage;
import io.quittance.invoice.job.IntakeStage;
import io.quittance.party.Entity;
import io.quittance.party.job.RegistryStage;
import io.quittance.payment.job.PaymentStages;
import io.quittance.reconciliation.job.BankStage;
import io.quittance.reconciliation.job.ReconcileStage;
import io.quittance.report.job.ReportStage;
import io.quittance.stage.FrozenConfiguration;
import io.quittance.stage.Stage;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;

/**
 * The one command for the scheduler. Intake, bank, assess, propose, reconcile, report, in this order: what was corrected
 * and dropped again the same evening is assessed by the next start. Release waits for people.
 */
@Command(name = "nightly", description = "Intake, bank, assess, propose, reconcile and report for one business date.")
final class NightlyCommand extends StageVerb {

    @Override
    List<Stage> stages(AppSession app) {
        return ofNight(app);
    }

    /** The stages of a night, in order. */
    static List<Stage> ofNight(AppSession app) {
        var stages = new ArrayList<Stage>(List.of(
                app.get(RatesStage.class),
                app.get(RegistryStage.class),
                app.get(TimeSheetsStage.class),
                app.get(IntakeStage.class),
                app.get(BankStage.class),
                app.get(AssessStage.class)));
        var payments = app.get(PaymentStages.class);
        app.get(FrozenConfiguration.class).inForce().register().entities().stream()
                .filter(entity -> !entity.accounts().isEmpty())
                .map(Entity::id)
                .sorted()
                .forEach(entity -> stages.add(payments.propose(entity, null)));
        stages.add(app.get(ReconcileStage.class));
        stages.add(app.get(ReportStage.class));
        return stages;
    }
}
