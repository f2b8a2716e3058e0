package io.quittance.platform.database;

import io.quittance.platform.configuration.ConfigurationError;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL that somebody else runs: looked at before it is used. */
final class GivenDatabase {

    private static final int OLDEST_SERVER = 150_000;

    private static final String FACTS = """
            select current_setting('server_version_num')::int as version,
                   current_setting('server_version')          as version_text,
                   current_setting('server_encoding')         as encoding,
                   r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolreplication as powerful,
                   exists (select 1
                             from pg_catalog.pg_roles o
                            where o.rolname in ('quittance_owner', 'quittance_migrator')
                              and pg_catalog.pg_has_role(r.oid, o.oid, 'member')) as owns
              from pg_catalog.pg_roles r
             where r.rolname = current_user
            """;

    private GivenDatabase() {}

    /**
     * Both logins tried, the server found fit.
     *
     * @param url of {@code --db}
     * @param ownerUrl of {@code --db-owner}, null when not given
     */
    static DatabaseAddress look(String url, @Nullable String ownerUrl) {
        Login app = DatabaseUrl.parse("--db", url, Roles.APP);
        Login migrator = ownerUrl == null ? null : DatabaseUrl.parse("--db-owner", ownerUrl, Roles.MIGRATOR);
        if (migrator != null) {
            GivenRoles.prepare(migrator, app);
        }
        try (Connection connection = app.connect()) {
            verify(connection, app);
        } catch (SQLException e) {
            throw unreachable(app, "--db", e);
        }
        return new DatabaseAddress(app, migrator);
    }

    static RuntimeException unreachable(Login login, String option, SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        String problem = "Cannot log in as " + login + ": " + e.getMessage();
        if (state.startsWith("28") || state.startsWith("3D")) {
            return ConfigurationError.of(problem, "Correct " + option + ": user, password file and database.", e);
        }
        return new DatabaseUnavailable(
                problem, "Check that the server runs and can be reached from here, then start the command again.", e);
    }

    private static void verify(Connection connection, Login app) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet facts = statement.executeQuery(FACTS)) {
            facts.next();
            if (facts.getInt("version") < OLDEST_SERVER) {
                throw ConfigurationError.of(
                        app + " is PostgreSQL " + facts.getString("version_text") + "; Quittance needs 15 or newer.",
                        "Give a newer server, or leave --db out: Quittance brings its own.");
            }
            if (!facts.getString("encoding").equals("UTF8")) {
                throw ConfigurationError.of(
                        app + " keeps its text in " + facts.getString("encoding") + ", expected UTF8.",
                        "Create the database with: create database quittance encoding 'UTF8' template template0");
            }
            verifyRole(facts, app);
        }
    }

    private static void verifyRole(ResultSet facts, Login app) throws SQLException {
        if (facts.getBoolean("powerful") || facts.getBoolean("owns")) {
            throw ConfigurationError.of(
                    "The role of --db, " + app + ", "
                            + (facts.getBoolean("powerful") ? "has rights over the whole server" : "owns the tables")
                            + ": it could change the ledger.",
                    "Give --db a login that is only a member of " + Roles.APP
                            + "; the owner's login belongs into --db-owner.");
        }
    }
}
