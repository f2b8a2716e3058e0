package io.quittance.platform.database;

import io.quittance.platform.workspace.StorageError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * The right to use a workspace's embedded PostgreSQL. As long as one lease is open, in whatever process, the server stays; the
 * last one closed stops it. A process that is killed leaves the server running for the next, and blocks nobody.
 */
public final class ServerLease implements AutoCloseable {

    /** A first start makes the cluster, and a start after a crash replays its log. */
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    /** Locks are per process: a second lease in this one shares the first one's. */
    private static final Map<Path, ServerLease> OPEN = new HashMap<>();

    private final EmbeddedServer server;
    private final ServerLock use;
    private final DatabaseAddress address;
    private int holders = 1;

    private ServerLease(EmbeddedServer server, ServerLock use, DatabaseAddress address) {
        this.server = server;
        this.use = use;
        this.address = address;
    }

    /**
     * Starts the server in this folder or joins those who use it; makes it on first use.
     *
     * @param databaseFolder {@code <home>/database}
     */
    public static ServerLease take(Path databaseFolder) {
        synchronized (OPEN) {
            try {
                EmbeddedServer server = EmbeddedServer.of(databaseFolder);
                Path key = server.folder().root();
                ServerLease open = OPEN.get(key);
                if (open == null) {
                    open = acquire(server);
                    OPEN.put(key, open);
                } else {
                    open.holders++;
                }
                return open;
            } catch (IOException e) {
                throw StorageError.failed("start the database in", databaseFolder, e);
            }
        }
    }

    /**
     * Stops a server that no command uses: a killed one left it. Before its folder is deleted, for instance.
     *
     * @return false when a command uses it, this process included; then nothing happens
     */
    public static boolean stopUnused(Path databaseFolder) {
        synchronized (OPEN) {
            try {
                if (!Files.isDirectory(databaseFolder)) {
                    return true;
                }
                EmbeddedServer server = EmbeddedServer.of(databaseFolder);
                return !OPEN.containsKey(server.folder().root()) && stopIfUnused(server);
            } catch (IOException e) {
                throw StorageError.failed("stop the database in", databaseFolder, e);
            }
        }
    }

    /** Where the data is and how to get in. */
    public DatabaseAddress address() {
        return address;
    }

    /** Ends this use; the last one stops the server. Close pools first: stopping ends their sessions. */
    @Override
    public void close() {
        synchronized (OPEN) {
            holders--;
            if (holders == 0) {
                OPEN.remove(server.folder().root());
                release();
            }
        }
    }

    private static ServerLease acquire(EmbeddedServer server) throws IOException {
        ServerFolder folder = server.folder();
        try (ServerLock starting = ServerLock.exclusive(folder.startLock(), PATIENCE, server.account())) {
            ServerLock use = ServerLock.shared(folder.usersLock(), PATIENCE, server.account());
            try {
                int port = server.bringUp();
                return new ServerLease(server, use, Provisioning.embedded(server, port));
            } catch (SQLException e) {
                use.close();
                throw new DatabaseUnavailable(
                        "The embedded PostgreSQL broke off: " + e.getMessage(), "See " + folder.serverLog() + ".", e);
            } catch (IOException | RuntimeException e) {
                use.close();
                throw e;
            }
        }
    }

    private static boolean stopIfUnused(EmbeddedServer server) throws IOException {
        ServerFolder folder = server.folder();
        try (ServerLock stopping = ServerLock.exclusive(folder.startLock(), PATIENCE, server.account());
                ServerLock use = ServerLock.shared(folder.usersLock(), PATIENCE, server.account())) {
            return use.becomeOnlyHolder()
                    && (!folder.hasData() || server.programs().stop());
        }
    }

    /** Under the start lock, so that nobody joins a server that is about to stop. */
    private void release() {
        ServerFolder folder = server.folder();
        try (ServerLock use = this.use;
                ServerLock stopping = ServerLock.exclusive(folder.startLock(), PATIENCE, server.account())) {
            if (use.becomeOnlyHolder()) {
                server.programs().stop();
            }
        } catch (IOException e) {
            throw StorageError.failed("stop the database in", folder.root(), e);
        }
    }
}
