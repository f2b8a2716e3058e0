package io.quittance.cli;

import io.quittance.platform.configuration.RuleSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Working on single documents. */
@Command(
        name = "invoice",
        description = "Reads invoice files.",
        subcommands = {InvoiceCommand.Read.class})
final class InvoiceCommand extends Verb {

    @Command(name = "read", description = "What is understood of a file or folder of invoices; no database, no Spring.")
    static final class Read extends Verb implements Callable<Integer> {
        @Parameters(paramLabel = "FILE|DIR")
        Path path = Path.of("");

        @Option(names = "--no-official", description = "Our own rules only: much faster.")
        boolean withoutOfficial;

        @Override
        public Integer call() {
            if (!Files.exists(path)) {
                throw new Refused(ExitCode.NO_INPUT, path + " does not exist.");
            }
            RuleSettings rules = RuleSettings.of(globals().config());
            var official = withoutOfficial ? OfficialReading.none() : new OfficialReading(rules);
            var reading = new InvoiceReading(path, official);
            files().forEach(reading::read);
            print(reading.table());
            return ExitCode.DONE.code;
        }

        private List<Path> files() {
            try (Stream<Path> tree = Files.walk(path)) {
                return tree.filter(Files::isRegularFile).sorted().toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
