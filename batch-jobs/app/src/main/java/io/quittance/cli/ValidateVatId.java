package io.quittance.cli;

import io.quittance.party.VatId;
import io.quittance.party.VatIdCheck;
import io.quittance.table.Row;
import io.quittance.table.TableError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** VAT and GST numbers by the form and the check digits of their country; no register is asked. */
@Command(
        name = "vat-id",
        description = {
            "VAT and GST numbers: form, parts and check digits of their country (docs/reference/vat-ids.md).",
            "A valid number is well formed; only a register says whether it is in force."
        })
final class ValidateVatId extends Verb implements Callable<Integer> {

    private static final List<String> COLUMNS = List.of("country", "input");

    @Parameters(
            arity = "0..*",
            paramLabel = "VALUE",
            description = "Numbers, with or without the prefix of their country.")
    List<String> values = List.of();

    @Option(
            names = "--file",
            paramLabel = "CSV",
            description = "A file with the header country,input instead of values.")
    @Nullable
    Path file;

    @Option(
            names = "--country",
            paramLabel = "CC",
            description =
                    "ISO country (or EL, XI, EU) of numbers that come without one (default: their first two letters).")
    @Nullable
    String country;

    private final Table table = new Table("country", "input", "valid", "normalised", "reason");
    private boolean allValid = true;

    @Override
    public Integer call() {
        if ((file == null) == values.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "Give either values or --file.");
        }
        if (file == null) {
            values.forEach(value -> check(country, value));
        } else {
            rows(file)
                    .forEach(row ->
                            check(row.optional("country"), Objects.requireNonNullElse(row.optional("input"), "")));
        }
        print(table);
        return allValid ? ExitCode.DONE.code : ExitCode.BAD_INPUT.code;
    }

    private static List<Row> rows(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new Refused(ExitCode.NO_INPUT, "There is no file " + file + ".");
        }
        try {
            return io.quittance.table.Table.read(file, COLUMNS).rows();
        } catch (TableError wrong) {
            throw new Refused(ExitCode.BAD_INPUT, wrong.getMessage() + ". Nothing was checked.");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    private void check(@Nullable String named, String input) {
        String territory = territory(named, input);
        VatIdCheck check = territory.isEmpty()
                ? new VatIdCheck(false, "", "no country is given, and the number names none: use --country")
                : VatId.check(territory, input);
        allValid &= check.valid();
        table.row(territory, input, check.valid(), check.normalised(), check.reason());
    }

    /** The one that is given with the number, else the one of the option, else the one the number names itself. */
    private String territory(@Nullable String named, String input) {
        String given = named == null ? country : named;
        return given == null
                ? VatId.namedTerritory(input).orElse("")
                : given.strip().toUpperCase(Locale.ROOT);
    }
}
