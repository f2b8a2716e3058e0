package io.quittance.testkit.golden;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.opentest4j.AssertionFailedError;

/**
 * Compares an output with the file that holds the expected one. {@code -Dgolden.update=true} writes the file instead, never
 * in CI; look at what changed before you commit it.
 */
public final class Golden {

    private Golden() {}

    /**
     * Fails with a unified diff when the texts differ in more than their line ends.
     *
     * @param file relative to the repository's root, or absolute
     */
    public static void assertEquals(String file, String actual) {
        Path path = root().resolve(file);
        String normal = normalised(actual);
        if (mayUpdate()) {
            write(path, normal);
            return;
        }
        if (!Files.exists(path)) {
            throw new AssertionFailedError(path + " is not there yet. Write it with -Dgolden.update=true:\n" + normal);
        }
        String expected = normalised(read(path));
        if (!expected.equals(normal)) {
            throw new AssertionFailedError(
                    UnifiedDiff.of(file, expected, normal)
                            + "If the new output is right: run again with -Dgolden.update=true and look at the change.",
                    expected,
                    normal);
        }
    }

    /** The repository's root: where {@code fixtures/} is. */
    public static Path root() {
        return Path.of(System.getProperty("quittance.root", "")).toAbsolutePath();
    }

    private static boolean mayUpdate() {
        return Boolean.getBoolean("golden.update") && System.getenv("CI") == null;
    }

    private static String normalised(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path path, String text) {
        try {
            Path folder = path.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
