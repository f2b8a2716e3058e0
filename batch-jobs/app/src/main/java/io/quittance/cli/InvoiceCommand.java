package io.quittance.cli;

import io.quittance.invoice.file.DeliveredFile;
import io.quittance.invoice.profile.Profiles;
import io.quittance.platform.configuration.ConfigurationError;
import io.quittance.platform.configuration.IntakeProfiles;
import io.quittance.platform.configuration.RuleSettings;
import io.quittance.table.TableError;
import io.quittance.tax.RoundingPolicies;
import io.quittance.tax.table.TaxPolicyFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Working on single documents. */
@Command(
        name = "invoice",
        description = "Reads invoice files; lists, shows, holds, lifts, withdraws and resubmits documents.",
        subcommands = {
            InvoiceCommand.Read.class,
            InvoiceCommand.Preview.class,
            InvoiceListCommand.class,
            InvoiceShowCommand.class,
            InvoiceHoldCommand.class,
            InvoiceLiftCommand.class,
            InvoiceWithdrawCommand.class,
            InvoiceResubmitCommand.class
        })
final class InvoiceCommand extends Verb {

    @Command(
            name = "read",
            description = {
                "What is understood of a file or folder of invoices; no database, no Spring.",
                "Ends with 0 whatever the verdicts are: read them in the column verdict."
            })
    static final class Read extends Verb implements Callable<Integer> {
        @Parameters(paramLabel = "FILE|DIR")
        Path path = Path.of("");

        @Option(names = "--no-official", description = "Our own rules only: much faster.")
        boolean withoutOfficial;

        @Option(
                names = "--findings",
                description = "What was found: below the table; with --format csv or json in place of the documents.")
        boolean findings;

        @Override
        public Integer call() {
            if (!Files.exists(path)) {
                throw new Refused(ExitCode.NO_INPUT, path + " does not exist.");
            }
            RuleSettings rules = RuleSettings.of(globals().config());
            var official = withoutOfficial ? OfficialReading.none() : new OfficialReading(rules);
            var reading = new InvoiceReading(path, profiles(this), roundings(), official);
            files().forEach(reading::read);
            print(reading);
            return ExitCode.DONE.code;
        }

        /** How each country lets tax be rounded, read without the rest of the configuration. */
        private RoundingPolicies roundings() {
            try {
                return TaxPolicyFiles.roundings(globals().config().resolve("tax"));
            } catch (TableError wrong) {
                throw ConfigurationError.in(
                        globals().config(), wrong.place() + ": " + wrong.reason(), "Correct " + wrong.place() + ".");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** A table leaves out columns that no screen is wide enough for; csv and json have all of them. */
        private void print(InvoiceReading reading) {
            boolean table = globals().format() == Globals.Format.TABLE;
            if (table || !findings) {
                print(table ? reading.onScreen() : reading.table());
            }
            if (findings || (table && globals().verbose)) {
                if (table) {
                    out().println();
                }
                print(reading.found());
            }
        }

        private List<Path> files() {
            try (Stream<Path> tree = Files.walk(path)) {
                return tree.filter(file -> file.equals(path) || Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                        .filter(Files::isRegularFile)
                        .sorted()
                        .toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Command(
            name = "preview",
            description =
                    "What would be taken in of one file: profile, columns, first documents; no database, no Spring.")
    static final class Preview extends Verb implements Callable<Integer> {
        @Parameters(paramLabel = "FILE")
        Path path = Path.of("");

        @Option(
                names = "--profile",
                paramLabel = "P",
                description = "The profile of config/intake that explains the columns (default: by the header).")
        @Nullable
        String profile;

        @Override
        public Integer call() throws IOException {
            if (!Files.isRegularFile(path)) {
                throw new Refused(ExitCode.NO_INPUT, path + " does not exist.");
            }
            var preview =
                    new InvoicePreview(DeliveredFile.of(path), profiles(this).choosing(profile));
            boolean readable = preview.read();
            preview.print(globals().format(), out());
            return (readable ? ExitCode.DONE : ExitCode.BAD_INPUT).code;
        }
    }

    /** Those of the configuration, read without the rest of it. */
    private static Profiles profiles(Verb verb) {
        return IntakeProfiles.read(verb.globals().config().resolve("intake"));
    }
}
