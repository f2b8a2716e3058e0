package io.quittance.platform.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quittance.testkit.database.DatabaseTest;
import io.quittance.testkit.database.OnEveryServer;
import io.quittance.testkit.database.TestDatabase;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the database itself keeps out of the ledger, whatever program writes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DatabaseTest
@OnEveryServer
class LedgerGuardsIT {

    private TestDatabase database;

    @BeforeAll
    void migrate() {
        database = TestDatabase.empty().create();
        Migrations.bringUpToDate(MigratedDatabase.address(database));
    }

    @AfterAll
    void drop() {
        database.close();
    }

    @Test
    void journalsThatBalanceInEachCurrencyAreTaken() throws SQLException {
        journals(1, 2);
        post(row(1, 1, "EUR", 121), row(1, 2, "EUR", -121), row(2, 1, "USD", 5), row(2, 2, "USD", -5));
    }

    @Test
    void oneThatIsOffByAMinorUnitTakesItsWholeStatementWithIt() throws SQLException {
        journals(3, 4);
        assertThatThrownBy(() ->
                        post(row(3, 1, "EUR", 7), row(3, 2, "EUR", -7), row(4, 1, "EUR", 100), row(4, 2, "EUR", -99)))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining(id(4) + " is off by 1 minor units of EUR");
        assertThatCode(() -> post(row(3, 1, "EUR", 7), row(3, 2, "EUR", -7))).doesNotThrowAnyException();
    }

    @Test
    void currenciesDoNotBalanceEachOther() throws SQLException {
        journals(5);
        assertThatThrownBy(() -> post(row(5, 1, "EUR", 100), row(5, 2, "USD", -100)))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("is off by");
    }

    @Test
    void nothingIsAddedToAJournalThatIsThereEvenWhenItBalances() throws SQLException {
        journals(6, 7);
        post(row(6, 1, "EUR", 100), row(6, 2, "EUR", -100));
        assertThatThrownBy(() ->
                        post(row(7, 1, "EUR", 1), row(7, 2, "EUR", -1), row(6, 3, "EUR", 50), row(6, 4, "EUR", -50)))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining(id(6) + " got postings twice");
    }

    private void journals(int... numbers) throws SQLException {
        for (int number : numbers) {
            database.app()
                    .run("insert into ledger.journal values ('" + id(number) + "', 'NL-BV', 'event:" + number
                            + "', 'TEST', '2026-11-24', '', null, 'test')");
        }
    }

    private void post(String... rows) throws SQLException {
        database.app().run("insert into ledger.posting values " + String.join(", ", rows));
    }

    private static String row(int journal, int position, String currency, long minor) {
        return "('" + id(journal) + "', " + position + ", 'NL-BV', '2100', '" + currency + "', " + minor + ")";
    }

    private static String id(int number) {
        return "00000000-0000-0000-0000-00000000000" + number;
    }
}
