package io.quittance.cli;

import io.quittance.platform.clock.BusinessClock;
import io.quittance.platform.configuration.Configuration;
import io.quittance.table.TableError;
import io.quittance.tax.coverage.TaxCoverage;
import java.io.IOException;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What the tax tables of the configuration cover; no database, no Spring. */
@Command(
        name = "coverage",
        description = {
            "Writes what the tax tables cover and what they do not, jurisdiction by jurisdiction, as a page of Markdown.",
            "Of the tables that come with Quittance it is docs/reference/tax-coverage.md."
        })
final class TaxCoverageVerb extends Verb implements Callable<Integer> {

    @Option(
            names = "--date",
            paramLabel = "DATE",
            description = "The day whose rows count (default: today in businessZone).")
    @Nullable
    LocalDate date;

    @Override
    public Integer call() throws IOException {
        LocalDate on = date == null
                ? BusinessClock.atLaunch(Configuration.load(globals().config())
                                .settings()
                                .businessZone())
                        .today()
                : date;
        try {
            out().print(TaxCoverage.of(globals().config(), on));
            out().flush();
            return ExitCode.DONE.code;
        } catch (TableError wrong) {
            throw new Refused(ExitCode.CONFIGURATION, wrong.place() + ": " + wrong.reason());
        }
    }
}
