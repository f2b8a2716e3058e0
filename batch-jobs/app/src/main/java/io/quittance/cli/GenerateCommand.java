package io.quittance.cli;

import io.quittance.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** An invented world to try things on; no database, no Spring. */
@Command(
        name = "generate",
        description = "Writes an invented world of any size: configuration, rates and invoices. Same seed, same bytes.")
final class GenerateCommand extends Verb implements Callable<Integer> {

    @Option(names = "--invoices", required = true, paramLabel = "N", description = "How many documents.")
    int invoices;

    @Option(names = "--seed", paramLabel = "S", description = "Which world of this size (default: 1).")
    long seed = 1;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "An empty or absent folder; becomes a home with its own config.")
    Path folder = Path.of("");

    @Override
    public Integer call() {
        if (invoices < 1) {
            throw new ParameterException(spec.commandLine(), "--invoices is at least 1, not " + invoices);
        }
        Path config = globals().config();
        if (!Files.isDirectory(config)) {
            throw new Refused(ExitCode.NO_INPUT, config + ", the configuration to start from, does not exist.");
        }
        if (!isFree()) {
            throw new Refused(
                    ExitCode.CANNOT_CREATE,
                    folder + " is not empty; nothing was touched. Name another folder with --out.");
        }
        World world = World.of(invoices, seed);
        write(world, config);
        var table = new Table("invoices", "contractors", "business date", "folder");
        table.row(invoices, world.contractors(), World.BUSINESS_DATE, folder);
        print(table);
        err().println("Take it in: quittance nightly --date " + World.BUSINESS_DATE + " --home " + folder + " --config "
                + folder.resolve("config"));
        return ExitCode.DONE.code;
    }

    private void write(World world, Path config) {
        try {
            world.write(config, folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + folder, e);
        }
    }

    private boolean isFree() {
        if (!Files.exists(folder)) {
            return true;
        }
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot look into " + folder, e);
        }
    }
}
