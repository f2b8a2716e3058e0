package io.quittance.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What lies in a drop folder, and in folders of it. Links are entries and never followed. A folder in it that cannot be listed keeps
 * nobody from what lies beside it.
 */
final class FolderWalk {

    /** Lists one folder. */
    @FunctionalInterface
    interface Lister {
        List<Path> list(Path folder) throws IOException;
    }

    private final Lister lister;
    private final int depth;

    /** @param depth 1 for the drop folder alone, 2 with folders in it */
    FolderWalk(int depth) {
        this(FolderWalk::list, depth);
    }

    FolderWalk(Lister lister, int depth) {
        this.lister = lister;
        this.depth = depth;
    }

    /**
     * All entries, folders among them, but not the drop folder itself.
     *
     * @param unlisted is told of folders that could not be listed
     * @throws UncheckedIOException when the drop folder itself cannot
     */
    List<Path> entries(Path inbox, Consumer<Path> unlisted) {
        var entries = new ArrayList<Path>();
        try {
            for (Path entry : lister.list(inbox)) {
                entries.add(entry);
                if (depth > 1 && Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                    entries.addAll(within(entry, unlisted));
                }
            }
        } catch (IOException | UncheckedIOException e) {
            throw new UncheckedIOException("Cannot list " + inbox, io(e));
        }
        return entries;
    }

    private List<Path> within(Path folder, Consumer<Path> unlisted) {
        try {
            return lister.list(folder);
        } catch (IOException | UncheckedIOException e) {
            unlisted.accept(folder);
            return List.of();
        }
    }

    private static IOException io(Exception e) {
        return e instanceof UncheckedIOException wrapped
                ? Objects.requireNonNull(wrapped.getCause(), "it wraps one")
                : (IOException) e;
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        }
    }
}
