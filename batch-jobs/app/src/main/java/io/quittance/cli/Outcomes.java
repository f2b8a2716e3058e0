package io.quittance.cli;

import io.quittance.cli.Globals.Format;
import io.quittance.stage.StageOutcome;
import java.io.PrintWriter;
import java.util.List;

/** What stages did, as people and scripts read it. */
final class Outcomes {

    private Outcomes() {}

    static void print(List<StageOutcome> outcomes, Format format, PrintWriter out) {
        var table = new Table("stage", "work set", "what", "figure");
        for (StageOutcome outcome : outcomes) {
            if (outcome.didNothing()) {
                table.row(outcome.stage(), "", "nothing to do", "");
            }
            outcome.figures()
                    .forEach(figure -> table.row(outcome.stage(), outcome.workSet(), figure.name(), figure.value()));
        }
        table.print(format, out);
    }
}
