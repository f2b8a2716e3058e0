package io.quittance.benchmark;

import io.quittance.invoice.detection.InvoiceFiles;
import io.quittance.invoice.file.DeliveredFile;
import io.quittance.invoice.file.InvoiceFile;
import io.quittance.invoice.file.ReadDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * A folder of many small files, each one document: listed, hashed and read by one thread. What intake does more for a file (a
 * copy forced to disk, rows) is not in it.
 */
@Command(
        name = "files",
        mixinStandardHelpOptions = true,
        description = "Measures a folder of many small files in a small heap.")
final class FilesBenchmark implements Callable<Integer> {

    private static final double NANOS = 1e9;

    @Option(names = "--files", description = "How many (default: ${DEFAULT-VALUE}).")
    int files = 100_000;

    @Option(names = "--sample", description = "The invoice that is copied, with a number of its own each.")
    Path sample = Path.of("fixtures/demo/inbox/invoices/ubl-c1011-re-26-4520.xml");

    @Option(names = "--write", description = "Only writes them, into this folder: for an intake of the program itself.")
    @Nullable
    Path only;

    @Override
    public Integer call() throws IOException {
        if (only != null) {
            write(Files.createDirectories(only));
            return 0;
        }
        Path folder = Files.createTempDirectory("quittance-benchmark");
        try {
            write(folder);
            read(folder);
        } finally {
            try (Stream<Path> tree = Files.walk(folder)) {
                for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        return 0;
    }

    private void read(Path folder) throws IOException {
        var heap = new PeakHeap();
        long start = System.nanoTime();
        List<Path> listed;
        try (Stream<Path> entries = Files.list(folder)) {
            listed = entries.sorted().toList();
        }
        long found = System.nanoTime();
        long understood = 0;
        for (Path path : listed) {
            if (InvoiceFiles.open(DeliveredFile.of(path)) instanceof InvoiceFile.Readable readable) {
                try (var documents = readable.documents()) {
                    understood += documents.next() instanceof ReadDocument.Understood ? 1 : 0;
                }
            }
        }
        double seconds = (System.nanoTime() - found) / NANOS;
        if (understood != files) {
            throw new IllegalStateException(understood + " documents understood of " + files);
        }
        System.out.printf(
                "%,d files of %,d bytes: listed in %.2f s, hashed and read in %.2f s (%,.0f files/s); %s%n",
                files, Files.size(listed.getFirst()), (found - start) / NANOS, seconds, files / seconds, heap);
    }

    private void write(Path folder) throws IOException {
        String text = Files.readString(sample);
        String number = text.substring(text.indexOf("<cbc:ID>"), text.indexOf("</cbc:ID>"));
        for (int i = 1; i <= files; i++) {
            Files.writeString(
                    folder.resolve("invoice-%06d.xml".formatted(i)), text.replaceFirst(number, "<cbc:ID>N-" + i));
            if (i % (20_000) == 0) {
                System.err.printf("%,d files written%n", i);
            }
        }
    }
}
