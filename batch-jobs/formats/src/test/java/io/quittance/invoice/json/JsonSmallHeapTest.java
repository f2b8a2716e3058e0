package io.quittance.invoice.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.invoice.detection.InvoiceFiles;
import io.quittance.invoice.file.DeliveredFile;
import io.quittance.invoice.file.InvoiceFile;
import io.quittance.invoice.file.ReadDocument;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reading an array of 100,000 documents in a JVM of its own with 32 MiB of heap. */
class JsonSmallHeapTest {

    private static final int DOCUMENTS = 100_000;

    @Test
    void aLongArrayIsReadDocumentByDocument(@TempDir Path folder) throws Exception {
        Path output = folder.resolve("output.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx32m",
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        JsonSmallHeapTest.class.getName(),
                        folder.resolve("array.json").toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        String said = Files.readString(output);
        System.out.println("32 MiB: " + said.strip());
        assertThat(process.exitValue()).as(said).isZero();
        assertThat(said).contains("100000 understood, 0 refused");
    }

    /** What the other JVM does. */
    public static void main(String[] arguments) throws IOException {
        Path path = Path.of(arguments[0]);
        String page = new JsonPage().text();
        try (var out = new BufferedOutputStream(Files.newOutputStream(path))) {
            for (int i = 0; i < DOCUMENTS; i++) {
                out.write((i == 0 ? "[" : ",").getBytes(UTF_8));
                out.write(page.replace("INV-1", "INV-" + i).getBytes(UTF_8));
            }
            out.write(']');
        }
        long start = System.nanoTime();
        int understood = 0;
        int refused = 0;
        var open = (InvoiceFile.Readable) InvoiceFiles.open(DeliveredFile.of(path));
        try (var documents = open.documents()) {
            while (documents.hasNext()) {
                if (documents.next() instanceof ReadDocument.Understood) {
                    understood++;
                } else {
                    refused++;
                }
            }
        }
        System.out.printf(
                "%d understood, %d refused, %d bytes in %d ms%n",
                understood, refused, Files.size(path), (System.nanoTime() - start) / 1_000_000);
    }
}
