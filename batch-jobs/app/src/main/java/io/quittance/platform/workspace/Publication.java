package io.quittance.platform.workspace;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.function.Predicate;

/**
 * Puts files in place so that a reader, or the next try after a crash, finds the whole file or none: written as {@code .part},
 * forced to disk, renamed in one step, the folder forced too. Nothing is ever overwritten: the same content under the name is
 * adopted, another is refused.
 */
public final class Publication {

    private Publication() {}

    /**
     * Writes a file and gives it its name.
     *
     * @param target final name; its folder is created if need be
     * @throws StorageError when the disk fails (the {@code .part} is removed: after a failed force its content is unknown), when
     *     other content stands there, or when a living process writes the same file
     */
    public static PublishedFile publish(Path target, ContentWriter content) {
        Path part = partOf(target);
        try {
            createFolder(folderOf(target));
            return writeAndName(target, part, content);
        } catch (IOException e) {
            throw StorageError.failed("write", target, e);
        }
    }

    /**
     * The same for a folder in which people work: where other content stands under the name, e.g. since somebody corrected the
     * file in place, that stays as it is and this is put beside it, under a name that the mark begins.
     *
     * @param mark who writes; the same mark and content always end under the same name
     */
    public static PublishedFile publishBeside(Path target, String mark, ContentWriter content) {
        Path free = target;
        for (int copy = 2; ; copy++) {
            try {
                return publish(free, content);
            } catch (StorageError failure) {
                if (!failure.isOccupied()) {
                    throw failure;
                }
                free = target.resolveSibling(mark + "-" + copy + "-" + target.getFileName());
            }
        }
    }

    /** Copies a file's bytes and names the copy by the same rules. */
    public static PublishedFile copy(Path from, Path target) {
        return publish(target, out -> Files.copy(from, out));
    }

    /**
     * Moves a file to its final name in one step: whoever looks finds it at one of the two places, never at both.
     *
     * @throws StorageError when something stands there already, or the move is not one step
     */
    public static void move(Path from, Path target) {
        try {
            createFolder(folderOf(target));
            if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
                throw StorageError.occupied(target, "a file stands there already.");
            }
            Files.move(from, target, StandardCopyOption.ATOMIC_MOVE);
            force(folderOf(target));
            force(folderOf(from));
        } catch (IOException e) {
            throw StorageError.failed("move", target, e);
        }
    }

    /** Removes a file, for good once this returns; one that is gone already is no error. */
    public static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
            force(folderOf(file));
        } catch (IOException e) {
            throw StorageError.failed("delete", file, e);
        }
    }

    /**
     * Removes several files, for good once this returns, and forces each folder only once for that.
     *
     * @param doomed asked of each right before it is removed: a file that is another one by now stays
     */
    public static void delete(Collection<Path> files, Predicate<Path> doomed) {
        var folders = new LinkedHashSet<Path>();
        for (Path file : files) {
            try {
                if (doomed.test(file) && Files.deleteIfExists(file)) {
                    folders.add(folderOf(file));
                }
            } catch (IOException e) {
                throw StorageError.failed("delete", file, e);
            }
        }
        for (Path folder : folders) {
            try {
                force(folder);
            } catch (IOException e) {
                throw StorageError.failed("delete files in", folder, e);
            }
        }
    }

    /** Where a file is written before it has its name. */
    public static Path partOf(Path target) {
        return target.resolveSibling(target.getFileName() + ".part");
    }

    private static PublishedFile writeAndName(Path target, Path part, ContentWriter content) throws IOException {
        try (PartFile file = PartFile.open(part)) {
            boolean named = false;
            try {
                PublishedFile written = write(file.channel(), target, content);
                named = name(part, written);
                return named ? written : adopted(written);
            } finally {
                if (!named) {
                    Files.deleteIfExists(part);
                }
            }
        }
    }

    private static PublishedFile write(FileChannel channel, Path target, ContentWriter content) throws IOException {
        DigestingOutput out = new DigestingOutput(channel);
        content.writeTo(out);
        out.flush();
        channel.force(true);
        return new PublishedFile(target, out.sha256(), out.bytes(), false);
    }

    /** False when the name is taken already. */
    private static boolean name(Path part, PublishedFile written) throws IOException {
        if (Files.exists(written.path(), LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        Files.move(part, written.path(), StandardCopyOption.ATOMIC_MOVE);
        force(folderOf(written.path()));
        return true;
    }

    private static PublishedFile adopted(PublishedFile written) throws IOException {
        String standing = Sha256.of(written.path());
        if (!standing.equals(written.sha256())) {
            throw StorageError.occupied(
                    written.path(),
                    "a file with other content stands there already (SHA-256 " + standing.substring(0, 12)
                            + "…, expected " + written.sha256().substring(0, 12) + "…).");
        }
        force(folderOf(written.path()));
        return new PublishedFile(written.path(), written.sha256(), written.bytes(), true);
    }

    private static void createFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            force(folderOf(folder));
        }
    }

    /** Without this a rename or a deletion may be undone by a power cut. */
    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static Path folderOf(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException(file + " is in no folder");
        }
        return folder;
    }
}
