package io.quittance.testkit.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** How one role gets into a test's database. The passwords of tests are no secret. */
public record TestLogin(String url, String user, String password) {

    /** For those who take nothing but a URL. */
    public String urlWithPassword() {
        return url + (url.contains("?") ? "&" : "?") + "user=" + user + "&password=" + password;
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password);
    }

    /** Each connection a new one. */
    public DataSource dataSource() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(user);
        source.setPassword(password);
        return source;
    }

    /** Runs one or several statements. */
    public void run(String sql) throws SQLException {
        try (Connection connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
