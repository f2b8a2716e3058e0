package io.quittance.platform.database;

import io.quittance.platform.configuration.ConfigurationError;
import io.quittance.platform.workspace.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.util.Map;

/**
 * The PostgreSQL programs {@code initdb}, {@code pg_ctl} and {@code postgres}, taken out of the jar on the class path once per
 * user and program version.
 *
 * @param folder holds {@code bin}, {@code lib} and {@code share}
 */
record PostgresBinaries(Path folder) {

    /** As pinned in the pom; the digest in the folder's name tells builds apart. */
    static final String VERSION = "18.6.0";

    /** What {@code PG_VERSION} of a data folder must say. */
    static final String MAJOR = "18";

    /** Where programs are kept for this user: {@code $XDG_CACHE_HOME/quittance}, by default {@code ~/.cache/quittance}. */
    static Path userCache() {
        Map<String, String> environment = System.getenv();
        String cache = environment.getOrDefault("XDG_CACHE_HOME", "");
        Path base = cache.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache);
        return base.resolve("quittance");
    }

    /** The programs in this cache, unpacked now if they are not there yet. Safe when several processes do it at once. */
    static PostgresBinaries in(Path cache) {
        String resource = PostgresPlatform.ofThisMachine().archive();
        try {
            Path folder = cache.resolve("postgres-" + VERSION + "-" + digest(resource));
            if (!Files.isDirectory(folder)) {
                unpack(resource, cache, folder);
            }
            return new PostgresBinaries(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot unpack PostgreSQL into " + cache, e);
        }
    }

    /** The path of one of the three programs. */
    String program(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }

    /** Unpacks beside the target and renames: the target is there whole or not at all. */
    private static void unpack(String resource, Path cache, Path folder) throws IOException {
        Files.createDirectories(cache);
        Path scratch = Files.createTempDirectory(cache, ".unpacking-");
        try {
            try (InputStream archive = open(resource)) {
                Archive.unpack(archive, scratch);
            }
            Archive.openToReaders(scratch);
            Files.move(scratch, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        } finally {
            Archive.delete(scratch);
        }
    }

    private static String digest(String resource) throws IOException {
        try (InputStream archive = open(resource);
                DigestInputStream digesting = new DigestInputStream(archive, Sha256.digest())) {
            digesting.transferTo(OutputStream.nullOutputStream());
            return Sha256.hex(digesting.getMessageDigest().digest()).substring(0, 12);
        }
    }

    private static InputStream open(String resource) {
        InputStream stream = PostgresBinaries.class.getResourceAsStream("/" + resource);
        if (stream == null) {
            throw ConfigurationError.of(
                    "This build has no PostgreSQL for this machine (" + resource + " is not on the class path).",
                    "Give a PostgreSQL 15 or newer with --db URL, or build with the profile of this platform.");
        }
        return stream;
    }
}
