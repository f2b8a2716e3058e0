package io.quittance.platform.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Roles and database of the embedded server. What is there already is left alone, so that a start which died half-way is finished
 * by the next. Passwords reach the server only as scram verifiers: not even its log could show them.
 */
final class Provisioning {

    private Provisioning() {}

    static DatabaseAddress embedded(EmbeddedServer server, int port) throws IOException, SQLException {
        Secret migrator = secret(server, Roles.MIGRATOR);
        Secret app = secret(server, Roles.APP);
        try (Connection superuser = server.superuser(port).connect()) {
            superuser.setAutoCommit(false);
            createRole(superuser, Roles.OWNER, null);
            createRole(superuser, Roles.MIGRATOR, migrator);
            createRole(superuser, Roles.APP, app);
            execute(superuser, "grant " + Roles.OWNER + " to " + Roles.MIGRATOR);
            superuser.commit();
            superuser.setAutoCommit(true);
            createDatabase(superuser);
        }
        String url = EmbeddedServer.url(port, Roles.DATABASE);
        return new DatabaseAddress(
                new Login(url + "&reWriteBatchedInserts=true", Roles.APP, app),
                new Login(url, Roles.MIGRATOR, migrator));
    }

    private static Secret secret(EmbeddedServer server, String role) throws IOException {
        Path file = server.folder().secret(role);
        return SecretFile.obtain(file, server.account());
    }

    /** A role with a password may log in, one without may not. */
    static void createRole(Connection connection, String role, @Nullable Secret password) throws SQLException {
        if (exists(connection, "select 1 from pg_catalog.pg_roles where rolname = ?", role)) {
            return;
        }
        execute(connection, "create role " + role + (password == null ? " nologin" : " login"));
        if (password != null) {
            connection
                    .unwrap(PGConnection.class)
                    .alterUserPassword(role, password.reveal().toCharArray(), "scram-sha-256");
        }
    }

    private static void createDatabase(Connection connection) throws SQLException {
        if (!exists(connection, "select 1 from pg_catalog.pg_database where datname = ?", Roles.DATABASE)) {
            execute(connection, "create database " + Roles.DATABASE + " owner " + Roles.OWNER + " encoding 'UTF8'");
        }
        execute(connection, "revoke all on database " + Roles.DATABASE + " from public");
        execute(
                connection,
                "grant connect, temporary on database " + Roles.DATABASE + " to " + Roles.MIGRATOR + ", " + Roles.APP);
    }

    static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet result = statement.executeQuery()) {
                return result.next();
            }
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
