package io.quittance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.testkit.database.DatabaseTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Building work whose contract says which lines are materials (CIS), and the list of sellers with what is set off (DAC7). */
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LabourAndSellersIT {

    private static final String DAY = "2026-11-24";
    private static final String RUN = "GB-LTD-20261125-01";

    private Path home;
    private Path config;
    private Program program;
    private NightDatabase database;
    private Records records;

    @BeforeAll
    void night(@TempDir Path folder) throws IOException, SQLException {
        home = folder.resolve("workspace");
        config = folder.resolve("config");
        WithholdingCompany.write(config);
        append("register/contracts.csv", """
                CT-W-CIS,GB-LTD,C1102,,GBP,,GENERAL,2026-01-01,2027-12-31
                CT-W-LABOUR,GB-LTD,C1102,,GBP,,GENERAL,2026-01-01,2027-12-31
                CT-W-ASK,GB-LTD,C1102,,GBP,,GENERAL,2026-01-01,2027-12-31
                """);
        Files.writeString(config.resolve("register/withholding-contracts.csv"), """
                contract,income_kind,performed_in,borne_by,materials
                CT-W-CIS,CONSTRUCTION,,,Materials
                CT-W-LABOUR,CONSTRUCTION,,,NONE
                CT-W-ASK,CONSTRUCTION,,,
                """);
        append(
                "register/withholding-certificates.csv",
                "WC-CIS,C1102,SCHEME,GB,CIS_REGISTERED,,2026-01-01,2026-12-31," + "ab".repeat(32) + ",anna\n");
        Files.writeString(config.resolve("register/tax-numbers.csv"), """
                party,kind,country,number,valid_from,valid_to
                C1102,TIN,GB,1234567890,2020-01-01,
                C1102,BIRTH,,1984-05-06,1984-05-06,
                C1101,REGISTRATION,GB,09876543,2020-01-01,
                """);
        WithholdingCompany.copy(Program.root().resolve("fixtures/demo/inbox/rates"), home.resolve("inbox/rates"));
        WithholdingCompany.drop(
                home.resolve("inbox/invoices"),
                "building.csv",
                List.of(
                        line("invoice,CIS-1", "CT-W-CIS", "1,Brickwork", "1900.00", "2700.00", ""),
                        line("invoice,CIS-1", "CT-W-CIS", "2,Materials: bricks", "800.00", "2700.00", ""),
                        line("invoice,CIS-2", "CT-W-LABOUR", "1,Labour without materials", "500.00", "500.00", ""),
                        line("invoice,CIS-3", "CT-W-ASK", "1,Roofing", "300.00", "300.00", ""),
                        line("credit_note,CIS-4", "CT-W-CIS", "1,Materials returned", "80.00", "80.00", "CIS-1")));
        database = NightDatabase.onTestServer(home, folder);
        program = new Program(home, config, database.options());
        program.ok("nightly", "--date", DAY, "--as", "anna");
        records = new Records(database.open());
        assertThat(records.rows("select distinct i.number, a.verdict, f.code, f.message from quittance.invoice i"
                        + " left join quittance.assessment a on a.invoice = i.id and a.latest"
                        + " left join quittance.finding f on f.subject = i.id and f.severity <> 'WARN' order by 1"))
                .containsExactly("CIS-1 ACCEPTED  ", "CIS-2 ACCEPTED  ", "CIS-3 ACCEPTED  ", "CIS-4 ACCEPTED  ");
    }

    private static String line(String number, String contract, String line, String net, String total, String corrects) {
        return "%s,2026-11-09,2026-11-08,2026-11-24,GB-LTD,C1102,Imogen Hartley,,%s,,GBP,%s,1,%s,%s,O,,0.00,%s,0.00,%s,%s,,,,%s"
                .formatted(number, contract, line, net, net, total, total, total, corrects);
    }

    private void append(String file, String rows) throws IOException {
        Path path = config.resolve(file);
        Files.writeString(path, Files.readString(path) + rows);
    }

    @AfterAll
    void close() throws SQLException {
        records.close();
        database.close();
    }

    /** 20 % of labour: bookdfinance.co.uk has 3,000 with 300 of VAT and 800 of materials, 1,900 of labour, 380 deducted. */
    @Test
    @Order(1)
    void theDeductionIsOnLabourAlone() throws SQLException {
        assertThat(records.rows("select i.number, w.base_minor, w.tax_minor, w.certificate from quittance.withholding w"
                        + " join quittance.invoice i on i.id = w.invoice where w.entity = 'GB-LTD' order by 1"))
                .containsExactly("CIS-1 190000 38000 WC-CIS", "CIS-2 50000 10000 WC-CIS", "CIS-4 0 0 WC-CIS");
        assertThat(records.rows("select minor, currency from quittance.payment where run = '" + RUN + "'"))
                .as("2,700 + 500 - 80 less 480")
                .containsExactly("264000 GBP");
        assertThat(records.one("select d.outcome || ' ' || d.reason from quittance.run_decision d"
                        + " join quittance.invoice i on i.id = d.invoice where i.number = 'CIS-3'"))
                .startsWith("EXCLUDED Q732 WH-GB-CIS-REGISTERED leaves the cost of materials out of the base");
    }

    @Test
    @Order(2)
    void aListOfSellersHasTheNumbersOnlyWhenAsked() throws SQLException {
        program.approve(RUN);
        program.ok("run", "release", RUN, "--date", DAY, "--as", "dev");
        records.execute("""
                insert into quittance.payment_event (payment, position, work_set, state, on_date, source)
                select id, 90, 'test', 'SETTLED', '2026-11-25', 'test' from quittance.payment where run = '%s'
                """.formatted(RUN));
        assertThat(program.ok("tax", "dac7", "--entity", "GB-LTD", "--year", "2026", "--format", "csv"))
                .isEqualTo("""
                        entity,year,quarter,contractor,kind,country,vat_id,currency,consideration,fees,taxes,activities
                        GB-LTD,2026,4,C1102,INDIVIDUAL,GB,,GBP,2640.00,,480.00,2
                        """);
        assertThat(program.ok(
                        "tax", "dac7", "--entity", "GB-LTD", "--year", "2026", "--with-numbers", "--format", "csv"))
                .isEqualTo("""
                        entity,year,quarter,contractor,kind,country,vat_id,currency,consideration,fees,taxes,activities,tin,tin_country,registration,birth
                        GB-LTD,2026,4,C1102,INDIVIDUAL,GB,,GBP,2640.00,,480.00,2,1234567890,GB,,1984-05-06
                        """);
    }

    /** Compensation is paid or credited: what was set off to zero is an activity of the quarter, and adds nothing. */
    @Test
    @Order(3)
    void whatWasSetOffIsAnActivity() throws SQLException {
        records.execute("begin");
        records.execute("update quittance.settlement set payment = null, netting = 'N-1', minor = 0 where run = '" + RUN
                + "' and number = 'CIS-2'");
        assertThat(program.ok("tax", "dac7", "--entity", "GB-LTD", "--year", "2026", "--format", "csv"))
                .as("not seen by others before it is committed")
                .contains(",2640.00,,480.00,2");
        assertThat(records.rows("select quarter, consideration_minor, activities from quittance.dac7_seller"
                        + " where entity = 'GB-LTD'"))
                .containsExactly("4 264000 2");
        records.execute("rollback");
    }

    /** A careless hand in the table of numbers is told by line, without the number. */
    @Test
    @Order(4)
    void aFaultInTheNumbersIsToldWithoutThem() throws IOException {
        Path numbers = config.resolve("register/tax-numbers.csv");
        String good = Files.readString(numbers);
        Files.writeString(numbers, good.replace("1984-05-06,1984", "6.5.1984,1984"));
        Program.Result check = program.run("config", "check");
        assertThat(check.exit()).isEqualTo(78);
        assertThat(check.err()).contains("tax-numbers.csv", "YYYY-MM-DD").doesNotContain("6.5.1984");
        Files.writeString(numbers, good);
    }

    /** A part of the sum that the ledger does not owe is seen payment by payment, so forms of a year are what it owes. */
    @Test
    @Order(5)
    void formsAreWhatTheLedgerOwes() throws Exception {
        assertThat(program.run("check").out())
                .as("of what was written past the program others speak")
                .doesNotContain("I-73", "I-74");
        try (var change = records.change(
                "quittance.withholding",
                "tax_minor",
                "tax_minor + 1",
                "certificate = 'WC-CIS' and base_minor = 50000")) {
            assertThat(program.run("check").out())
                    .contains("I-74", RUN + "-00001 withheld 48001 GBP of INCOME_TAX, its journals owe 48000");
        }
        try (var change = records.change(
                "quittance.withholding",
                "below",
                "'nothing is kept back'",
                "certificate = 'WC-CIS' and base_minor = 50000")) {
            assertThat(program.run("check").out()).contains("I-73");
        }
    }
}
