package io.quittance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseTroubleTest {

    @ParameterizedTest(name = "{0} {2}")
    @CsvSource(textBlock = """
            08006, LOST,    connection failure
            08003, LOST,    connection does not exist
            08001, LOST,    cannot connect
            57P01, LOST,    ended by an administrator
            57P03, LOST,    cannot connect now
            53300, CROWDED, too many connections
            53100, FULL,    disk full
            57014,        , query cancelled
            23505,        , unique violation
            40001,        , serialization failure
            """)
    void theStateOfTheCauseDecides(String state, DatabaseTrouble trouble, String what) {
        var failure = new IllegalStateException("stage", new RuntimeException(new SQLException(what, state)));
        assertThat(DatabaseTrouble.of(failure)).isEqualTo(Optional.ofNullable(trouble));
    }

    @Test
    void aPoolThatGetsNoConnectionIsALossUnlessItKnowsBetter() {
        var timedOut = new SQLTransientConnectionException("timed out");
        assertThat(DatabaseTrouble.of(new RuntimeException(timedOut))).contains(DatabaseTrouble.LOST);
        timedOut.initCause(new SQLException("too many", "53300"));
        assertThat(DatabaseTrouble.of(new RuntimeException(timedOut))).contains(DatabaseTrouble.CROWDED);
    }

    @Test
    void aTransactionThatCannotEndOnABrokenConnectionIsALoss() {
        assertThat(DatabaseTrouble.of(new RuntimeException(new SQLException("Connection is closed"))))
                .contains(DatabaseTrouble.LOST);
    }

    @Test
    void withoutACauseInSqlItIsNone() {
        assertThat(DatabaseTrouble.of(new IllegalStateException("bug"))).isEmpty();
        assertThat(DatabaseTrouble.of(new SQLException("no state"))).isEmpty();
    }
}
