package io.quittance.benchmark;

import io.quittance.platform.database.ServerLease;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** One embedded server for everything that is measured; its database is made anew for each measurement. */
final class Databases implements AutoCloseable {

    private static final String BLANK = "quittance_blank";

    private final ServerLease lease;
    private final String url;
    private final String password;

    private Databases(ServerLease lease, String password) {
        this.lease = lease;
        this.url = lease.address().app().url();
        this.password = password;
    }

    /** Starts the server of a workspace and keeps it until this is closed. */
    static Databases in(Path databaseFolder) throws IOException {
        ServerLease lease = ServerLease.take(databaseFolder);
        Path secret = databaseFolder.resolve("secrets/postgres");
        return new Databases(lease, Files.readString(secret).lines().findFirst().orElse(""));
    }

    /** What the database holds now is what every measurement begins with. Nobody may be connected to it. */
    void keepAsBlank() throws SQLException {
        administer("drop database if exists " + BLANK, "alter database quittance rename to " + BLANK);
    }

    /** The database as {@link #keepAsBlank()} found it, on a server that has nothing left to write. */
    void renew() throws SQLException {
        administer(
                "drop database if exists quittance",
                "create database quittance template " + BLANK + " owner quittance_owner",
                "revoke all on database quittance from public",
                "grant connect, temporary on database quittance to quittance_migrator, quittance_app",
                "checkpoint");
    }

    /**
     * The same without the ledger's check of balance: a plain COPY need not pay for it, and batched inserts cut journals in two,
     * which it refuses.
     */
    void renewWithoutLedgerCheck() throws SQLException {
        renew();
        try (Connection connection = superuser();
                Statement statement = connection.createStatement()) {
            statement.execute("alter table ledger.posting disable trigger user");
        }
    }

    /** A connection of the superuser to the database, autocommit on: for dumps, counts and triggers. */
    Connection superuser() throws SQLException {
        return DriverManager.getConnection(url, "postgres", password);
    }

    /** A connection with the rights of the application. */
    Connection app() throws SQLException {
        return lease.address().app().connect();
    }

    private void administer(String... statements) throws SQLException {
        String administration = url.replace("/quittance?", "/postgres?");
        try (Connection connection = DriverManager.getConnection(administration, "postgres", password);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Override
    public void close() {
        lease.close();
    }
}
