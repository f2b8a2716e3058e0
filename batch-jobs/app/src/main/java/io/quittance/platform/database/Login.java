package io.quittance.platform.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * How one role connects.
 *
 * @param url JDBC URL, without user and without password
 * @param user the role
 * @param password null where pgjdbc finds it in the file named by {@code PGPASSFILE}
 */
public record Login(String url, String user, @Nullable Secret password) {

    /** A new connection, auto-commit on. The caller closes it. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, properties());
    }

    /** Each connection a new one: for Flyway and tests. Jobs use a pool. */
    public DataSource dataSource() {
        return new LoginDataSource(this);
    }

    /** The same role in the same place, another URL. */
    Login at(String otherUrl) {
        return new Login(otherUrl, user, password);
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        // the server's detail of an error is the row: names and account numbers, on their way into a log
        properties.setProperty("logServerErrorDetail", "false");
        if (password != null) {
            properties.setProperty("password", password.reveal());
        }
        return properties;
    }

    /** Who and where, without parameters: fit for messages. */
    @Override
    public String toString() {
        int parameters = url.indexOf('?');
        return user + " at " + (parameters < 0 ? url : url.substring(0, parameters));
    }
}
