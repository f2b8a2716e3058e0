package io.quittance.invoice.file;

import io.quittance.identity.Uuid5;
import io.quittance.invoice.InvoiceSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A file as it was delivered, and a way to its bytes, which are read more than once: to tell the format, to check the
 * encoding, to read the documents.
 *
 * @param name as delivered, for people; control characters in it are shown as {@code ?}
 * @param sha256 of the bytes, 64 hexadecimal digits, lower case
 * @param size in bytes
 */
public record DeliveredFile(String name, String sha256, long size, Content content) {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern UNSHOWABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");

    /** The bytes of a file, from the first on, as often as they are asked for. */
    @FunctionalInterface
    public interface Content {
        InputStream open() throws IOException;
    }

    public DeliveredFile {
        name = UNSHOWABLE.matcher(name).replaceAll("?");
        if (!HASH.matcher(sha256).matches()) {
            throw new IllegalArgumentException("Not a SHA-256 in lower case: " + sha256);
        }
    }

    /** Bytes in memory. */
    public static DeliveredFile of(String name, byte[] bytes) {
        String sha256 = HexFormat.of().formatHex(digester().digest(bytes));
        return new DeliveredFile(name, sha256, bytes.length, () -> new ByteArrayInputStream(bytes));
    }

    /** A file on disk, read once to hash it. It must not change while it is read: intake archives first. */
    public static DeliveredFile of(Path path) throws IOException {
        MessageDigest digest = digester();
        try (var in = new DigestInputStream(Files.newInputStream(path), digest)) {
            long size = in.transferTo(OutputStream.nullOutputStream());
            String name = String.valueOf(path.getFileName());
            return new DeliveredFile(
                    name, HexFormat.of().formatHex(digest.digest()), size, () -> Files.newInputStream(path));
        }
    }

    /** The bytes from the first on. A file that cannot be opened is a fault of the machine, not of the sender. */
    public InputStream open() {
        try {
            return content.open();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot open " + name, e);
        }
    }

    /** Writes all its bytes. */
    public void copyTo(OutputStream out) throws IOException {
        try (InputStream in = content.open()) {
            in.transferTo(out);
        }
    }

    /** The identifier of the document at this position, from 1. */
    public UUID documentId(int position) {
        return Uuid5.of("document:" + sha256 + ":" + position);
    }

    /** Where the document at this position comes from. */
    public InvoiceSource source(int position, long line) {
        return new InvoiceSource(sha256, name, position, line);
    }

    private static MessageDigest digester() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
