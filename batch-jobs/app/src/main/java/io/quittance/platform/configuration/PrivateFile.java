package io.quittance.platform.configuration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/** A file with a secret, which its owner alone may read and change. */
public final class PrivateFile {

    private static final Set<PosixFilePermission> OWNERS = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private PrivateFile() {}

    /**
     * The file itself.
     *
     * @throws ConfigurationError when it is no regular file, or anybody else may read or change it
     */
    public static Path required(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                throw ConfigurationError.in(
                        file, "there is no such file.", "Put the secret there, readable by you alone.");
            }
            if (!OWNERS.containsAll(Files.getPosixFilePermissions(file))) {
                throw ConfigurationError.in(
                        file, "others may read or change this secret.", "Run chmod 600 " + file + ".");
            }
            return file;
        } catch (IOException | UnsupportedOperationException e) {
            throw ConfigurationError.of(file + " cannot be looked at.", "Check its rights.", e);
        }
    }

    /** The first line of the file. */
    public static String firstLine(Path file) {
        try (var lines = Files.lines(required(file))) {
            return lines.findFirst()
                    .filter(line -> !line.isBlank())
                    .orElseThrow(() -> ConfigurationError.in(
                            file, "holds no secret.", "Put it into the first line, readable by you alone."));
        } catch (IOException e) {
            throw ConfigurationError.of(file + " cannot be read.", "Check its rights.", e);
        }
    }
}
