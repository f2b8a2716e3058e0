package io.quittance.platform.database;

import io.quittance.platform.configuration.ConfigurationError;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** Proves that a running server is this workspace's own: folder, system identifier and password must all agree. */
record ServerIdentity(EmbeddedServer server) {

    private static final String REMEDY =
            "Stop that server, or use another workspace with --home DIR, then start the command again.";

    void refuseOtherFolder(PostmasterFile found) {
        String ours = server.folder().data().toString();
        if (!found.dataFolder().equals(ours)) {
            throw ConfigurationError.in(
                    server.folder().data(),
                    "its postmaster.pid speaks of a running server (process " + found.pid() + ") on "
                            + found.dataFolder() + ". The workspace was moved or copied while it ran.",
                    REMEDY);
        }
    }

    /**
     * Whether it answers, and answers as ours. False while it cannot take connections yet or any more.
     *
     * @throws ConfigurationError when it is a stranger's, or ours with unsafe settings
     */
    boolean proves(int port) throws IOException {
        try (Connection connection = server.superuser(port).connect()) {
            refuseOtherData(connection, port);
            SafeSettings.verify(connection);
            return true;
        } catch (SQLException e) {
            if (isPassing(e)) {
                return false;
            }
            throw stranger(port, "it does not take this workspace's password by scram-sha-256", e);
        }
    }

    private void refuseOtherData(Connection connection, int port) throws SQLException, IOException {
        long expected = server.folder().systemIdentifier();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select system_identifier from pg_control_system()")) {
            result.next();
            if (result.getLong(1) != expected) {
                throw stranger(
                        port,
                        "its system identifier is " + result.getLong(1) + ", this workspace's is " + expected,
                        null);
            }
        }
        String folder = SafeSettings.show(connection, "data_directory");
        if (!folder.equals(server.folder().data().toString())) {
            throw stranger(port, "it works on " + folder, null);
        }
    }

    /** Not yet, or not any more: connection refused or broken (class 08), starting up or shutting down (class 57). */
    private static boolean isPassing(SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        return state.equals("08001") || state.equals("08006") || state.startsWith("57P");
    }

    private static ConfigurationError stranger(int port, String reason, @Nullable SQLException cause) {
        String problem = "The PostgreSQL on 127.0.0.1:" + port + " is not this workspace's: " + reason + ".";
        return cause == null ? ConfigurationError.of(problem, REMEDY) : ConfigurationError.of(problem, REMEDY, cause);
    }
}
