package io.quittance.platform.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A lock between processes on a file. The kernel lets go of it when the holder dies, however it dies. The file stays.
 */
final class ServerLock implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(20);

    private final FileChannel channel;
    private final FileLock lock;

    private ServerLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /** One holder at a time. */
    static ServerLock exclusive(Path file, Duration patience, ServerAccount account) throws IOException {
        return take(file, false, patience, account);
    }

    /** Many holders, but none beside an exclusive one. */
    static ServerLock shared(Path file, Duration patience, ServerAccount account) throws IOException {
        return take(file, true, patience, account);
    }

    /** Gives up the shared lock for the exclusive one; false when others still hold it. Close it next, either way. */
    boolean becomeOnlyHolder() throws IOException {
        lock.release();
        return attempt(channel, false) != null;
    }

    /** Lets go. */
    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static ServerLock take(Path file, boolean shared, Duration patience, ServerAccount account)
            throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        account.give(file);
        long deadline = System.nanoTime() + patience.toNanos();
        FileLock lock = attempt(channel, shared);
        while (lock == null) {
            if (System.nanoTime() > deadline) {
                channel.close();
                throw new DatabaseUnavailable(
                        file + " has been held by another command for " + patience.toSeconds() + " s.",
                        "Wait for that command to end; 'fuser " + file + "' names it.",
                        null);
            }
            Pause.of(PAUSE);
            lock = attempt(channel, shared);
        }
        return new ServerLock(channel, lock);
    }

    private static @Nullable FileLock attempt(FileChannel channel, boolean shared) throws IOException {
        try {
            return channel.tryLock(0, Long.MAX_VALUE, shared);
        } catch (OverlappingFileLockException heldInThisProcess) {
            return null;
        }
    }
}
