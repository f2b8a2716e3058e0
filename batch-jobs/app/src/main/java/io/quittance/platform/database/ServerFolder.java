package io.quittance.platform.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the embedded server keeps what it needs: {@code <home>/database}.
 *
 * @param root the folder itself, a real path
 */
record ServerFolder(Path root) {

    private static final String UNFINISHED = "data.new-";

    static ServerFolder create(Path root, ServerAccount account) throws IOException {
        for (Path folder : List.of(root, root.resolve("secrets"))) {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
                account.give(folder);
            }
        }
        return new ServerFolder(root.toRealPath());
    }

    /** PostgreSQL's own. */
    Path data() {
        return root.resolve("data");
    }

    /**
     * A data folder in the making, with a name of its own: an initdb whose starter was killed goes on for a while. Renamed when
     * initdb and our settings are through.
     */
    Path unfinishedData() {
        return root.resolve(UNFINISHED + ProcessHandle.current().pid() + "-" + System.nanoTime());
    }

    /** Data folders that nobody will finish. */
    List<Path> abandonedData() throws IOException {
        try (Stream<Path> children = Files.list(root)) {
            return children.filter(child -> String.valueOf(child.getFileName()).startsWith(UNFINISHED))
                    .toList();
        }
    }

    /** The {@code initdb} or {@code pg_ctl} that runs now, or ran when its starter was killed. */
    Path controlPid() {
        return root.resolve("control.pid");
    }

    /** Held shared by each command that uses the server, so that the last one knows that it is. */
    Path usersLock() {
        return root.resolve("users.lock");
    }

    /** Held while the server is made, started, adopted or stopped. */
    Path startLock() {
        return root.resolve("start.lock");
    }

    /** The port of last time: taken again where it is free. */
    Path port() {
        return root.resolve("port");
    }

    /** What the server writes. */
    Path serverLog() {
        return root.resolve("server.log");
    }

    /** What {@code initdb} and {@code pg_ctl} said last. */
    Path controlLog() {
        return root.resolve("control.log");
    }

    Path secret(String role) {
        return root.resolve("secrets").resolve(role);
    }

    /** Whether {@code initdb} has been through. */
    boolean hasData() {
        return Files.isRegularFile(data().resolve("PG_VERSION"));
    }

    String majorVersion() throws IOException {
        return Files.readString(data().resolve("PG_VERSION")).strip();
    }

    /** The number that initdb gave this cluster: the first eight bytes of {@code global/pg_control}, little-endian on our machines. */
    long systemIdentifier() throws IOException {
        try (InputStream control = Files.newInputStream(data().resolve("global/pg_control"))) {
            return ByteBuffer.wrap(control.readNBytes(Long.BYTES))
                    .order(ByteOrder.nativeOrder())
                    .getLong();
        }
    }
}
