package io.quittance.platform.database;

import io.quittance.platform.configuration.ConfigurationError;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Brings the schema to the state that this program knows: all pending migrations in one transaction, as the owner's role.
 * Their record is {@code migration.history}; the schemas with our tables are made by the migrations themselves.
 */
public final class Migrations {

    private static final String SCHEMA = "migration";
    private static final String TABLE = "history";

    private Migrations() {}

    /**
     * After this the schema fits the program.
     *
     * @throws ConfigurationError when the data was written by a newer program, a migration was changed after it ran, or
     *     migrations are pending and there is no login for them
     */
    public static void bringUpToDate(DatabaseAddress address) {
        try (Connection lock = address.app().dataSource().getConnection();
                Statement statement = lock.createStatement()) {
            // Two first starts at once: the second must not look while the first is half done. Ends with the
            // connection.
            statement.execute("select pg_advisory_lock(hashtextextended('quittance migration', 0))");
            migratePending(address);
        } catch (SQLException e) {
            throw new DatabaseUnavailable(
                    "The database " + address.app() + " does not answer: " + e.getMessage(),
                    "Check that it is running, then start the command again.",
                    e);
        }
    }

    private static void migratePending(DatabaseAddress address) {
        int pending = pending(address.app());
        if (pending == 0) {
            return;
        }
        Login migrator = address.migrator();
        if (migrator == null) {
            throw ConfigurationError.of(
                    "The database " + address.app() + " needs " + pending + " migration" + (pending == 1 ? "" : "s")
                            + ", which the app's role may not do.",
                    "Start the same command once with: " + ownerOption(address.app()));
        }
        apply(migrator);
    }

    /** Applies what is pending. */
    public static void apply(Login migrator) {
        Flyway flyway =
                configuration(migrator).initSql("set role " + Roles.OWNER).load();
        try {
            prepareSchema(migrator);
            flyway.migrate();
        } catch (FlywayException | SQLException e) {
            throw ConfigurationError.of(
                    "The database " + migrator + " cannot be migrated: " + e.getMessage(),
                    "Nothing was changed. If a migration's file was edited, restore it; else report this as a bug.",
                    e);
        }
    }

    /**
     * The schema of the record, which the app may read from its first instant on: with the grant in a migration, a start
     * killed before that migration leaves a schema into which no later start may look.
     */
    static void prepareSchema(Login migrator) throws SQLException {
        try (Connection connection = migrator.connect()) {
            connection.setAutoCommit(false);
            Provisioning.execute(connection, "set local role " + Roles.OWNER);
            Provisioning.execute(connection, "create schema if not exists " + SCHEMA);
            Provisioning.execute(connection, "grant usage on schema " + SCHEMA + " to " + Roles.APP);
            Provisioning.execute(
                    connection,
                    "alter default privileges in schema " + SCHEMA + " grant select on tables to " + Roles.APP);
            connection.commit();
        }
    }

    /** How many migrations the database still needs. */
    private static int pending(Login app) {
        var state = configuration(app).load().info();
        MigrationInfo newer = Arrays.stream(state.applied())
                .filter(Migrations::isUnknownHere)
                .reduce((first, last) -> last)
                .orElse(null);
        if (newer != null) {
            throw ConfigurationError.of(
                    "The data of " + app + " was written by a newer Quittance (its schema is at " + newer.getVersion()
                            + " " + newer.getDescription() + ").",
                    "Use that version of the program, or newer.");
        }
        return state.pending().length;
    }

    private static boolean isUnknownHere(MigrationInfo migration) {
        return switch (migration.getState()) {
            case FUTURE_SUCCESS, FUTURE_FAILED, MISSING_SUCCESS, MISSING_FAILED -> true;
            default -> false;
        };
    }

    private static FluentConfiguration configuration(Login login) {
        return Flyway.configure()
                .dataSource(login.dataSource())
                .locations("classpath:db/migration")
                .failOnMissingLocations(true)
                .schemas(SCHEMA)
                .table(TABLE)
                .createSchemas(false)
                .group(true)
                .cleanDisabled(true);
    }

    private static String ownerOption(Login app) {
        String url = app.url();
        int parameters = url.indexOf('?');
        return "--db-owner '" + (parameters < 0 ? url : url.substring(0, parameters)) + "?user=" + Roles.MIGRATOR
                + "&passwordFile=FILE'";
    }
}
