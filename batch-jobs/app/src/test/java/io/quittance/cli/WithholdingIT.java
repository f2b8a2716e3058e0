package io.quittance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.reconciliation.simulation.BankSimulator;
import io.quittance.reconciliation.simulation.Scenario;
import io.quittance.testkit.database.DatabaseTest;
import io.quittance.testkit.database.OnEveryServer;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Payers whose laws withhold, through nights, signatures, release and the bank's answers: one payment is settled, one refused and
 * paid again, one returned and paid again, and nothing is withheld twice or lost.
 */
@DatabaseTest
@OnEveryServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WithholdingIT {

    private static final LocalDate FIRST = LocalDate.of(2026, 11, 24);
    private static final List<String> RUNS =
            List.of("ES-SL-20261125-01", "IN-PVT-20261125-01", "MX-SA-20261125-01", "US-INC-20261125-01");
    private static final List<String> OPENINGS = List.of(
            "0720039001 MXN 100000.00",
            "0720039002 INR 900000.00",
            "0720039003 EUR 90000.00",
            "0720039004 USD 90000.00");

    private Path home;
    private Program program;
    private NightDatabase database;
    private Records records;

    @BeforeAll
    void firstNight(@TempDir Path folder) throws IOException, SQLException {
        home = folder.resolve("workspace");
        Path config = folder.resolve("config");
        WithholdingCompany.write(config);
        WithholdingCompany.copy(Program.root().resolve("fixtures/demo/inbox/rates"), home.resolve("inbox/rates"));
        drop(
                "first.csv",
                WithholdingCompany.invoice("MX-SA,W-MX,Rosa Mendoza Faro,CT-W-MX", "MX-1,MXN,10000.00,S,16,1600.00"),
                WithholdingCompany.invoice("IN-PVT,W-IN,Banyan Code Works,CT-W-IN", "IN-1,INR,30000.00,S,18,5400.00"),
                WithholdingCompany.invoice("ES-SL,C1031,Núria Casals Ferrer,CT-W-ES", "ES-1,EUR,1000.00,S,21,210.00"),
                WithholdingCompany.invoice(
                        "ES-SL,C1201,Blue Mesa Consulting LLC,CT-W-ESUS", "BM-1,USD,1000.00,O,,0.00"),
                WithholdingCompany.invoice("US-INC,C1202,Dana Whitfield,CT-W-USNET", "DW-0,USD,100.00,O,,0.00"),
                WithholdingCompany.invoice("US-INC,C1202,Dana Whitfield,CT-W-US", "DW-1,USD,3000.00,O,,0.00"),
                WithholdingCompany.invoice("US-INC,W-GB,Elsie Marlow,CT-W-GB", "EM-1,USD,500.00,O,,0.00"),
                WithholdingCompany.invoice("US-INC,W-GB,Elsie Marlow,CT-W-GBUS", "EM-2,USD,700.00,O,,0.00"),
                WithholdingCompany.invoice("US-INC,W-GB,Elsie Marlow,CT-W-GBNET", "EM-3,USD,70.00,O,,0.00"));
        database = NightDatabase.onTestServer(home, folder);
        program = new Program(home, config, database.options());
        night(FIRST);
        records = new Records(database.open());
    }

    @AfterAll
    void close() throws SQLException {
        records.close();
        database.close();
    }

    @Test
    @Order(1)
    void whatIsWithheldIsShownBeforeAnybodySigns() throws SQLException {
        assertThat(records.rows("select verdict, number from quittance.list_invoices where verdict <> 'ACCEPTED'"))
                .isEmpty();
        assertThat(program.ok("run", "show", "MX-SA-20261125-01", "--format", "csv"))
                .contains("MX-1,MXN,11600.00,MX-SA-20261125-01-00001")
                .contains(
                        "paid by MX-SA-20261125-01-00001, MXN 9533.33, withheld ISR MXN 1000.00, IVA retenido MXN 1066.67")
                .contains("\"ISR 1000.00, IVA retenido 1066.67\"");
        assertThat(records.rows(
                        "select currency, minor, functional_minor, remittance from quittance.payment order by id"))
                .containsExactly(
                        "EUR 106000 106000 ES-1 less IRPF 150.00",
                        "USD 76000 " + functional() + " BM-1 less IRNR 240.00",
                        "INR 3540000 3540000 IN-1",
                        "MXN 953333 953333 MX-1 less ISR 1000.00 IVA retenido 1066.67",
                        "USD 310000 310000 DW-0 DW-1",
                        "USD 56000 56000 EM-2 EM-3 less 1042-S 210.00");
    }

    /** What is withheld of a dollar invoice is owed in euros: gross at its booked rate less the tax. */
    private String functional() throws SQLException {
        return records.one("select s.functional_minor - w.tax_minor from quittance.settlement s"
                + " join quittance.withholding w using (run, invoice) where s.number = 'BM-1'");
    }

    @Test
    @Order(2)
    void whatNobodyCanDecideWaitsWithTheReason() throws SQLException {
        assertThat(records.one("select d.outcome || ' ' || d.reason from quittance.run_decision d"
                        + " join quittance.invoice i on i.id = d.invoice where i.number = 'EM-1'"))
                .startsWith("EXCLUDED Q731 WH-US-1042 depends on where the work was done");
    }

    /** A certificate that ends on the day of the proposal does not reach the day of payment. */
    @Test
    @Order(3)
    void theCertificateMustHoldOnTheDayOfPayment() throws SQLException {
        assertThat(records.one("select trim_scale(rate) || ' ' || coalesce(certificate, 'none') || ' ' || steps"
                        + " from quittance.withholding where name = 'IRNR'"))
                .startsWith("24 none")
                .contains("certificate WC-1 is valid 2026-01-01 to 2026-11-24, not on the day of payment 2026-11-25");
    }

    /** Nobody can change what was signed: the digest knows the tax. */
    @Test
    @Order(4)
    void whatIsWithheldIsSigned() throws Exception {
        try (var more = records.change("quittance.withholding", "tax_minor", "tax_minor + 1", "name = 'ISR'")) {
            assertThat(program.run("check").out()).contains("I-07", "I-45", "MX-SA");
        }
        assertThat(program.ok("check")).isEmpty();
    }

    @Test
    @Order(5)
    void theReleaseOwesTheTaxToTheOffice() throws SQLException, IOException {
        for (String run : RUNS) {
            program.approve(run);
            program.ok("run", "release", run, "--date", FIRST.toString(), "--as", "dev");
        }
        assertThat(books("MX-SA")).contains("2610 MXN -100000", "2620 MXN -106667", "2190 MXN -953333");
        assertThat(records.rows("select account, sum(minor) from ledger.posting where entity = 'MX-SA'"
                        + " and account = '2100' group by 1"))
                .containsExactly("2100 0");
        assertThat(books("US-INC"))
                .as("gross 100.00 of a net fee of 70.00: the fee is an expense, and so is the tax that we bear")
                .contains("2610 USD -24000", "6110 USD 3000");
        assertThat(
                        records.rows(
                                "select entity, jurisdiction, year, number, family from quittance.withholding_certificate order by 1, 4"))
                .containsExactly(
                        "ES-SL ES 2026 1 INCOME_TAX",
                        "ES-SL ES 2026 2 INCOME_TAX",
                        "MX-SA MX 2026 1 INCOME_TAX",
                        "MX-SA MX 2026 2 RETAINED_VAT",
                        "US-INC US 2026 1 INCOME_TAX");
        assertThat(program.ok("check")).isEmpty();
        assertTiesHold();
    }

    /** The Spanish payment is refused, everything else is executed; India passes its yearly limit with the next invoice. */
    @Test
    @Order(6)
    void aRefusedPaymentIsPaidAgainAndWithheldOnce() throws Exception {
        bank(FIRST.plusDays(1), 1, "-20261125-01", "ES-SL-20261125-01-00001", null);
        drop(
                "second.csv",
                WithholdingCompany.invoice("IN-PVT,W-IN,Banyan Code Works,CT-W-IN", "IN-2,INR,31000.00,S,18,5580.00"));
        night(FIRST.plusDays(1));
        assertThat(books("ES-SL")).as("only the other payee's tax is owed").contains("2610 EUR -" + irnr());
        assertThat(records.rows(
                        "select id, minor, remittance from quittance.payment where run like '%20261126%' order by id"))
                .containsExactly(
                        "ES-SL-20261126-01-00001 106000 ES-1 less IRPF 150.00",
                        "IN-PVT-20261126-01-00001 3048000 IN-2 less TDS 393 6100.00");
        assertThat(records.one("select steps from quittance.withholding where invoice = "
                        + "(select id from quittance.invoice where number = 'IN-2')"))
                .contains("INR 30000.00 before, INR 31000.00 now, INR 61000.00 of it taxed now");
        for (String run : List.of("ES-SL-20261126-01", "IN-PVT-20261126-01")) {
            program.approve(run);
            program.ok("run", "release", run, "--date", "2026-11-25", "--as", "dev");
        }
        assertThat(books("IN-PVT")).contains("2610 INR -610000");
        assertThat(program.ok("check")).isEmpty();
        assertTiesHold();
    }

    private String irnr() throws SQLException {
        return records.one("select tax_minor from quittance.withholding where name = 'IRNR'");
    }

    @Test
    @Order(7)
    void aReturnedPaymentOwesNoTaxUntilItIsPaidAgain() throws Exception {
        bank(FIRST.plusDays(2), 2, "-20261126-01", null, "MX-SA-20261125-01-00001");
        program.ok("bank", "--date", "2026-11-26", "--as", "anna");
        assertThat(books("MX-SA")).doesNotContain("2610 MXN -100000").contains("2610 MXN 0", "2620 MXN 0");
        night(FIRST.plusDays(2));
        String again = "MX-SA-20261127-01";
        program.approve(again);
        program.ok("run", "release", again, "--date", "2026-11-26", "--as", "dev");
        assertThat(books("MX-SA")).contains("2610 MXN -100000", "2620 MXN -106667", "2190 MXN -953333");
        assertThat(records.rows(
                        "select number from quittance.withholding_certificate where entity = 'MX-SA' order by 1"))
                .as("a number is never given twice")
                .containsExactly("1", "2", "3", "4");
        assertThat(program.ok("check")).isEmpty();
        assertTiesHold();
    }

    @Test
    @Order(8)
    void theFormsTellWhatStands() {
        assertThat(program.ok(
                        "tax",
                        "report",
                        "--form",
                        "1099-NEC",
                        "--entity",
                        "US-INC",
                        "--year",
                        "2026",
                        "--format",
                        "csv"))
                .isEqualTo("""
                        form,entity,year,contractor,residence,income,rate,currency,gross,withheld,payments
                        1099-NEC,US-INC,2026,C1202,US,PROFESSIONAL,0,USD,3100.00,0.00,1
                        """);
        assertThat(program.ok(
                        "tax", "report", "--form", "1042-S", "--entity", "US-INC", "--year", "2026", "--format", "csv"))
                .contains("1042-S,US-INC,2026,W-GB,GB,PROFESSIONAL,30,USD,800.00,240.00,1");
        assertThat(program.run("tax", "report", "--form", "1098", "--entity", "US-INC", "--year", "2026")
                        .exit())
                .isEqualTo(2);
    }

    /** A limit is a person's: what was paid to another id of his is on the form with it, on one line. */
    @Test
    @Order(8)
    void onePersonIsOnePayeeOfAForm() throws Exception {
        String small = "name like 'none: 1099%' and base_minor = 10000";
        assertThat(records.rows("select contractor, person from quittance.withholding where " + small))
                .containsExactly("C1202 C1202");
        String[] report = "tax report --form 1099-NEC --entity US-INC --year 2026 --format csv".split(" ");
        records.execute("update quittance.withholding set contractor = 'C1203', person = 'C1203' where " + small);
        assertThat(program.ok(report))
                .contains("C1202,US,PROFESSIONAL,0,USD,3000.00")
                .doesNotContain("C1203");
        records.execute("update quittance.withholding set person = 'C1202 C1203' where contractor = 'C1203'");
        assertThat(program.ok(report)).contains("C1202 C1203,US,PROFESSIONAL,0,USD,3100.00,0.00,1");
        records.execute(
                "update quittance.withholding set contractor = 'C1202', person = 'C1202' where contractor = 'C1203'");
    }

    @Test
    @Order(9)
    void explainTellsTheEvidence() {
        assertThat(program.ok("explain", "invoice:MX-SA/W-MX/MX-1"))
                .contains("withheld IVA retenido by WH-MX-IVA: base 1600.00 x 66.666666666667 % = 1066.67 MXN")
                .contains("certificate MX 2026-", "rule WH-MX-ISR (recorded 2026-11-22)");
        assertThat(program.ok("explain", "invoice:US-INC/C1202/DW-1")).contains("reported on 1099-NEC");
    }

    /** Each check and tie sees the careless hand that it is there for. */
    @ParameterizedTest(name = "{0} {1}.{2}")
    @Order(10)
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            I-45 | withholding             | taxed_minor      | taxed_minor + 100    | name = 'TDS 393'               |
            I-45 | withholding             | fx_rate          | fx_rate * 2          | name = 'IRNR'                  |
            I-46 | payment                 | functional_minor | functional_minor + 1 | id = 'MX-SA-20261127-01-00001' |
            I-47 | withholding_certificate | number           | 9                    | entity = 'IN-PVT'              |
            I-47 | withholding_certificate | family           | 'RETAINED_VAT'       | entity = 'IN-PVT'              |
            I-48 | withholding             | payment          | 'X'                  | name = 'TDS 393'               |
            I-49 | withholding             | base_minor       | 1                    | name = 'TDS 393'               |
            I-05 | withholding             | borne_by         | 'PAYER', kept_minor = 0 | name = 'TDS 393'            | T-31
            I-05 | settlement              | minor            | minor + 1            | number = 'DW-1'                | T-31
            I-45 | withholding             | tax_minor        | tax_minor + 1        | name = 'TDS 393'               | T-32
            I-45 | withholding             | tax_minor        | tax_minor + 1        | family = 'RETAINED_VAT' and run = 'MX-SA-20261127-01' | T-33
            I-47 | withholding             | family           | 'RETAINED_VAT'       | name = 'TDS 393'               | T-33
            I-47 | withholding             | tax_minor        | 0                    | name = 'TDS 393'               | T-34
            """)
    void aCarelessHandIsSeen(String check, String table, String column, String value, String where, String tie)
            throws Exception {
        records.execute("begin");
        records.execute("update quittance." + table + " set " + column + " = " + value + " where " + where);
        assertThat(records.rows(text("checks/" + check + ".sql"))).isNotEmpty();
        if (tie != null) {
            assertThat(failing()).contains(tie);
        }
        records.execute("rollback");
    }

    /** Limits add up one person's ids, so the check does: what the second id is taxed on may have been paid to the first. */
    @ParameterizedTest
    @Order(10)
    @CsvSource({"W-IN W-IN2, 0", "W-IN2, 1"})
    void onePersonUnderTwoIds(String person, int seen) throws Exception {
        records.execute("begin");
        records.execute("update quittance.withholding set contractor = 'W-IN2', person = '" + person
                + "' where name = 'TDS 393' and tax_minor > 0");
        assertThat(records.rows(text("checks/I-49.sql"))).hasSize(seen);
        records.execute("rollback");
    }

    /** A credit note of a payee takes nothing off what the check sees of its invoices, and nothing more is taken back than it gives. */
    @ParameterizedTest
    @Order(10)
    @CsvSource(delimiter = '|', textBlock = """
            base_minor = -1                         |  6100000 INR taxed of 3100000
            base_minor = -3000000, taxed_minor = -3 |  6100000 INR taxed of 3100000
            """)
    void aCreditNoteHidesNothing(String change, String seen) throws Exception {
        records.execute("begin");
        records.execute("update quittance.withholding set " + change + " where name = 'TDS 393' and tax_minor = 0");
        assertThat(records.rows(text("checks/I-49.sql")))
                .singleElement()
                .asString()
                .endsWith(seen.strip());
        records.execute("rollback");
    }

    @Test
    @Order(10)
    void noMoreIsTakenBackThanACreditNoteGives() throws Exception {
        records.execute("begin");
        records.execute("update quittance.withholding set base_minor = -base_minor, taxed_minor = -taxed_minor,"
                + " tax_minor = -tax_minor where name = 'TDS 393' and tax_minor <> 0");
        assertThat(records.rows(text("checks/I-49.sql")))
                .singleElement()
                .asString()
                .endsWith("6100000 INR taken back of 3100000");
        records.execute("rollback");
    }

    /** A third at 34 digits: at twelve the tax of a quadrillion is off by cents. */
    @Test
    @Order(10)
    void theRateOfExchangeIsStoredAsItWasUsed() throws Exception {
        records.execute("begin");
        records.execute("update quittance.withholding set fx_rate = 0.3333333333333333333333333333333333,"
                + " taxed_minor = 138888888888888888, tax_minor = 33333333333333333, minor = 99999999999999999,"
                + " kept_minor = 99999999999999999 where name = 'IRNR'");
        assertThat(records.rows(text("checks/I-45.sql"))).isEmpty();
        records.execute("rollback");
    }

    private void assertTiesHold() throws SQLException, IOException {
        assertThat(failing()).isEmpty();
        assertThat(records.rows(
                        "select distinct id from (" + text("ties.sql") + ") t where id between 'T-31' and 'T-34'"))
                .containsExactlyInAnyOrder("T-31", "T-32", "T-33", "T-34");
    }

    private List<String> failing() throws SQLException, IOException {
        return records.rows("select distinct id from (" + text("ties.sql") + ") t where expected <> actual");
    }

    private static String text(String resource) throws IOException {
        return Files.readString(
                Program.root().resolve("batch-jobs/app/src/main/resources").resolve(resource));
    }

    private List<String> books(String entity) throws SQLException {
        return records.rows("select account, currency, sum(minor) from ledger.posting where entity = '" + entity
                + "' group by 1, 2 order by 1, 2");
    }

    private void night(LocalDate on) {
        program.ok("nightly", "--date", on.toString(), "--as", "anna");
    }

    private void drop(String name, String... invoices) throws IOException {
        WithholdingCompany.drop(home.resolve("inbox/invoices"), name, List.of(invoices));
    }

    /** The bank's day: what the files of runs with this ending ordered is executed, but for one that it refuses or gives back. */
    private void bank(LocalDate day, int sequence, String runs, String refused, String returned) throws IOException {
        Scenario scenario = Scenario.of(day, sequence).accepting("ACSC").rate("USD/EUR", new BigDecimal("0.8600"));
        for (String opening : OPENINGS) {
            String[] word = opening.split(" ", 2);
            scenario = scenario.opening(word[0], balance(word[0], Money.parse(word[1])));
        }
        Path inbox = Files.createDirectories(home.resolve("inbox/bank"));
        List<byte[]> orders = files(runs);
        if (refused != null) {
            scenario = scenario.rejecting(refused, "AC01");
            for (byte[] order : orders) {
                if (new String(order, StandardCharsets.UTF_8).contains(refused)) {
                    Files.write(inbox.resolve(day + "-1.pain002.xml"), BankSimulator.statusReport(order, scenario));
                }
            }
        }
        Files.write(inbox.resolve(day + "-2.camt053.xml"), BankSimulator.statement(orders, scenario));
        if (returned != null) {
            Scenario back = Scenario.of(day, sequence + 1)
                    .returning(returned, "AC04")
                    .opening("0720039001", Money.parse("MXN 90466.67"));
            Files.write(inbox.resolve(day + "-3.camt053.xml"), BankSimulator.returns(files("MX-SA-20261125-01"), back));
        }
    }

    /** The last statement's closing balance. */
    private Money balance(String account, Money first) {
        try {
            List<String> closing = records.rows("select s.currency, s.closing_minor from quittance.statement s"
                    + " join (values ('0720039001', 'MX-SA-MXN'), ('0720039002', 'IN-PVT-INR'), ('0720039003', 'ES-SL-EUR'),"
                    + " ('0720039004', 'US-INC-USD')) as a (number, id) on a.id = s.account where a.number = '"
                    + account
                    + "' order by s.sequence desc limit 1");
            if (closing.isEmpty()) {
                return first;
            }
            String[] word = closing.getFirst().split(" ");
            return Money.ofMinor(CurrencyUnit.of(word[0]), Long.parseLong(word[1]));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<byte[]> files(String runs) throws IOException {
        List<byte[]> files = new ArrayList<>();
        try (Stream<Path> tree = Files.walk(home.resolve("outbox/payments"))) {
            for (Path file : tree.filter(path -> path.toString().endsWith(".xml"))
                    .filter(path -> path.getParent().getFileName().toString().contains(runs))
                    .sorted()
                    .toList()) {
                files.add(Files.readAllBytes(file));
            }
        }
        return files;
    }
}
