package io.quittance.cli;

import io.quittance.party.Bic;
import io.quittance.party.Checked;
import io.quittance.party.Iban;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Identifiers by their own rules; no database, no Spring. */
@Command(
        name = "validate",
        description = "Checks identifiers by structure and check digits.",
        subcommands = {ValidateCommand.IbanVerb.class, ValidateCommand.BicVerb.class, ValidateVatId.class})
final class ValidateCommand extends Verb {

    abstract static class Values extends Verb implements Callable<Integer> {
        @Parameters(arity = "1..*", paramLabel = "VALUE")
        List<String> values = List.of();

        <T> Integer check(Function<String, Checked<T>> rule, Function<T, String> normalised) {
            var table = new Table("input", "valid", "normalised", "reason");
            boolean all = true;
            for (String value : values) {
                Checked<T> checked = rule.apply(value);
                all &= checked.found().isPresent();
                table.row(
                        value,
                        checked.found().isPresent(),
                        checked.found().map(normalised).orElse(""),
                        checked.fault().orElse(""));
            }
            print(table);
            return all ? ExitCode.DONE.code : ExitCode.BAD_INPUT.code;
        }
    }

    @Command(name = "iban", description = "IBAN: registry structure and mod 97.")
    static final class IbanVerb extends Values {
        @Override
        public Integer call() {
            return check(Iban::parse, Iban::value);
        }
    }

    @Command(name = "bic", description = "BIC: ISO 9362.")
    static final class BicVerb extends Values {
        @Override
        public Integer call() {
            return check(Bic::parse, Bic::value);
        }
    }
}
