package io.quittance.cli;

import io.quittance.finding.Finding;
import io.quittance.finding.Findings;
import io.quittance.invoice.Invoice;
import io.quittance.invoice.detection.InvoiceFiles;
import io.quittance.invoice.file.DeliveredFile;
import io.quittance.invoice.file.InvoiceFile;
import io.quittance.invoice.file.InvoiceFileReader;
import io.quittance.invoice.file.ReadDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
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

        @Override
        public Integer call() {
            if (!Files.exists(path)) {
                throw new Refused(ExitCode.NO_INPUT, path + " does not exist.");
            }
            var table = new Table(
                    "file",
                    "position",
                    "verdict",
                    "kind",
                    "number",
                    "issue date",
                    "entity",
                    "contractor",
                    "currency",
                    "net",
                    "vat",
                    "gross",
                    "due",
                    "findings");
            files().forEach(file -> read(file, table));
            print(table);
            return ExitCode.DONE.code;
        }

        private List<Path> files() {
            try (Stream<Path> tree = Files.walk(path)) {
                return tree.filter(Files::isRegularFile).sorted().toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void read(Path path, Table table) {
            try {
                switch (InvoiceFiles.open(DeliveredFile.of(path))) {
                    case InvoiceFile.Readable readable -> documents(path, readable.documents(), table);
                    case InvoiceFile.Unreadable unreadable ->
                        table.row(
                                path.getFileName(),
                                0,
                                "refused",
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                text(unreadable.findings()));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void documents(Path path, InvoiceFileReader documents, Table table) throws IOException {
            try (documents) {
                while (documents.hasNext()) {
                    row(path, documents.next(), table);
                }
            }
        }

        private static void row(Path path, ReadDocument document, Table table) {
            switch (document) {
                case ReadDocument.Understood understood -> {
                    Invoice invoice = understood.invoice();
                    table.row(
                            path.getFileName(),
                            document.position(),
                            "understood",
                            invoice.kind(),
                            invoice.number(),
                            invoice.issueDate(),
                            invoice.entity(),
                            invoice.contractor(),
                            invoice.currency(),
                            invoice.totals().net().getAmount().toPlainString(),
                            invoice.totals().vat().getAmount().toPlainString(),
                            invoice.totals().gross().getAmount().toPlainString(),
                            invoice.totals().due().getAmount().toPlainString(),
                            text(understood.warnings()));
                }
                case ReadDocument.Refused refused ->
                    table.row(
                            path.getFileName(),
                            document.position(),
                            "refused",
                            refused.stated().kind(),
                            refused.stated().number(),
                            null,
                            refused.stated().entity(),
                            refused.stated().contractor(),
                            refused.stated().currency(),
                            null,
                            null,
                            null,
                            null,
                            text(refused.findings()));
            }
        }

        private static String text(Findings findings) {
            return findings.stream().map(Finding::toString).collect(Collectors.joining("; "));
        }
    }
}
