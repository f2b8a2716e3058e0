package io.quittance.cli;

import io.quittance.party.TaxNumber;
import io.quittance.party.TaxNumber.Kind;
import io.quittance.party.TaxNumbers;
import io.quittance.platform.configuration.Role;
import io.quittance.stage.FrozenConfiguration;
import io.quittance.tax.store.TaxLists;
import io.quittance.tax.store.TaxLists.Dac7Seller;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What was paid to each seller in each quarter. */
@Command(
        name = "dac7",
        description = {
            "Per contractor and quarter what was paid, what was kept back, and for how many invoices;",
            "fees are empty, since no document tells them",
            "(Directive (EU) 2021/514 annex V section III). Figures only: nothing is filed."
        })
final class TaxDac7Command extends Verb implements Callable<Integer> {

    private static final int MONTHS_A_QUARTER = 3;
    private static final List<String> COLUMNS = List.of(
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
    private static final List<String> NUMBERS = List.of("tin", "tin country", "registration", "birth");

    @Option(names = "--entity", required = true, paramLabel = "ENTITY", description = "Who paid.")
    String entity = "";

    @Option(names = "--year", required = true, paramLabel = "YEAR", description = "Of the payments, e.g. 2026.")
    int year;

    @Option(
            names = "--with-numbers",
            description = {
                "Adds TIN, number of the business register and date of birth from config/register/tax-numbers.csv.",
                "Personal facts: keep the output where only those may read it who must."
            })
    boolean withNumbers;

    @Override
    public Integer call() {
        try (AppSession app = AppSession.look(globals(), null, Role.values())) {
            KnownEntity.require(app, entity);
            TaxNumbers numbers = app.get(FrozenConfiguration.class).inForce().numbers();
            List<String> columns = new ArrayList<>(COLUMNS);
            if (withNumbers) {
                columns.addAll(NUMBERS);
            }
            var table = new Table(columns.toArray(String[]::new));
            for (Dac7Seller one : app.get(TaxLists.class).dac7(entity, KnownEntity.year(year))) {
                table.row(cells(one, numbers).toArray());
            }
            print(table);
            return ExitCode.DONE.code;
        }
    }

    private List<Object> cells(Dac7Seller one, TaxNumbers numbers) {
        List<Object> cells = new ArrayList<>(List.of(
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
        if (withNumbers) {
            List<TaxNumber> tins = of(numbers, one, Kind.TIN);
            cells.add(told(tins, TaxNumber::number));
            cells.add(told(tins, TaxNumber::country));
            cells.add(told(of(numbers, one, Kind.REGISTRATION), TaxNumber::number));
            cells.add(told(of(numbers, one, Kind.BIRTH), TaxNumber::number));
        }
        return cells;
    }

    /** Those that were valid in the quarter. */
    private List<TaxNumber> of(TaxNumbers numbers, Dac7Seller seller, Kind kind) {
        LocalDate from = LocalDate.of(year, seller.quarter() * MONTHS_A_QUARTER - 2, 1);
        return numbers.of(
                seller.contractor(),
                kind,
                from,
                from.plusMonths(MONTHS_A_QUARTER).minusDays(1));
    }

    private static String told(List<TaxNumber> numbers, Function<TaxNumber, @Nullable String> cell) {
        return numbers.stream().map(cell).filter(Objects::nonNull).collect(Collectors.joining(" "));
    }
}
