package io.quittance.payment.pain001;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.payment.Rail;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writing, proving and validating 100,000 payments in a JVM of its own with 64 MiB of heap. */
class SmallHeapTest {

    private static final int PAYMENTS = 100_000;

    @Test
    void hundredThousandPaymentsFitInto64Mebibytes(@TempDir Path folder) throws Exception {
        Path output = folder.resolve("output.txt");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(
                        java,
                        "-Xmx64m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SmallHeapTest.class.getName(),
                        folder.resolve("pain001.xml").toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        String said = Files.readString(output);
        System.out.println("64 MiB: " + said.strip());
        assertThat(process.exitValue()).as(said).isZero();
        assertThat(said).contains("100000 payments, {EUR=EUR 101000.00}, agree true, complaints []");
    }

    /** What the other JVM does. */
    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        long start = System.nanoTime();
        try (OutputStream out = Files.newOutputStream(file)) {
            new Pain001Writer().write(Orders.large(Rail.CROSS_BORDER, PAYMENTS), out);
        }
        long written = System.nanoTime();
        Pain001Totals totals;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            totals = Pain001Reader.totals(in);
        }
        long read = System.nanoTime();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            System.out.printf(
                    "%d payments, %s, agree %s, complaints %s, ",
                    totals.count(), totals.sums(), totals.agree(), SchemaCheck.pain001(in));
        }
        System.out.printf(
                "%d bytes, written in %d ms, read in %d ms, validated in %d ms%n",
                Files.size(file),
                (written - start) / 1_000_000,
                (read - written) / 1_000_000,
                (System.nanoTime() - read) / 1_000_000);
    }
}
