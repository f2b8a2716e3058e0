package io.quittance.cli;

import io.quittance.platform.configuration.Role;
import io.quittance.tax.store.TaxLists;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What was paid to each seller in each quarter. */
@Command(
        name = "dac7",
        description = {
            "Per contractor and quarter what was paid, what was kept back, and for how many invoices",
            "(Directive (EU) 2021/514 annex V section III). Figures only: nothing is filed."
        })
final class TaxDac7Command extends Verb implements Callable<Integer> {

    @Option(names = "--entity", required = true, paramLabel = "ENTITY", description = "Who paid.")
    String entity = "";

    @Option(names = "--year", required = true, paramLabel = "YEAR", description = "Of the payments, e.g. 2026.")
    int year;

    @Override
    public Integer call() {
        try (AppSession app = AppSession.look(globals(), null, Role.values())) {
            KnownEntity.require(app, entity);
            var table = new Table(
                    "entity",
                    "year",
                    "quarter",
                    "contractor",
                    "kind",
                    "country",
                    "vat id",
                    "currency",
                    "consideration",
                    "fees",
                    "taxes",
                    "activities");
            app.get(TaxLists.class)
                    .dac7(entity, KnownEntity.year(year))
                    .forEach(one -> table.row(
                            entity,
                            year,
                            one.quarter(),
                            one.contractor(),
                            one.kind(),
                            one.country(),
                            one.vatId(),
                            one.currency(),
                            one.consideration(),
                            one.fees(),
                            one.taxes(),
                            one.activities()));
            print(table);
            return ExitCode.DONE.code;
        }
    }
}
