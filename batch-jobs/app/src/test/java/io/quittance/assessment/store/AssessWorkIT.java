package io.quittance.assessment.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.assessment.store.AssessWork.StatedContractor;
import io.quittance.engine.Shard;
import io.quittance.engine.ShardRange;
import io.quittance.finding.store.FindingsOfReading;
import io.quittance.invoice.store.InvoiceRows;
import io.quittance.platform.database.MigratedDatabase;
import io.quittance.testkit.database.DatabaseTest;
import io.quittance.testkit.database.OnEveryServer;
import io.quittance.testkit.database.TestDatabase;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@DatabaseTest
@OnEveryServer
class AssessWorkIT {

    private static final String FILE = "a".repeat(64);
    private static final AssessWork.Context CONTEXT =
            new AssessWork.Context("b".repeat(64), 0, 0, 0, LocalDate.parse("2026-11-24"));

    private TestDatabase database;
    private AssessWork work;

    @BeforeEach
    void someDocuments() throws SQLException {
        database = MigratedDatabase.forTests().create();
        var login = database.app();
        var jdbc = JdbcClient.create(new DriverManagerDataSource(login.url(), login.user(), login.password()));
        work = new AssessWork(jdbc, new InvoiceRows(jdbc), new FindingsOfReading(jdbc));
        workSet("intake-20261124-01", "intake");
        workSet("assess-20261124-01", "assess");
        database.app().run("insert into quittance.archived_file values ('" + FILE + "')");
        String[] contractors = {"C1", "as it was stated", "C2", "C9", "as it was stated", "C3", "as it was stated"};
        for (int i = 1; i <= contractors.length; i++) {
            invoice(i, contractors[i - 1]);
        }
    }

    @AfterEach
    void drop() {
        database.close();
    }

    /** Pages of two over shards that a contractor has left: none may be read twice, none left out. */
    @Test
    void aContractorThatIsKnownByNowIsInOneShardAndEveryDocumentOnOnePage() {
        Function<StatedContractor, String> register =
                stated -> stated.text().startsWith("as it was") ? "C9" : stated.text();
        work.freeze("assess-20261124-01", CONTEXT, register, id -> id);

        List<String> read = new ArrayList<>();
        for (int shard = 0; shard < Shard.COUNT; shard++) {
            for (String number : pages(new ShardRange(shard, shard + 1))) {
                read.add(number);
                if (List.of("N2", "N4", "N5", "N7").contains(number)) {
                    assertThat(shard).isEqualTo(Shard.of("C9"));
                }
            }
        }
        assertThat(read).containsExactlyInAnyOrder("N1", "N2", "N3", "N4", "N5", "N6", "N7");
        assertThat(pages(new ShardRange(0, Shard.COUNT)))
                .as("all at once, in the same order")
                .isEqualTo(read);
    }

    /** Else two threads could look at two documents that look alike, and neither would see the other. */
    @Test
    void contractorsWhoseDocumentsAreComparedAreInOneShard() {
        List<String> related = List.of("C2", "C3", "C9");
        work.freeze("assess-20261124-01", CONTEXT, StatedContractor::text, id -> related.contains(id) ? "C2" : id);

        int shard = Shard.of("C2");
        assertThat(Shard.of("C9")).as("one that has to move").isNotEqualTo(shard);
        assertThat(pages(new ShardRange(shard, shard + 1))).contains("N3", "N4", "N6");
    }

    /** The assessment finds him by his name: until then his documents must not lie in the shard of the name. */
    @Test
    void aContractorWhoIsNamedOnlyIsInTheShardOfHisId() throws SQLException {
        invoice(8, "Somebody");
        Function<StatedContractor, String> register =
                stated -> stated.nameOnly() && stated.text().equals("Somebody") ? "C9" : stated.text();
        work.freeze("assess-20261124-01", CONTEXT, register, id -> id);

        int shard = Shard.of("C9");
        assertThat(Shard.of("Somebody")).as("one that has to move").isNotEqualTo(shard);
        assertThat(pages(new ShardRange(shard, shard + 1))).contains("N4", "N8");
    }

    private List<String> pages(ShardRange shards) {
        List<String> numbers = new ArrayList<>();
        for (AssessPage page = work.page("assess-20261124-01", shards, 0, 2);
                !page.tasks().isEmpty();
                page = work.page("assess-20261124-01", shards, page.last(), 2)) {
            page.invoices().forEach(invoice -> numbers.add(invoice.number()));
        }
        return numbers;
    }

    private void workSet(String id, String stage) throws SQLException {
        database.app()
                .run("insert into quittance.work_set (id, stage, business_date, sequence, config_digest) values ('" + id
                        + "', '" + stage + "', date '2026-11-24', 1, '" + "b".repeat(64) + "')");
    }

    private void invoice(int n, String contractor) throws SQLException {
        database.app()
                .run(
                        "insert into quittance.invoice (id, intake, file, file_name, position, line, kind, entity, contractor, shard,"
                                + " number, number_normalised, issue_date, contractor_name, currency, net_minor, vat_minor, gross_minor,"
                                + " prepaid_minor, rounding_minor, due_minor) values ('00000000-0000-0000-0000-00000000000"
                                + n
                                + "', 'intake-20261124-01', '" + FILE + "', 'f.csv', " + n + ", " + n
                                + ", 'INVOICE', 'NL-BV', '"
                                + contractor + "', " + Shard.of(contractor) + ", 'N" + n + "', 'N" + n
                                + "', date '2026-11-01', 'Somebody', 'EUR', 100, 0, 100, 0, 0, 100)");
    }
}
