package io.quittance.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.invoice.file.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The hostile files that lie beside the repository where they are at hand: in a JVM with 96 MiB of heap each ends in a refusal or in
 * documents that hold, and none takes long.
 */
class HostileSamplesTest {

    private static final Path FOLDER = Samples.FOLDER.resolve("hostile");
    private static final long MOST_MILLIS = 5_000;

    @TestFactory
    Stream<DynamicTest> everyFileEndsWell(@TempDir Path folder) throws IOException, InterruptedException {
        if (!Files.isDirectory(FOLDER)) {
            return Stream.of(DynamicTest.dynamicTest(
                    "hostile samples are absent",
                    () -> org.junit.jupiter.api.Assumptions.assumeTrue(false, "there are no samples in " + FOLDER)));
        }
        Path output = folder.resolve("output.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx96m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        HostileSamplesTest.class.getName(),
                        FOLDER.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(300, TimeUnit.SECONDS);
        process.destroyForcibly();
        List<String> said = Files.readAllLines(output);
        return Stream.concat(
                Stream.of(DynamicTest.dynamicTest(
                        "all were read",
                        () -> assertThat(ended && process.exitValue() == 0)
                                .as("%s", said)
                                .isTrue())),
                said.stream()
                        .filter(line -> line.startsWith("file "))
                        .map(line -> DynamicTest.dynamicTest(
                                line, () -> assertThat(line).matches("file .* (refused|understood) in \\d+ ms"))));
    }

    /** What the other JVM does. */
    public static void main(String[] arguments) throws Exception {
        try (Stream<Path> files = Files.walk(Path.of(arguments[0]))) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(path -> !path.getFileName().toString().matches("(?i)(PROVENANCE|MANIFEST|expected|list).*"))
                    .sorted()
                    .toList()) {
                read(file);
            }
        }
    }

    private static void read(Path file) {
        long begun = System.nanoTime();
        String outcome;
        try {
            outcome = new InvoiceFileCheck("").read(Files.readAllBytes(file)).understood() ? "understood" : "refused";
        } catch (Exception | AssertionError | StackOverflowError | OutOfMemoryError fault) {
            outcome = "fell: " + fault;
        }
        long millis = (System.nanoTime() - begun) / 1_000_000;
        String slow = millis > MOST_MILLIS ? ", which is long" : "";
        System.out.printf(Locale.ROOT, "file %s %s in %d ms%s%n", file.getFileName(), outcome, millis, slow);
    }
}
