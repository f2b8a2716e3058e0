package io.quittance.platform.workspace;

import io.quittance.platform.PlatformError;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The disk did not do what it was asked: exit code 74, or 73 where something else stands in the place. */
public final class StorageError extends PlatformError {

    private static final long serialVersionUID = 1L;

    private static final int CANNOT_CREATE = 73;
    private static final int INPUT_OUTPUT = 74;
    private static final int BUSY = 75;

    private StorageError(int exitCode, String problem, String remedy, @Nullable Throwable cause) {
        super(exitCode, problem, remedy, cause);
    }

    /** Reading or writing failed. */
    public static StorageError failed(String doing, Path path, IOException cause) {
        String reason = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return new StorageError(
                INPUT_OUTPUT,
                "Cannot " + doing + " " + path + ": " + reason,
                "Check that the disk has room and that " + path
                        + " may be written by you, then start the command again.",
                cause);
    }

    /** Another content already stands under the name. */
    public static StorageError occupied(Path path, String problem) {
        return new StorageError(
                CANNOT_CREATE,
                path + ": " + problem,
                "Nothing was overwritten. Find out where that file came from, move it away, then start the command again.",
                null);
    }

    /** Whether another content already stands under the name. */
    public boolean isOccupied() {
        return exitCode() == CANNOT_CREATE;
    }

    /** A living process writes the same file. */
    public static StorageError busy(Path path) {
        return new StorageError(
                BUSY,
                path + " is being written by another command.",
                "Wait for that command to end, then start this one again.",
                null);
    }

    /** The folders do not fit together. */
    static StorageError unfit(String problem, String remedy) {
        return new StorageError(INPUT_OUTPUT, problem, remedy, null);
    }
}
