package io.quittance.platform.database;

import io.quittance.platform.configuration.ConfigurationError;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

/** The settings without which a committed payment could be lost, or read by a stranger: read back from the running server. */
final class SafeSettings {

    private static final Map<String, String> REQUIRED = required();

    private SafeSettings() {}

    private static Map<String, String> required() {
        Map<String, String> required = new LinkedHashMap<>();
        required.put("fsync", "on");
        required.put("synchronous_commit", "on");
        required.put("full_page_writes", "on");
        required.put("data_checksums", "on");
        required.put("password_encryption", "scram-sha-256");
        required.put("listen_addresses", "127.0.0.1");
        required.put("unix_socket_directories", "");
        return required;
    }

    /** Refuses a server that runs otherwise than we start it. */
    static void verify(Connection connection) throws SQLException {
        for (Map.Entry<String, String> setting : REQUIRED.entrySet()) {
            String value = show(connection, setting.getKey());
            if (!value.equals(setting.getValue())) {
                throw ConfigurationError.of(
                        "The embedded PostgreSQL runs with " + setting.getKey() + " = '" + value + "', expected '"
                                + setting.getValue() + "': its data would not be safe.",
                        "Remove " + setting.getKey()
                                + " from postgresql.conf and postgresql.auto.conf of the workspace, stop that server, then start the command again.");
            }
        }
    }

    static String show(Connection connection, String setting) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("show " + setting)) {
            result.next();
            return result.getString(1);
        }
    }
}
