package io.quittance.stage;

import io.quittance.platform.configuration.ConfigDigest;
import io.quittance.platform.workspace.Publication;
import io.quittance.platform.workspace.StorageError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * The configuration as it was when a stage froze its work: copied into the archive under its digest, and read from there.
 * An operator may edit {@code config/} between a crash and the restart: the work goes on with what it began with.
 */
@Component
public class FrozenConfiguration {

    private final Session session;
    private final Map<String, Loaded> loaded = new ConcurrentHashMap<>();

    public FrozenConfiguration(Session session) {
        this.session = session;
    }

    /** Archives the configuration in force and tells its digest. Reads it wholly, so that a faulty one freezes nothing. */
    public String freeze() {
        String digest = ConfigDigest.of(session.config());
        Path folder = folder(digest);
        if (!Files.isDirectory(folder) || !ConfigDigest.of(folder).equals(digest)) {
            copy(session.config(), folder);
        }
        get(digest);
        return digest;
    }

    /** The digest of the configuration in force; archives nothing. */
    public String digestInForce() {
        return ConfigDigest.of(session.config());
    }

    /** The configuration with this digest. */
    public Loaded get(String digest) {
        return loaded.computeIfAbsent(digest, key -> Loaded.from(folder(key)));
    }

    /** The configuration in force now, for commands that freeze nothing. */
    public Loaded inForce() {
        return loaded.computeIfAbsent(digestInForce(), digest -> Loaded.from(session.config()));
    }

    private Path folder(String digest) {
        return session.workspace().archive().resolve("config").resolve(digest);
    }

    private static void copy(Path from, Path to) {
        try {
            ConfigDigest.files(from).forEach((name, file) -> Publication.copy(file, to.resolve(name)));
        } catch (IOException e) {
            throw StorageError.failed("read", from, e);
        }
    }
}
