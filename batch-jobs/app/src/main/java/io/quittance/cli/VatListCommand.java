package io.quittance.cli;

import io.quittance.platform.configuration.Role;
import io.quittance.tax.store.TaxLists;
import io.quittance.vat.Period;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists that go with a return. */
@Command(
        name = "list",
        description = {
            "Figures per supplier that go with a return; nothing is filed.",
            "ec-purchases: services from other Member States by the supplier's VAT id (Directive 2006/112 art. 44, 196)."
        })
final class VatListCommand extends Verb implements Callable<Integer> {

    /** What can be listed. */
    enum Kind {
        EC_PURCHASES;

        /** As it is typed: picocli reads it by this, too. */
        @Override
        public String toString() {
            return "ec-purchases";
        }
    }

    @Option(names = "--kind", required = true, paramLabel = "KIND", description = "ec-purchases.")
    Kind kind = Kind.EC_PURCHASES;

    @Option(names = "--entity", required = true, paramLabel = "ENTITY", description = "Who declares.")
    String entity = "";

    @Option(names = "--period", required = true, paramLabel = "PERIOD", description = VatCommand.PERIODS + ".")
    String period = "";

    @Override
    public Integer call() {
        Period asked = VatCommand.OfPeriod.period(period);
        try (AppSession app = AppSession.look(globals(), null, Role.values())) {
            KnownEntity.require(app, entity);
            var table = new Table(
                    "entity", "period", "country", "vat id", "documents", "base", "self-assessed tax", "currency");
            switch (kind) {
                case EC_PURCHASES ->
                    app.get(TaxLists.class)
                            .ecPurchases(entity, asked.firstDay(), asked.lastDay())
                            .forEach(one -> table.row(
                                    entity,
                                    period,
                                    one.country(),
                                    one.vatId(),
                                    one.documents(),
                                    one.base(),
                                    one.tax(),
                                    one.currency()));
            }
            print(table);
            return ExitCode.DONE.code;
        }
    }
}
