package io.quittance.platform.database;

import static io.quittance.testkit.database.TestDatabase.one;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quittance.platform.PlatformError;
import io.quittance.platform.configuration.ConfigurationError;
import io.quittance.testkit.database.DatabaseTest;
import io.quittance.testkit.database.OnEveryServer;
import io.quittance.testkit.database.TestDatabase;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@DatabaseTest
@OnEveryServer
class MigrationsIT {

    private TestDatabase database;
    private DatabaseAddress address;

    @BeforeEach
    void freshDatabase() {
        database = TestDatabase.empty().create();
        address = MigratedDatabase.address(database);
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void anEmptyDatabaseGetsTheWholeSchemaOwnedByTheOwner() throws SQLException {
        Migrations.bringUpToDate(address);

        assertThat(one(
                        database.app(),
                        "select string_agg(distinct nspname, ' ' order by nspname) from pg_namespace"
                                + " where nspowner = 'quittance_owner'::regrole"))
                .contains("batch")
                .contains("migration");
        assertThat(
                        one(
                                database.app(),
                                "select count(*) from pg_class where relkind = 'r' and relowner <> 'quittance_owner'::regrole"
                                        + " and relnamespace::regnamespace::text in ('batch', 'quittance', 'ledger', 'migration')"))
                .isEqualTo("0");
    }

    @Test
    void theAppMayRunJobsAndChangeNoSchema() throws SQLException {
        Migrations.bringUpToDate(address);

        database.app()
                .run(
                        "insert into batch.batch_job_instance values (nextval('batch.batch_job_instance_seq'), 0, 'assess', 'key')");
        database.app().run("delete from batch.batch_job_instance");
        for (String forbidden : List.of(
                "drop table batch.batch_job_execution_params",
                "create table batch.mine (n int)",
                "delete from migration.history")) {
            assertThatThrownBy(() -> database.app().run(forbidden))
                    .as(forbidden)
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void aSecondTimeChangesNothingAndNeedsNoMigrator() throws SQLException {
        Migrations.bringUpToDate(address);
        String before = one(database.app(), "select count(*) || ' ' || max(installed_on) from migration.history");

        assertThatCode(() -> Migrations.bringUpToDate(new DatabaseAddress(address.app(), null)))
                .doesNotThrowAnyException();
        assertThat(one(database.app(), "select count(*) || ' ' || max(installed_on) from migration.history"))
                .isEqualTo(before);
    }

    @Test
    void aStartKilledBeforeItsFirstMigrationIsFinishedByTheNext() throws SQLException {
        Migrations.prepareSchema(MigratedDatabase.login(database.migrator()));
        owner(
                "create table migration.history (installed_rank int not null constraint history_pk primary key,"
                        + " version varchar(50), description varchar(200) not null, type varchar(20) not null,"
                        + " script varchar(1000) not null, checksum int, installed_by varchar(100) not null,"
                        + " installed_on timestamp not null default now(), execution_time int not null, success boolean not null)");

        Migrations.bringUpToDate(address);

        assertThat(one(database.app(), "select bool_and(success) from migration.history"))
                .isEqualTo("t");
    }

    @Test
    void withoutTheOwnersLoginItSaysWhatToType() {
        assertThatThrownBy(() -> Migrations.bringUpToDate(new DatabaseAddress(address.app(), null)))
                .isInstanceOf(ConfigurationError.class)
                .hasMessageContaining("which the app's role may not do")
                .satisfies(error -> assertThat(((PlatformError) error).remedy())
                        .contains("--db-owner 'jdbc:postgresql://")
                        .endsWith("?user=quittance_migrator&passwordFile=FILE'"));
    }

    @Test
    void dataOfANewerProgramIsRefused() throws SQLException {
        Migrations.bringUpToDate(address);
        owner(
                "insert into migration.history select installed_rank + 1000, '9001', 'from the future', type, script, 1, installed_by,"
                        + " installed_on, 1, true from migration.history where version = '1'");

        assertThatThrownBy(() -> Migrations.bringUpToDate(address))
                .isInstanceOf(ConfigurationError.class)
                .hasMessageContaining("was written by a newer Quittance (its schema is at 9001 from the future)");
    }

    @Test
    void aMigrationThatWasEditedAfterItRanIsRefused() throws SQLException {
        Migrations.bringUpToDate(address);
        owner("update migration.history set checksum = checksum + 1 where version = '1'");

        assertThatThrownBy(() -> Migrations.apply(MigratedDatabase.login(database.migrator())))
                .isInstanceOf(ConfigurationError.class)
                .hasMessageContaining("cannot be migrated");
    }

    @Test
    void severalAtOnceMigrateOnce() throws Exception {
        try (ExecutorService commands = Executors.newFixedThreadPool(4)) {
            Callable<Boolean> command = () -> {
                Migrations.bringUpToDate(address);
                return true;
            };
            for (Future<Boolean> done : commands.invokeAll(List.of(command, command, command, command))) {
                assertThat(done.get()).isTrue();
            }
        }
        assertThat(one(database.app(), "select count(*) from migration.history where version = '1'"))
                .isEqualTo("1");
    }

    @Test
    void theTablesAreThoseOfSpringBatch() throws Exception {
        Migrations.bringUpToDate(address);
        database.administrator().run("create schema original");
        String ddl = new String(
                getClass()
                        .getResourceAsStream("/org/springframework/batch/core/schema-postgresql.sql")
                        .readAllBytes(),
                java.nio.charset.StandardCharsets.UTF_8);
        database.administrator().run("set search_path to original; " + ddl);

        String columns =
                "select string_agg(concat_ws(' ', table_name, column_name, data_type, character_maximum_length, is_nullable), ','"
                        + " order by table_name, column_name) from information_schema.columns where table_schema = '%s'";
        assertThat(one(database.administrator(), columns.formatted("batch")))
                .isEqualTo(one(database.administrator(), columns.formatted("original")));
        String sequences =
                "select string_agg(concat_ws(' ', sequencename, min_value, max_value, cycle), ',' order by sequencename)"
                        + " from pg_sequences where schemaname = '%s'";
        assertThat(one(database.administrator(), sequences.formatted("batch")))
                .isEqualTo(one(database.administrator(), sequences.formatted("original")));
    }

    private void owner(String sql) throws SQLException {
        database.migrator().run("set role quittance_owner; " + sql);
    }
}
