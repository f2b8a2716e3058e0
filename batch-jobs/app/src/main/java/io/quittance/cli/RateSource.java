package io.quittance.cli;

import io.quittance.fx.Rate;
import io.quittance.platform.configuration.Settings;
import io.quittance.platform.workspace.Workspace;
import io.quittance.tax.trial.RatesAtHand;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where rates come from when no database is asked: the files that are named; else what lies in the workspace, dropped or
 * archived; else, in the example company alone, its invented rates.
 *
 * @param from in a sentence, for people
 */
record RateSource(List<Rate> rates, String from) {

    static RateSource of(Globals globals, Settings settings, List<Path> named) {
        if (!named.isEmpty()) {
            return named(named);
        }
        var workspace = new Workspace(globals.home);
        RatesAtHand found = read(Stream.of(workspace.archive(), workspace.inboxRates()));
        if (!found.files().isEmpty()) {
            return new RateSource(found.rates(), files(found) + " of the workspace " + globals.home + ", as delivered");
        }
        RatesAtHand example = settings.example() ? read(examples().limit(1)) : new RatesAtHand();
        return example.files().isEmpty()
                ? new RateSource(List.of(), "none: no rate file in the workspace, and none named with --rates")
                : new RateSource(example.rates(), "fixtures/demo/inbox/rates: invented, for the example company only");
    }

    private static RateSource named(List<Path> named) {
        var found = new RatesAtHand();
        for (Path path : named) {
            if (!Files.exists(path)) {
                throw new Refused(ExitCode.NO_INPUT, path + " does not exist.");
            }
            found.read(path);
        }
        if (found.files().isEmpty()) {
            throw new Refused(
                    ExitCode.BAD_INPUT,
                    "no rates in what --rates names: "
                            + found.refusal().map(Object::toString).orElse("there is no file"));
        }
        return new RateSource(found.rates(), files(found) + " that --rates names");
    }

    private static String files(RatesAtHand found) {
        int files = found.files().size();
        return files + (files == 1 ? " file" : " files");
    }

    private static RatesAtHand read(Stream<Path> folders) {
        var found = new RatesAtHand();
        folders.filter(Files::isDirectory).forEach(found::read);
        return found;
    }

    private static Stream<Path> examples() {
        String launcher = System.getProperty("quittance.launcher.home", ".");
        return Stream.of(Path.of("."), Path.of(launcher))
                .map(root -> root.resolve("fixtures/demo/inbox/rates"))
                .filter(Files::isDirectory);
    }
}
