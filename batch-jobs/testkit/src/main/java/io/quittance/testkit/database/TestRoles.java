package io.quittance.testkit.database;

import java.sql.SQLException;

/** Roles belong to the server, not to a database: made once, left alone where they are. */
final class TestRoles {

    /** The lock keeps two JVMs on one given server apart. */
    private static final String CREATE = """
            do $$
            begin
                perform pg_advisory_xact_lock(hashtextextended('quittance test roles', 0));
                if not exists (select 1 from pg_roles where rolname = 'quittance_owner') then
                    create role quittance_owner nologin;
                end if;
                if not exists (select 1 from pg_roles where rolname = 'quittance_migrator') then
                    create role quittance_migrator login password 'quittance' in role quittance_owner;
                end if;
                if not exists (select 1 from pg_roles where rolname = 'quittance_app') then
                    create role quittance_app login password 'quittance';
                end if;
            end $$
            """;

    private TestRoles() {}

    static void create(TestLogin administrator) {
        try {
            administrator.run(CREATE);
        } catch (SQLException e) {
            throw new IllegalStateException("The roles for tests cannot be made as " + administrator.user(), e);
        }
    }
}
