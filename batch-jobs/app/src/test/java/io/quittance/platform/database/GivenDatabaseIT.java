package io.quittance.platform.database;

import static io.quittance.testkit.database.TestDatabase.one;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quittance.platform.PlatformError;
import io.quittance.platform.configuration.ConfigurationError;
import io.quittance.testkit.database.DatabaseTest;
import io.quittance.testkit.database.OnEveryServer;
import io.quittance.testkit.database.TestDatabase;
import io.quittance.testkit.database.TestLogin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DatabaseTest
@OnEveryServer
class GivenDatabaseIT {

    @TempDir
    Path folder;

    private TestDatabase database;

    @BeforeEach
    void freshDatabase() {
        database = TestDatabase.empty().create();
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void isMigratedByItsOwnerOnceAndThenUsedByTheApp() throws Exception {
        try (Database given = Database.given(url(database.app()), url(database.migrator()))) {
            assertThat(given.address().app().user()).isEqualTo("quittance_app");
        }
        try (Database given = Database.given(url(database.app()), null)) {
            assertThat(given.address().migrator()).isNull();
            try (var connection = given.address().app().connect()) {
                assertThat(connection.isValid(1)).isTrue();
            }
        }
    }

    @Test
    void rolesAreMadeWhereTheOwnerMayAndAnyLoginWillDo() throws Exception {
        String suffix = "_" + ProcessHandle.current().pid();
        database.administrator()
                .run("create role boss" + suffix + " login createrole password 'b'; "
                        + "grant quittance_owner, quittance_app to boss" + suffix + " with admin option; "
                        + "create role clerk" + suffix + " login password 'c'");
        TestLogin boss = new TestLogin(database.app().url(), "boss" + suffix, "b");
        TestLogin clerk = new TestLogin(database.app().url(), "clerk" + suffix, "c");
        try (Database given = Database.given(url(clerk), url(boss))) {
            assertThat(given.address().app().user()).isEqualTo(clerk.user());
            assertThat(one(clerk, "select count(*) from batch.batch_job_instance"))
                    .isEqualTo("0");
        }
    }

    @Test
    void anAppThatIsTooPowerfulIsRefused() throws Exception {
        assertThatThrownBy(() -> Database.given(url(database.administrator()), null))
                .isInstanceOf(ConfigurationError.class)
                .hasMessageContaining("has rights over the whole server");
        assertThatThrownBy(() -> Database.given(url(database.migrator()), null))
                .isInstanceOf(ConfigurationError.class)
                .hasMessageContaining("owns the tables");
    }

    @Test
    void anotherEncodingIsRefused() throws SQLException, IOException {
        String name = "latin_" + ProcessHandle.current().pid();
        database.administrator()
                .run("create database " + name + " template template0 encoding 'LATIN1' lc_collate 'C' lc_ctype 'C'");
        String current = one(database.app(), "select current_database()");
        TestLogin latin =
                new TestLogin(database.app().url().replace(current, name), "quittance_app", TestDatabase.PASSWORD);
        String url = url(latin);
        try {
            assertThatThrownBy(() -> Database.given(url, null))
                    .isInstanceOf(ConfigurationError.class)
                    .hasMessageContaining("keeps its text in LATIN1, expected UTF8");
        } finally {
            database.administrator().run("drop database " + name + " with (force)");
        }
    }

    @Test
    void aDatabaseThatIsNotThereIsAMatterOfConfiguration() throws IOException, SQLException {
        String current = one(database.app(), "select current_database()");
        String url = url(database.app()).replace("/" + current, "/no_such_database");
        assertThatThrownBy(() -> Database.given(url, null))
                .isInstanceOf(ConfigurationError.class)
                .hasMessageContaining("no_such_database");
    }

    @Test
    void aServerThatIsAwayIsWorthAnotherTry() {
        assertThatThrownBy(() -> Database.given("jdbc:postgresql://127.0.0.1:1/quittance", null))
                .isInstanceOf(DatabaseUnavailable.class)
                .satisfies(
                        error -> assertThat(((PlatformError) error).exitCode()).isEqualTo(75));
    }

    private String url(TestLogin login) throws IOException {
        Path file = Files.writeString(folder.resolve(login.user()), login.password() + "\n");
        String separator = login.url().contains("?") ? "&" : "?";
        return login.url() + separator + "user=" + login.user() + "&passwordFile=" + file;
    }
}
