package io.quittance.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a file looked at one moment. Two equal looks mean that nobody has written or replaced it in between.
 *
 * @param key of the file in its file system, where it has such keys: another file under the same name has another
 */
record Seen(long bytes, Instant modified, @Nullable Object key) {

    /** The regular file as it is now; empty when it is gone or something else. A link is not followed. */
    static Optional<Seen> of(Path file) {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return now.isRegularFile()
                    ? Optional.of(new Seen(now.size(), now.lastModifiedTime().toInstant(), now.fileKey()))
                    : Optional.empty();
        } catch (IOException gone) {
            return Optional.empty();
        }
    }
}
