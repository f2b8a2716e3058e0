package io.quittance.platform.workspace;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A {@code .part} in the making belongs to the one process that holds its lock; without a lock it is the leaving of a dead one.
 */
final class PartFile implements AutoCloseable {

    /** Closing any channel on a file ends all locks this process has on it (POSIX), so a second one is never opened. */
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel channel;

    private PartFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** A new, empty, locked file of mode 0600. An orphan under the name is removed first. */
    static PartFile open(Path path) throws IOException {
        if (!OURS.add(path)) {
            throw StorageError.busy(path);
        }
        try {
            return new PartFile(path, createAnew(path));
        } catch (IOException | RuntimeException e) {
            OURS.remove(path);
            throw e;
        }
    }

    FileChannel channel() {
        return channel;
    }

    @Override
    public void close() throws IOException {
        OURS.remove(path);
        channel.close();
    }

    private static FileChannel createAnew(Path path) throws IOException {
        try {
            return create(path);
        } catch (FileAlreadyExistsException e) {
            removeOrphan(path);
            return create(path);
        }
    }

    private static FileChannel create(Path path) throws IOException {
        FileChannel channel = FileChannel.open(
                path,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        lock(channel, path);
        return channel;
    }

    private static void removeOrphan(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.WRITE)) {
            lock(channel, path);
            Files.deleteIfExists(path);
        }
    }

    private static void lock(FileChannel channel, Path path) throws IOException {
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            throw StorageError.busy(path);
        }
    }
}
