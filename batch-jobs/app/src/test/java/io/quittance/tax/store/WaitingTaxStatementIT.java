package io.quittance.tax.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.bookkeeping.WaitingTaxBooking.Paid;
import io.quittance.engine.copy.CopyWriter;
import io.quittance.ledger.store.Journals;
import io.quittance.platform.database.MigratedDatabase;
import io.quittance.testkit.database.DatabaseTest;
import io.quittance.testkit.database.OnEveryServer;
import io.quittance.testkit.database.TestDatabase;
import io.quittance.testkit.database.TestLogin;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** A statement that tells of 2,000 payments, after 40,000 settlements: three of them settled documents whose tax waits. */
@DatabaseTest
@OnEveryServer
class WaitingTaxStatementIT {

    private static final LocalDate PAID = LocalDate.parse("2026-11-25");

    private TestDatabase database;
    private SingleConnectionDataSource connection;
    private JdbcClient jdbc;

    @BeforeEach
    void manySettlements() throws SQLException {
        database = MigratedDatabase.forTests().create();
        TestLogin login = database.app();
        connection = new SingleConnectionDataSource(login.url(), login.user(), login.password(), true);
        jdbc = JdbcClient.create(connection);
        for (String sql : """
                insert into quittance.work_set (id, stage, business_date, sequence, config_digest)
                select s || '-20261124-01', s, '2026-11-24', 1, repeat('b', 64) from unnest(array['intake', 'propose', 'bank']) s;
                insert into quittance.archived_file values (repeat('a', 64));
                insert into quittance.payment_run values ('R', 'propose-20261124-01', 'NL-BV', 'EUR', '2026-11-25', 1, '2026-11-25', '2026-11-24', 'anna', 'RELEASED');
                insert into quittance.invoice (id, intake, file, file_name, position, line, kind, entity, contractor, shard, number, number_normalised, issue_date,
                    contractor_name, currency, net_minor, vat_minor, gross_minor, prepaid_minor, rounding_minor, due_minor)
                select lpad(g::text, 32, '0')::uuid, 'intake-20261124-01', repeat('a', 64), 'f.csv', g, g, 'INVOICE', 'NL-BV', 'C1', 0, 'N' || g, 'N' || g,
                    '2026-11-01', 'Somebody', 'EUR', 100, 21, 121, 0, 0, 121 from generate_series(1, 40000) g;
                insert into quittance.settlement (run, invoice, payment, netting, number, currency, minor, functional, functional_minor)
                select 'R', id, case when position % 2 = 0 then 'P' || position end, case when position % 2 = 1 then 'P' || position end, number, 'EUR', 121, 'EUR', 121
                from quittance.invoice;
                insert into quittance.vat_entry (id, invoice, journal, position, entity, jurisdiction, treatment, treatment_rule, tax_point, period, due_period, rate,
                    rate_row, currency, base_minor, output_minor, input_minor, non_recoverable_minor, charged_minor, own_minor, rounding_minor, waiting_minor,
                    included_minor, tax_point_row, rounding_row, recovery_row, input_boxes)
                select gen_random_uuid(), id, gen_random_uuid(), 1, 'NL-BV', case when position = 4 then 'NL' else 'FR' end, 'DOMESTIC_TAXABLE', 'r', '2026-11-01',
                    '2026-11-01', '2026-11-01', 21, 's', 'EUR', 100, 0, case when position > 5 then 21 else 0 end, 0, 21, 21, 0,
                    case when position > 5 then 0 else 20 + position end, 0, 't', 'o', 'c', '5b' from quittance.invoice where position between 3 and 2000;
                insert into quittance.vat_return (id, entity, jurisdiction, period, first_day, last_day, currency, entries, rounding_minor, config_digest, digest,
                    work_set, closed_by, on_date)
                values ('NL-BV/NL/2026-11', 'NL-BV', 'NL', '2026-11', '2026-11-01', '2026-11-30', 'EUR', 0, 0, '', '', 'bank-20261124-01', 'anna', '2026-12-01')
                """.split(";\n")) {
            jdbc.sql(sql).update();
        }
    }

    @AfterEach
    void drop() {
        connection.destroy();
        database.close();
    }

    /** Asked by an "or" over both keys, the 2,000 met the 40,000 one by one. */
    @Test
    void isAskedByKeysAndWrittenAtOnce() {
        List<Paid> events = IntStream.rangeClosed(1, 2000)
                .mapToObj(n -> new Paid("P" + n, n % 2 == 0 ? "SETTLED" : "NETTED", PAID))
                .toList();
        jdbc.sql("set statement_timeout = '3s'").update();
        var waitingTax = new WaitingTax(jdbc, new Journals(new CopyWriter(new JdbcTemplate(connection))));

        List<Paid> told = Stream.concat(events.stream(), Stream.of(new Paid("P5", "RETURNED", PAID)))
                .toList();
        new TransactionTemplate(new DataSourceTransactionManager(connection))
                .executeWithoutResult(status -> waitingTax.move("bank-20261124-01", told));

        assertThat(moved())
                .containsExactly(
                        "N3 2 FR 2026-11-01 2026-11-01 23 -23 5b",
                        "N4 2 NL 2026-12-01 2026-11-01 24 -24 5b",
                        "N5 2 FR 2026-11-01 2026-11-01 25 -25 5b",
                        "N5 3 FR 2026-11-01 2026-11-01 -25 25 5b");
        assertThat(jdbc.sql(
                                "select reference || ' ' || minor from ledger.posting p join ledger.journal j on j.id = p.journal"
                                        + " where account = '1510' order by 1")
                        .query(String.class)
                        .list())
                .containsExactly("P3 23", "P4 24", "P5 -25", "P5 25");
    }

    private List<String> moved() {
        return jdbc.sql(
                        "select concat_ws(' ', i.number, v.position, jurisdiction, period, due_period, input_minor, waiting_minor, input_boxes)"
                                + " from quittance.vat_entry v join quittance.invoice i on i.id = v.invoice where tax_point_row = 'paid' order by 1")
                .query(String.class)
                .list();
    }
}
