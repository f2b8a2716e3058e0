package io.quittance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.testkit.database.DatabaseTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Dutch payer whose input tax waits for the payment: it waits on 1520, is deducted when the bank paid, and waits again when not. */
@DatabaseTest
class WaitingTaxIT {

    private static final String RUN = "NL-BV-20261125-01";

    /** What waits of each document of NL-BV, and whether it is paid. */
    private static final String OPEN = """
            select count(*) from quittance.assessment a
            cross join lateral (select coalesce(sum(v.waiting_minor), 0) as waiting, coalesce(sum(v.input_minor), 0) as input
                                from quittance.vat_entry v where v.invoice = a.invoice) v
            left join quittance.settlement s on s.invoice = a.invoice and s.live
            left join lateral (select e.state from quittance.payment_event e where e.payment = s.payment and e.state <> 'ACCEPTED'
                               order by e.position desc limit 1) e on true
            where a.latest and a.verdict = 'ACCEPTED' and a.entity = 'NL-BV'
            """;

    private static final String ON_BOOKS = """
            select account, sum(minor) from ledger.posting where entity = 'NL-BV' and account in ('1510', '1520')
            group by 1 having sum(minor) <> 0 order by 1
            """;

    @TempDir
    Path folder;

    private Path home;
    private Path config;

    @BeforeEach
    void aDutchPayerDeductsOnPayment() throws IOException {
        home = folder.resolve("workspace");
        config = folder.resolve("config");
        lay(Program.root().resolve("config"), config);
        lay(Program.root().resolve("fixtures/demo/inbox"), home.resolve("inbox"));
        Path rules = config.resolve("tax/recovery-rules.csv");
        Files.writeString(rules, Files.readString(rules).replace("RR-FR-10,FR,DOMESTIC_TAXABLE", "RR-NL-10,NL,*"));
    }

    @Test
    void isDeductedInThePeriodOfThePayment() throws Exception {
        try (NightDatabase database = NightDatabase.onTestServer(home, folder)) {
            Program program = new Program(home, config, database.options());
            program.ok("nightly", "--date", "2026-11-24", "--as", "anna");
            try (Records records = new Records(database.open())) {
                assertThat(records.rows(ON_BOOKS)).singleElement().asString().startsWith("1520 ");
                assertThat(program.ok("check")).isEmpty();
                pay(program);
                assertThat(program.ok("check")).isEmpty();
                assertThat(records.one(OPEN + " and e.state = 'SETTLED' and v.waiting <> 0"))
                        .isEqualTo("0");
                assertThat(records.one(OPEN + " and e.state = 'SETTLED' and v.input <> 0"))
                        .isNotEqualTo("0");
                assertThat(records.one(OPEN
                                + " and e.state is distinct from 'SETTLED' and s.netting is null and v.input <> 0"))
                        .as("what came back, and what nobody paid, waits")
                        .isEqualTo("0");
                assertThat(records.one("select count(*) from quittance.vat_entry"
                                + " where input_minor < 0 and tax_point_row = 'paid'"))
                        .as("what came back was deducted for a day")
                        .isNotEqualTo("0");
                assertThat(records.rows("select distinct period, due_period, tax_point from quittance.vat_entry"
                                + " where tax_point_row = 'paid' and input_minor > 0 order by 1, 2"))
                        .isNotEmpty()
                        .allMatch(row -> row.startsWith("2026-11-01 2026-11-01 2026-11-2"));
                assertThat(records.rows("select distinct kind from ledger.journal where event_key like 'input-tax:%'"))
                        .containsExactly("INPUT_TAX_PAID");
                assertThat(records.rows("select distinct received from quittance.list_tax_dates"))
                        .containsExactly("2026-11-24");
                assertThat(records.one("select count(*) from quittance.list_tax_dates where paid is not null"))
                        .isNotEqualTo("0");
                assertThat(records.rows("select distinct published_on = valid_from, retrieved_on from quittance.rate"
                                + " where valid_from = valid_to"))
                        .containsExactly("t 2026-11-24");
                whoChangesAFigureIsFound(program, records);
            }
        }
    }

    private static void whoChangesAFigureIsFound(Program program, Records records) throws Exception {
        String entry = "id = (select id from quittance.vat_entry where charged_minor > 0 and waiting_minor > 0"
                + " order by id limit 1)";
        try (var wrong = records.change("quittance.vat_entry", "waiting_minor", "waiting_minor + 1", entry)) {
            assertThat(program.run("check").out()).contains("I-43", "waiting input tax of NL-BV in EUR", "I-44");
        }
        try (var wrong = records.change("quittance.vat_entry", "rounding_minor", "rounding_minor + 1000000", entry)) {
            assertThat(program.run("check").out())
                    .contains("I-42", "rounding differences of NL-BV in EUR", "is no rounding");
        }
        String dates = "(invoice, attempt) = (select d.invoice, d.attempt from quittance.tax_dates d"
                + " join quittance.assessment a using (invoice, attempt)"
                + " where a.latest and a.verdict = 'ACCEPTED' order by 1 limit 1)";
        try (var wrong = records.change("quittance.tax_dates", "tax_point", "tax_point + 1", dates)) {
            assertThat(program.run("check").out()).contains("I-44", "its days say");
        }
        assertThat(program.ok("check")).isEmpty();
    }

    /** The return of November was closed before the bank told of the payment: nothing enters it. */
    @Test
    void goesIntoTheFirstOpenPeriod() throws Exception {
        try (NightDatabase database = NightDatabase.onTestServer(home, folder)) {
            Program program = new Program(home, config, database.options());
            program.ok("nightly", "--date", "2026-11-24", "--as", "anna");
            try (Records records = new Records(database.open())) {
                release(program);
                records.rows(
                        "insert into quittance.vat_return (id, entity, jurisdiction, period, first_day, last_day, currency, entries,"
                                + " rounding_minor, config_digest, digest, work_set, closed_by, on_date)"
                                + " select 'NL-BV/NL/2026-11', 'NL-BV', 'NL', '2026-11', '2026-11-01', '2026-11-30', 'EUR', 0, 0, '', '', id,"
                                + " 'anna', '2026-12-01' from quittance.work_set order by id limit 1 returning id");
                program.ok("bank", "--date", "2026-11-26", "--as", "anna");
                assertThat(records.rows("select distinct period, due_period, moved_because from quittance.vat_entry"
                                + " where tax_point_row = 'paid' and entity = 'NL-BV'"))
                        .containsExactly("2026-12-01 2026-11-01 the return of NL-BV for 2026-11 was closed before the"
                                + " payment was told");
            }
        }
    }

    private void release(Program program) throws IOException {
        program.approve(RUN);
        program.ok("run", "release", RUN, "--date", "2026-11-24", "--as", "dev");
        lay(Program.root().resolve("fixtures/demo/bank"), home.resolve("inbox/bank"));
    }

    private void pay(Program program) throws IOException {
        release(program);
        program.ok("nightly", "--date", "2026-11-26", "--as", "anna");
    }

    private static void lay(Path from, Path to) throws IOException {
        try (Stream<Path> tree = Files.walk(from)) {
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }
}
