package io.quittance.platform.database;

import io.quittance.platform.configuration.ConfigurationError;
import io.quittance.platform.workspace.StorageError;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Brings up the PostgreSQL of one workspace, or finds it running. Only while {@code start.lock} is held: two starters over
 * a stale pid file would kill each other's servers.
 */
record EmbeddedServer(ServerFolder folder, ServerAccount account, ServerPrograms programs) {

    static final String SUPERUSER = "postgres";

    /** After kill -9 the dead server's children keep its memory for up to 2 s, and a start fails. */
    private static final Duration RETRY = Duration.ofSeconds(15);

    /** How long a server may take to replay its log before it takes connections. */
    private static final Duration RECOVERY = Duration.ofMinutes(5);

    private static final Duration PAUSE = Duration.ofMillis(100);

    private static final String SETTINGS = """

            # Quittance. Read back at each start; a weaker value of the first three is refused.
            fsync = on
            synchronous_commit = on
            full_page_writes = on
            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            password_encryption = 'scram-sha-256'
            max_connections = 80
            shared_buffers = '128MB'
            max_wal_size = '2GB'
            timezone = 'UTC'
            log_timezone = 'UTC'
            lc_messages = 'C'
            # No rows in the log: neither the detail of an error nor the statement that met it.
            log_error_verbosity = 'terse'
            log_min_error_statement = 'panic'
            """;

    private static final String LOGINS = """
            # Quittance. A password from this machine, nothing else.
            host all all 127.0.0.1/32 scram-sha-256
            """;

    static EmbeddedServer of(Path databaseFolder) throws IOException {
        Path root = databaseFolder.toAbsolutePath();
        ServerAccount account = ServerAccount.forHome(nearestExisting(root));
        ServerFolder folder = ServerFolder.create(root, account);
        Path cache = account.isAnother() ? folder.root() : PostgresBinaries.userCache();
        return new EmbeddedServer(folder, account, new ServerPrograms(PostgresBinaries.in(cache), folder, account));
    }

    /** The port of the running server, which is ours and safe. */
    int bringUp() throws IOException {
        prepareData();
        long deadline = System.nanoTime() + RETRY.toNanos();
        OptionalInt port = running();
        while (port.isEmpty()) {
            if (!programs.start(choosePort()) && System.nanoTime() > deadline) {
                throw new DatabaseUnavailable(
                        "The embedded PostgreSQL does not start: " + programs.lastWords(),
                        "See " + folder.serverLog() + ".",
                        null);
            }
            Pause.of(PAUSE);
            port = running();
        }
        Files.writeString(folder.port(), port.getAsInt() + "\n");
        account.give(folder.port());
        return port.getAsInt();
    }

    /** How the superuser gets in: for provisioning and for the proof that the server is ours. */
    Login superuser(int port) {
        return new Login(url(port, "postgres"), SUPERUSER, SecretFile.read(folder.secret(SUPERUSER)));
    }

    /** A scram login proves both sides; any other way of asking for the password is refused by the driver. */
    static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database
                + "?requireAuth=scram-sha-256&ApplicationName=quittance&connectTimeout=10&tcpKeepAlive=true";
    }

    private void prepareData() throws IOException {
        sweep();
        if (!folder.hasData()) {
            SecretFile.obtain(folder.secret(SUPERUSER), account);
            Path data = folder.unfinishedData();
            programs.initialise(data);
            Files.writeString(data.resolve("postgresql.conf"), SETTINGS, StandardOpenOption.APPEND);
            Files.writeString(data.resolve("pg_hba.conf"), LOGINS, StandardCharsets.UTF_8);
            Files.move(data, folder.data(), StandardCopyOption.ATOMIC_MOVE);
        }
        if (!folder.majorVersion().equals(PostgresBinaries.MAJOR)) {
            throw ConfigurationError.in(
                    folder.data(),
                    "was written by PostgreSQL " + folder.majorVersion() + ", this program brings "
                            + PostgresBinaries.MAJOR + ".",
                    "Use the program's version that wrote it.");
        }
    }

    /** What an initdb may still write into stays for the next time. */
    private void sweep() throws IOException {
        for (Path abandoned : folder.abandonedData()) {
            try {
                Archive.delete(abandoned);
            } catch (FileSystemException stillWritten) {
                return;
            }
        }
    }

    /** Waits while a server is coming up or going down; empty when none runs. */
    private OptionalInt running() throws IOException {
        long deadline = System.nanoTime() + RECOVERY.toNanos();
        ServerIdentity identity = new ServerIdentity(this);
        PostmasterFile found = living();
        while (found != null) {
            identity.refuseOtherFolder(found);
            if (found.isReady() && identity.proves(found.port())) {
                return OptionalInt.of(found.port());
            }
            if (System.nanoTime() > deadline) {
                throw new DatabaseUnavailable(
                        "The embedded PostgreSQL (process " + found.pid() + ") has been '" + found.status() + "' for "
                                + RECOVERY.toMinutes() + " minutes.",
                        "See " + folder.serverLog() + ".",
                        null);
            }
            Pause.of(PAUSE);
            found = living();
        }
        return OptionalInt.empty();
    }

    private @Nullable PostmasterFile living() throws IOException {
        PostmasterFile found = PostmasterFile.read(folder.data()).orElse(null);
        if (found != null && found.isAnotherProgram()) {
            Files.deleteIfExists(folder.data().resolve(PostmasterFile.NAME));
            return null;
        }
        return found != null && found.isAlive() ? found : null;
    }

    private int choosePort() throws IOException {
        if (Files.exists(folder.port())) {
            String recorded = Files.readString(folder.port()).strip();
            if (recorded.matches("[0-9]{1,5}") && isFree(Integer.parseInt(recorded))) {
                return Integer.parseInt(recorded);
            }
        }
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return any.getLocalPort();
        }
    }

    private static boolean isFree(int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress("127.0.0.1", port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private static Path nearestExisting(Path path) {
        Path folder = path;
        while (!Files.exists(folder)) {
            Path parent = folder.getParent();
            if (parent == null) {
                throw StorageError.failed("use", path, new IOException("no folder above it exists"));
            }
            folder = parent;
        }
        return folder;
    }
}
