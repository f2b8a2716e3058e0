package io.quittance.platform.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A command in a JVM of its own: takes the server, says which process it is, holds it until told to end. */
final class HoldingServer {

    private HoldingServer() {}

    public static void main(String[] args) throws IOException, SQLException {
        try (ServerLease lease = ServerLease.take(Path.of(args[0]))) {
            System.out.println(serverProcess(lease.address().app()));
            System.out.flush();
            while (System.in.read() >= 0) {
                if (System.in.available() == 0) {
                    return;
                }
            }
        }
    }

    /** The postmaster's start time tells servers apart; the app may not read its process id. */
    private static String serverProcess(Login login) throws SQLException {
        try (Connection connection = login.connect();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("select extract(epoch from pg_postmaster_start_time())")) {
            result.next();
            return result.getString(1);
        }
    }
}
