package io.quittance.cli;

import io.quittance.platform.configuration.Role;
import io.quittance.stage.FrozenConfiguration;
import io.quittance.withholding.store.WithholdingReports;
import io.quittance.withholding.store.WithholdingReports.Reported;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.joda.money.Money;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The figures of a yearly form, one line per payee. Nothing is filed, and no names or tax numbers are in it. */
@Command(
        name = "report",
        description = "The figures of a yearly form (1099-NEC, 1042-S, 2307), one line per payee and kind of income.")
final class TaxReportCommand extends Verb implements Callable<Integer> {

    @Option(names = "--form", required = true, paramLabel = "FORM", description = "1099-NEC, 1042-S or 2307.")
    String form = "";

    @Option(names = "--entity", required = true, paramLabel = "ENTITY", description = "Who paid.")
    String entity = "";

    @Option(names = "--year", required = true, paramLabel = "YEAR", description = "Year of payment.")
    int year;

    @Override
    public Integer call() {
        try (AppSession app = AppSession.look(globals(), null, Role.values())) {
            var inForce = app.get(FrozenConfiguration.class).inForce();
            KnownEntity.require(app, entity);
            if (!inForce.withholding().forms().contains(form)) {
                throw new Refused(
                        ExitCode.USAGE,
                        "no rule reports on " + form + "; there are "
                                + String.join(", ", inForce.withholding().forms()) + ".");
            }
            Optional<Money> limit =
                    inForce.withholding().reportedFrom(form, LocalDate.of(KnownEntity.year(year), 12, 31));
            var table = new Table(
                    "form",
                    "entity",
                    "year",
                    "contractor",
                    "residence",
                    "income",
                    "rate",
                    "currency",
                    "gross",
                    "withheld",
                    "payments");
            app.get(WithholdingReports.class).of(form, entity, year).stream()
                    .filter(one -> limit.isEmpty() || reaches(one, limit.get()))
                    .forEach(one -> table.row(
                            form,
                            entity,
                            year,
                            one.contractor(),
                            one.residence(),
                            one.income(),
                            one.rate().toPlainString(),
                            one.gross().getCurrencyUnit(),
                            one.gross().getAmount().toPlainString(),
                            one.withheld().getAmount().toPlainString(),
                            one.payments()));
            print(table);
            return ExitCode.DONE.code;
        }
    }

    /** A payee is on the form from the limit on, counting all that is reported of him; whoever lost tax is on it in any case. */
    private static boolean reaches(Reported one, Money limit) {
        boolean comparable = one.ofPayee().isSameCurrency(limit);
        return !comparable
                || !one.ofPayee().isLessThan(limit)
                || !one.withheld().isZero();
    }
}
