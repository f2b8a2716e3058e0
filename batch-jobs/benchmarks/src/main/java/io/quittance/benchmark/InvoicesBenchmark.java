package io.quittance.benchmark;

import com.helger.cii.d16b.CIID16BCrossIndustryInvoiceTypeMarshaller;
import com.helger.ubl21.UBL21Marshaller;
import io.quittance.invoice.detection.InvoiceFiles;
import io.quittance.invoice.file.DeliveredFile;
import io.quittance.invoice.file.InvoiceFile;
import io.quittance.invoice.file.ReadDocument;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.mustangproject.ZUGFeRD.ZUGFeRDInvoiceImporter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Invoices in UBL and CII read per second by one thread: ours into the normal form with everything that is stated, Mustang's
 * importer into its invoice, ph-ubl and ph-cii into their JAXB models, without XSD. The files are those that all three can read,
 * each in memory; the readers take turns in every round.
 */
@Command(
        name = "invoices",
        mixinStandardHelpOptions = true,
        description = "Measures the reading of UBL and CII beside Mustang, ph-ubl and ph-cii.")
final class InvoicesBenchmark implements Callable<Integer> {

    /** The bar of the project: at least ten times Mustang. */
    private static final double BAR = 10;

    @Option(
            names = "--samples",
            description = "A folder of invoices in XML (default: ${DEFAULT-VALUE}); they are not in this repository.")
    Path samples = Path.of("../shared/reference/einvoice");

    @Option(names = "--rounds", description = "How many (default: ${DEFAULT-VALUE}).")
    int rounds = 7;

    @Option(names = "--seconds", description = "Of each reader in a round (default: ${DEFAULT-VALUE}).")
    double seconds = 1;

    @Option(names = "--warm-up", description = "Seconds of each reader beforehand (default: ${DEFAULT-VALUE}).")
    double warmUp = 6;

    @Option(names = "--largest", description = "Bytes of the largest file that counts (default: ${DEFAULT-VALUE}).")
    long largest = 50_000;

    /** Reads a file. */
    private interface Reader {
        void read(DeliveredFile file, byte[] bytes) throws Exception;
    }

    private record Sample(DeliveredFile file, byte[] bytes) {}

    @Override
    public Integer call() throws Exception {
        Map<String, List<Sample>> bySyntax = samples();
        for (var entry : bySyntax.entrySet()) {
            measure(entry.getKey(), entry.getValue());
        }
        System.out.println(new PeakHeap());
        return 0;
    }

    private void measure(String syntax, List<Sample> files) throws Exception {
        Map<String, Reader> readers = readers(syntax);
        List<Sample> read = files.stream()
                .filter(file -> readers.values().stream().allMatch(one -> reads(one, file)))
                .toList();
        long bytes = read.stream().mapToLong(one -> one.bytes().length).sum();
        System.out.printf(
                "%s: %d of %d files that every reader reads, %,d bytes on average%n",
                syntax, read.size(), files.size(), read.isEmpty() ? 0 : bytes / read.size());
        if (read.isEmpty()) {
            return;
        }
        List<Measured> measured = readers.entrySet().stream()
                .map(one -> new Measured(one.getValue(), new Rate(syntax + ", " + one.getKey())))
                .toList();
        for (Measured one : measured) {
            new Rate("warm-up").measure(warmUp, () -> all(one.reader(), read));
        }
        for (int round = 0; round < rounds; round++) {
            for (Measured one : measured) {
                one.rate().measure(seconds, () -> all(one.reader(), read));
            }
        }
        measured.forEach(one -> System.out.println(one.rate().told("invoices")));
        double times = measured.get(0).rate().median() / measured.get(1).rate().median();
        System.out.printf(
                "%s: %.1f times Mustang (bar %.0f: %s)%n", syntax, times, BAR, times >= BAR ? "met" : "missed");
    }

    private record Measured(Reader reader, Rate rate) {}

    /** Ours first, then Mustang, then the JAXB model. */
    private static Map<String, Reader> readers(String syntax) {
        Map<String, Reader> readers = new LinkedHashMap<>();
        readers.put("Quittance", (file, bytes) -> ours(file));
        readers.put("Mustang", (file, bytes) -> mustang(bytes));
        if (syntax.equals("UBL")) {
            var model = UBL21Marshaller.invoice().setUseSchema(false);
            readers.put("ph-ubl", (file, bytes) -> Objects.requireNonNull(model.read(new ByteArrayInputStream(bytes))));
        } else {
            var model = new CIID16BCrossIndustryInvoiceTypeMarshaller().setUseSchema(false);
            readers.put("ph-cii", (file, bytes) -> Objects.requireNonNull(model.read(new ByteArrayInputStream(bytes))));
        }
        return readers;
    }

    private static void ours(DeliveredFile file) throws IOException {
        var readable = (InvoiceFile.Readable) InvoiceFiles.open(file);
        try (var documents = readable.documents()) {
            var understood = (ReadDocument.Understood) documents.next();
            Objects.requireNonNull(understood.invoice());
        }
    }

    private static void mustang(byte[] bytes) throws Exception {
        var importer = new ZUGFeRDInvoiceImporter(new ByteArrayInputStream(bytes));
        Objects.requireNonNull(importer.extractInvoice().getNumber());
    }

    private static long all(Reader reader, List<Sample> files) throws Exception {
        for (Sample file : files) {
            reader.read(file.file(), file.bytes());
        }
        return files.size();
    }

    private static boolean reads(Reader reader, Sample file) {
        try {
            reader.read(file.file(), file.bytes());
            return true;
        } catch (Exception e) {
            return false;
        }
    }

    /** Invoices by syntax: credit notes have another JAXB model, and one file of 200 KB is an attachment in the main. */
    private Map<String, List<Sample>> samples() throws IOException {
        Map<String, List<Sample>> bySyntax = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(samples)) {
            for (Path path : files.filter(file -> file.toString().endsWith(".xml"))
                    .sorted()
                    .toList()) {
                byte[] bytes = Files.readAllBytes(path);
                var file = DeliveredFile.of(path.getFileName().toString(), bytes);
                String syntax = syntax(file);
                if (bytes.length <= largest && !syntax.isEmpty()) {
                    bySyntax.computeIfAbsent(syntax, key -> new ArrayList<>()).add(new Sample(file, bytes));
                }
            }
        }
        return bySyntax;
    }

    private static String syntax(DeliveredFile file) throws IOException {
        if (!(InvoiceFiles.open(file) instanceof InvoiceFile.Readable readable)) {
            return "";
        }
        try (var documents = readable.documents()) {
            return documents.next() instanceof ReadDocument.Understood understood
                    ? switch (understood.stated().syntax()) {
                        case "UBL-Invoice" -> "UBL";
                        case "CII" -> "CII";
                        default -> "";
                    }
                    : "";
        }
    }
}
