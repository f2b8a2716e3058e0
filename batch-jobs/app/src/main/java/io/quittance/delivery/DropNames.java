package io.quittance.delivery;

import java.io.File;
import java.nio.file.Path;

/** What the name of a file in a drop folder, or on a server, says about it. What a file is, its content says. */
final class DropNames {

    /** Beside {@code x.csv} a file {@code x.csv.done} says that it is wholly there. */
    static final String MARKER = ".done";

    private DropNames() {}

    /** Hidden, or called like something that a program is still writing. */
    static boolean isUnfinished(String name) {
        return name.startsWith(".") || name.endsWith(".part") || name.endsWith(".tmp") || name.endsWith("~");
    }

    static boolean isMarker(String name) {
        return name.endsWith(MARKER);
    }

    static Path markerOf(Path file) {
        return file.resolveSibling(file.getFileName() + MARKER);
    }

    /** Relative to the drop folder, with {@code /}. */
    static String within(Path inbox, Path file) {
        return inbox.relativize(file).toString().replace(File.separatorChar, '/');
    }

    /** Whether a server's name for a file can be a name here: no way into another folder, nothing that nobody sees. */
    static boolean isPlain(String name) {
        return !name.isBlank()
                && name.length() <= 200
                && name.chars().noneMatch(c -> c == '/' || c == '\\' || Character.isISOControl(c));
    }
}
