package io.quittance.cli;

import io.quittance.payment.pain001.BrokenRuleException;
import io.quittance.payment.pain001.Pain001Reader;
import io.quittance.payment.pain001.Pain001Totals;
import io.quittance.payment.pain001.SchemaCheck;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Payment files. */
@Command(
        name = "file",
        description = "Looks at payment files.",
        subcommands = {FileCommand.Verify.class})
final class FileCommand extends Verb {

    @Command(
            name = "verify",
            description = "Checks a pain.001.001.09 against its schema and its own sums; no database, no Spring.")
    static final class Verify extends Verb implements Callable<Integer> {
        @Parameters(paramLabel = "FILE")
        Path file = Path.of("");

        @Override
        public Integer call() {
            if (!Files.isRegularFile(file)) {
                throw new Refused(ExitCode.NO_INPUT, file + " does not exist.");
            }
            List<String> faults = faults();
            if (!faults.isEmpty()) {
                faults.forEach(fault -> err().println(file.getFileName() + ": " + fault));
                return ExitCode.BAD_INPUT.code;
            }
            return totals();
        }

        private List<String> faults() {
            try (InputStream in = Files.newInputStream(file)) {
                return SchemaCheck.pain001(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private int totals() {
            try (InputStream in = Files.newInputStream(file)) {
                Pain001Totals totals = Pain001Reader.totals(in);
                if (!totals.agree()) {
                    err().println(file.getFileName()
                            + ": count or control sum of the header or a batch is not that of its"
                            + " payments; in the file are " + totals.count() + " of "
                            + totals.sums().values()
                            + ", the header declares " + totals.declaredCount() + " of " + totals.declaredSum());
                    return ExitCode.BAD_INPUT.code;
                }
                var table = new Table("message id", "currency", "sum", "payments in file");
                totals.sums()
                        .forEach((currency, sum) -> table.row(
                                totals.messageId(), currency, sum.getAmount().toPlainString(), totals.count()));
                print(table);
                return ExitCode.DONE.code;
            } catch (BrokenRuleException broken) {
                err().println(file.getFileName() + ": " + broken.getMessage());
                return ExitCode.BAD_INPUT.code;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
