package io.quittance.testkit.database;

import static io.quittance.testkit.database.TestDatabase.one;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DatabaseTest
@OnEveryServer
class TestDatabaseIT {

    private static final AtomicInteger MIGRATIONS = new AtomicInteger();

    @RegisterExtension
    static final TestDatabase database = withTable();

    private static TestDatabase withTable() {
        return TestDatabase.migratedBy("numbers", migrator -> {
            MIGRATIONS.incrementAndGet();
            migrator.run("set role quittance_owner; create schema s; create table s.number (n int);"
                    + "grant usage on schema s to quittance_app; grant select, insert on s.number to quittance_app");
        });
    }

    @Test
    void theAppMayWhatItWasGranted() throws SQLException {
        database.app().run("insert into s.number values (1)");
        assertThat(one(database.app(), "select current_user")).isEqualTo("quittance_app");
        assertThatThrownBy(() -> database.app().run("delete from s.number")).hasMessageContaining("permission denied");
    }

    @Test
    void anotherOneIsCopiedFromTheSameTemplateAndKnowsNothingOfThisOne() throws SQLException {
        database.app().run("insert into s.number values (2)");
        try (TestDatabase other = withTable().create()) {
            assertThat(one(other.app(), "select count(*) from s.number")).isEqualTo("0");
        }
        assertThat(MIGRATIONS).hasValue(1);
    }

    @Test
    void textIsOrderedByCodePoint() throws SQLException {
        assertThat(one(database.app(), "select string_agg(t, '' order by t) from unnest(array['b', 'Ä', 'B', 'a']) t"))
                .isEqualTo("BabÄ");
    }
}
