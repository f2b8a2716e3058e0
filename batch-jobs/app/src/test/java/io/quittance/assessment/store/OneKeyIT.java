package io.quittance.assessment.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.platform.database.MigratedDatabase;
import io.quittance.testkit.database.DatabaseTest;
import io.quittance.testkit.database.OnEveryServer;
import io.quittance.testkit.database.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two workers, each with a document of its own, at one key at the same moment: the database decides, not who looked first. */
@DatabaseTest
@OnEveryServer
class OneKeyIT {

    private static final String FIRST = "00000000-0000-0000-0000-000000000001";
    private static final String SECOND = "00000000-0000-0000-0000-000000000002";
    private static final int ROUNDS = 20;

    private TestDatabase database;

    @BeforeEach
    void twoDocuments() throws SQLException {
        database = MigratedDatabase.forTests().create();
        var app = database.app();
        app.run("insert into quittance.work_set (id, stage, business_date, sequence, config_digest)"
                + " values ('intake-20261124-01', 'intake', date '2026-11-24', 1, repeat('b', 64))");
        app.run("insert into quittance.archived_file values (repeat('a', 64))");
        for (String id : List.of(FIRST, SECOND)) {
            app.run(
                    "insert into quittance.invoice (id, intake, file, file_name, position, line, kind, entity, contractor, shard,"
                            + " number, number_normalised, issue_date, contractor_name, currency, net_minor, vat_minor, gross_minor,"
                            + " prepaid_minor, rounding_minor, due_minor) values ('" + id
                            + "', 'intake-20261124-01', repeat('a', 64), 'f.csv', " + id.charAt(id.length() - 1)
                            + ", 1, 'INVOICE', 'NL-BV', 'C1', 0, 'N-1', 'N1', date '2026-11-01', 'Somebody', 'EUR', 100, 0, 100, 0, 0, 100)");
        }
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into quittance.document_key values ('NL-BV', 'C1', 'INVOICE', 'N%d', 2026, '%s')",
                "insert into quittance.document_likeness values ('%2$s', 1, 'NL-BV', 'C1', 'C1', 'INVOICE', 'N%1$d',"
                        + " date '2026-11-01', 'EUR', 100, lpad('%1$d', 64, 'f'), 'HELD', null, null)"
            })
    void oneOfTwoWorkersGetsIt(String take) throws Exception {
        try (var workers = Executors.newFixedThreadPool(2);
                Connection one = database.app().connect();
                Connection other = database.app().connect()) {
            one.setAutoCommit(false);
            other.setAutoCommit(false);
            for (int round = 1; round <= ROUNDS; round++) {
                var together = new CyclicBarrier(2);
                Future<Boolean> first = workers.submit(attempt(one, take.formatted(round, FIRST), together));
                Future<Boolean> second = workers.submit(attempt(other, take.formatted(round, SECOND), together));
                assertThat(List.of(first.get(), second.get()))
                        .as("round " + round)
                        .containsExactlyInAnyOrder(true, false);
                try (Statement statement = one.createStatement()) {
                    statement.execute("delete from quittance."
                            + (take.contains("document_key") ? "document_key" : "document_likeness"));
                    one.commit();
                }
            }
        }
    }

    /** True when it was taken and committed, false when the other one had it. */
    private static Callable<Boolean> attempt(Connection connection, String take, CyclicBarrier together) {
        return () -> {
            together.await();
            try (Statement statement = connection.createStatement()) {
                statement.execute(take);
                connection.commit();
                return true;
            } catch (SQLException taken) {
                connection.rollback();
                assertThat(taken.getSQLState()).as(taken.getMessage()).isEqualTo("23505");
                return false;
            }
        };
    }
}
