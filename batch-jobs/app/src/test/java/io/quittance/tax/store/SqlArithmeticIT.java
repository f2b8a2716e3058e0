package io.quittance.tax.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.platform.database.MigratedDatabase;
import io.quittance.testkit.database.DatabaseTest;
import io.quittance.testkit.database.OnEveryServer;
import io.quittance.testkit.database.TestDatabase;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The arithmetic of the second calculator by itself: exact at every half, mirrored for credit notes, along any path of rates. */
@DatabaseTest
@OnEveryServer
class SqlArithmeticIT {

    @RegisterExtension
    static final TestDatabase database = MigratedDatabase.forTests();

    @ParameterizedTest(name = "{0} / {1} = {2}")
    @CsvSource(textBlock = """
            1,                  2,                     1
            -1,                 2,                    -1
            5,                  2,                     3
            -5,                 2,                    -3
            4999999999999999999, 10000000000000000000, 0
            5000000000000000000, 10000000000000000000, 1
            1050,               100,                  11
            1049.9999,          100,                  10
            0,                  7,                     0
            """)
    void aHalfGoesAwayFromZeroAndNothingLessDoes(BigDecimal dividend, BigDecimal divisor, BigDecimal expected)
            throws SQLException {
        assertThat(one("select quittance.half_away(?, ?)", dividend, divisor)).isEqualByComparingTo(expected);
        assertThat(one("select quittance.rounded(?, ?, 'HALF_UP')", dividend, divisor))
                .isEqualByComparingTo(expected);
    }

    @ParameterizedTest(name = "{0} / 10: {1}, {2}, {3}, {4}, {5}")
    @CsvSource(textBlock = """
            # tenths, HALF_UP, HALF_DOWN, HALF_EVEN, DOWN, UP
              14,  1,  1,  1,  1,  2
              15,  2,  1,  2,  1,  2
              16,  2,  2,  2,  1,  2
              25,  3,  2,  2,  2,  3
              30,  3,  3,  3,  3,  3
             -15, -2, -1, -2, -1, -2
             -25, -3, -2, -2, -2, -3
             -14, -1, -1, -1, -1, -2
               0,  0,  0,  0,  0,  0
            """)
    void everyModeOfThePolicies(
            BigDecimal tenths,
            BigDecimal halfUp,
            BigDecimal halfDown,
            BigDecimal halfEven,
            BigDecimal down,
            BigDecimal up)
            throws SQLException {
        String sql = "select quittance.rounded(?, 10, '%s')";
        assertThat(one(sql.formatted("HALF_UP"), tenths)).isEqualByComparingTo(halfUp);
        assertThat(one(sql.formatted("HALF_DOWN"), tenths)).isEqualByComparingTo(halfDown);
        assertThat(one(sql.formatted("HALF_EVEN"), tenths)).isEqualByComparingTo(halfEven);
        assertThat(one(sql.formatted("DOWN"), tenths)).isEqualByComparingTo(down);
        assertThat(one(sql.formatted("UP"), tenths)).isEqualByComparingTo(up);
    }

    @ParameterizedTest(name = "{0} from {1}: {2} / {3} {4}")
    @CsvSource(delimiter = '|', textBlock = """
            ECB EUR/USD 2026-11-20 1.0800                                  | EUR | 1.08   | 1     | EUR to USD
            ECB EUR/USD 2026-11-20 1.0800                                  | USD | 1      | 1.08  | USD to EUR
            ECB EUR/USD 2026-11-20 1.0800;ECB EUR/GBP 2026-11-20 0.8400    | USD | 0.84   | 1.08  | USD to GBP
            PEG USD/BHD 2001-01-01 0.376;ECB EUR/USD 2026-11-20 1.08       | BHD | 1      | 0.40608 | BHD to EUR
            ECB EUR/USD 2026-11-20 1.0800                                  | GBP |        |       | a path that does not begin there
            """)
    void aPathIsOneFraction(String path, String from, BigDecimal numerator, BigDecimal denominator, String what)
            throws SQLException {
        String sql = "select %s from quittance.walked('" + path + "', '" + from + "')";
        if (numerator == null) {
            assertThat(text("select target from quittance.walked('" + path + "', '" + from + "')"))
                    .isNull();
            return;
        }
        assertThat(one(sql.formatted("numerator"))).isEqualByComparingTo(numerator);
        assertThat(one(sql.formatted("denominator"))).isEqualByComparingTo(denominator);
        assertThat(text(sql.formatted("target"))).as(what).isEqualTo(what.substring(what.length() - 3));
    }

    private static BigDecimal one(String sql, BigDecimal... figures) throws SQLException {
        return new BigDecimal(text(sql, figures));
    }

    private static String text(String sql, BigDecimal... figures) throws SQLException {
        try (Connection connection = database.app().connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < figures.length; i++) {
                statement.setBigDecimal(i + 1, figures[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                assertThat(row.next()).isTrue();
                return row.getString(1);
            }
        }
    }
}
