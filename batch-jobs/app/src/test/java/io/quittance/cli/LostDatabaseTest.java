package io.quittance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LostDatabaseTest {

    @ParameterizedTest(name = "{0} {2}")
    @CsvSource(textBlock = """
            08006, true,  connection failure
            08003, true,  connection does not exist
            08001, true,  cannot connect
            57P01, true,  ended by an administrator
            57P03, true,  cannot connect now
            57014, false, query cancelled
            23505, false, unique violation
            40001, false, serialization failure
            """)
    void theStateOfTheInnermostCauseDecides(String state, boolean lost, String what) {
        var failure = new IllegalStateException("stage", new RuntimeException(new SQLException(what, state)));
        assertThat(LostDatabase.isCauseOf(failure)).isEqualTo(lost);
    }

    @Test
    void aPoolThatGetsNoConnectionIsALoss() {
        assertThat(LostDatabase.isCauseOf(new RuntimeException(new SQLTransientConnectionException("timed out"))))
                .isTrue();
    }

    @Test
    void aTransactionThatCannotEndOnABrokenConnectionIsALoss() {
        assertThat(LostDatabase.isCauseOf(new RuntimeException(new SQLException("Connection is closed"))))
                .isTrue();
    }

    @Test
    void withoutACauseInSqlItIsNone() {
        assertThat(LostDatabase.isCauseOf(new IllegalStateException("bug"))).isFalse();
        assertThat(LostDatabase.isCauseOf(new SQLException("no state"))).isFalse();
    }
}
