package io.quittance.engine;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Opens connections outside the pool. The gate's lock lives and dies with its session, so that session must be nobody
 * else's: not returned to a pool, not in a transaction, not behind a pooler in transaction mode.
 */
public final class DedicatedConnections {

    private final String url;
    private final @Nullable String user;
    private final @Nullable String password;

    private DedicatedConnections(String url, @Nullable String user, @Nullable String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /** To the database at a JDBC URL. */
    public static DedicatedConnections to(String url, @Nullable String user, @Nullable String password) {
        return new DedicatedConnections(url, user, password);
    }

    /** A new connection in autocommit, its session named after the owner. */
    Connection open(Owner owner) throws SQLException {
        Properties properties = new Properties();
        if (user != null) {
            properties.setProperty("user", user);
        }
        if (password != null) {
            properties.setProperty("password", password);
        }
        properties.setProperty("ApplicationName", owner.name());
        properties.setProperty("tcpKeepAlive", "true");
        return DriverManager.getConnection(url, properties);
    }
}
