package io.quittance.platform.database;

import io.quittance.platform.configuration.ConfigurationError;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/** A password in a file of mode 0600: its only home. */
final class SecretFile {

    private static final int BYTES = 32;

    private SecretFile() {}

    /** The password in the file, drawn now if there is none. On disk before it is used. */
    static Secret obtain(Path file, ServerAccount account) throws IOException {
        if (!Files.exists(file)) {
            byte[] random = new byte[BYTES];
            new SecureRandom().nextBytes(random);
            write(file, Base64.getUrlEncoder().withoutPadding().encodeToString(random), account);
        }
        return read(file);
    }

    /** The first line of the file. */
    static Secret read(Path file) {
        try {
            return Secret.of(Files.readString(file).lines().findFirst().orElse(""));
        } catch (NoSuchFileException e) {
            throw ConfigurationError.in(file, "there is no such password file.", "Put the password into " + file + ".");
        } catch (IOException | IllegalArgumentException e) {
            throw ConfigurationError.in(
                    file,
                    "holds no readable password.",
                    "Put the password into its first line, readable by you alone.");
        }
    }

    private static void write(Path file, String password, ServerAccount account) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(part);
        try (FileChannel channel = FileChannel.open(
                part,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            channel.write(ByteBuffer.wrap((password + "\n").getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
        }
        account.give(part);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
