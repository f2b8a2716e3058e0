package io.quittance.invoice.file;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Invoices of authorities and other projects, which lie beside the repository where they are at hand, never in it. */
public final class Samples {

    public static final Path FOLDER = Path.of(System.getProperty("quittance.root", "../.."))
            .resolve("../shared/reference/einvoice")
            .normalize();

    private Samples() {}

    public static boolean areAbsent() {
        return !Files.isRegularFile(FOLDER.resolve("expected.csv"));
    }

    /** One test that is shown as skipped: a factory that gives none would not be shown at all. */
    public static Stream<DynamicTest> skipped() {
        return Stream.of(DynamicTest.dynamicTest(
                "samples are absent", () -> assumeTrue(false, "there are no samples in " + FOLDER)));
    }
}
