package io.quittance.platform.database;

import io.quittance.platform.configuration.ConfigurationError;
import java.sql.Connection;
import java.sql.SQLException;

/** The roles that migrations grant to, in a given database: made by the login of {@code --db-owner} as far as it may. */
final class GivenRoles {

    private static final String REMEDY = """
            Let an administrator of that server run once, in the database of --db:
              create role quittance_owner nologin;
              create role quittance_app login password '...';
              create role quittance_migrator login password '...' in role quittance_owner;
              grant create, connect, temporary on database DATABASE to quittance_owner;
              grant connect, temporary on database DATABASE to quittance_app, quittance_migrator;""";

    private GivenRoles() {}

    static void prepare(Login migrator, Login app) {
        try (Connection connection = migrator.connect()) {
            connection.setAutoCommit(false);
            create(connection, migrator, app);
            connection.commit();
        } catch (SQLException e) {
            String state = e.getSQLState() == null ? "" : e.getSQLState();
            if (state.equals("42501")) {
                throw ConfigurationError.of(
                        "The login of --db-owner, " + migrator + ", may not create the roles: " + e.getMessage(),
                        REMEDY,
                        e);
            }
            throw GivenDatabase.unreachable(migrator, "--db-owner", e);
        }
    }

    private static void create(Connection connection, Login migrator, Login app) throws SQLException {
        Provisioning.createRole(connection, Roles.OWNER, null);
        Provisioning.createRole(connection, Roles.APP, app.user().equals(Roles.APP) ? app.password() : null);
        if (!memberOf(connection, migrator.user(), Roles.OWNER)) {
            Provisioning.execute(connection, "grant " + Roles.OWNER + " to " + quoted(connection, migrator.user()));
        }
        if (!memberOf(connection, app.user(), Roles.APP)) {
            Provisioning.execute(connection, "grant " + Roles.APP + " to " + quoted(connection, app.user()));
        }
        if (!ownerMayCreate(connection)) {
            Provisioning.execute(
                    connection,
                    "grant create, connect on database " + quoted(connection, connection.getCatalog()) + " to "
                            + Roles.OWNER);
        }
    }

    private static boolean memberOf(Connection connection, String user, String role) throws SQLException {
        return Provisioning.exists(
                connection,
                "select 1 from pg_catalog.pg_roles where rolname = ? and pg_catalog.pg_has_role(oid, '" + role
                        + "', 'member')",
                user);
    }

    private static boolean ownerMayCreate(Connection connection) throws SQLException {
        return Provisioning.exists(
                connection,
                "select 1 from pg_catalog.pg_roles where rolname = ? "
                        + "and pg_catalog.has_database_privilege(oid, current_database()::text, 'create')",
                Roles.OWNER);
    }

    private static String quoted(Connection connection, String name) throws SQLException {
        return connection.createStatement().enquoteIdentifier(name, true);
    }
}
