package io.quittance.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.testkit.database.DatabaseTest;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Invoices beside time sheets, night after night: what waits for one, what is billed twice, what a correction does. */
@DatabaseTest
class TimeSheetsIT {

    private static final String DAY = "2026-11-24";
    private static final String HEADER =
            "document_type,invoice_number,invoice_date,supply_date,due_date,entity,contractor,contractor_name,"
                    + "contractor_vat_id,contract,purchase_reference,currency,line_number,description,quantity,unit_price,"
                    + "net_amount,vat_category,vat_rate,vat_amount,invoice_net,invoice_vat,invoice_gross,amount_due,"
                    + "payee_account,payee_bic,payment_reference,preceding_invoice,unit,period_from,period_to\n";
    private static final String TERMS = """
            contract,basis,unit,rate,rate_tolerance_percent,rate_tolerance,quantity_tolerance_percent,quantity_tolerance,\
            amount_tolerance_percent,amount_tolerance,clause,valid_from,valid_to
            CT-1001-NL,TIME,HUR,92.50,,,,,,,4.2 Fees,2026-01-01,
            """;
    private static final String COLUMNS =
            "contract,unit,period_from,period_to,quantity,milestone,amount,currency,status,approved_by,approved_on,revision\n";

    private static final String VERDICTS = """
            select i.number || ' ' || a.attempt || ' ' || a.verdict || ' ' || m.outcome
                   || coalesce((select ' ' || string_agg(distinct f.code, ' ' order by f.code) from quittance.finding f
                                where f.subject = i.id and f.attempt = a.attempt), '')
            from quittance.invoice i
            join quittance.assessment a on a.invoice = i.id
            join quittance.document_match m on m.invoice = a.invoice and m.attempt = a.attempt
            order by i.number, a.attempt
            """;
    private static final String USE = "select name, trim_scale(billed) from quittance.work_use order by name";

    @TempDir
    Path folder;

    private Path home;
    private Program program;
    private NightDatabase database;

    @BeforeEach
    void workspace() throws IOException {
        home = folder.resolve("home");
        Path config = Files.createDirectories(folder.resolve("config"));
        copy(Program.root().resolve("config"), config);
        Files.writeString(config.resolve("register/contract-terms.csv"), TERMS);
        copy(Program.root().resolve("fixtures/demo/inbox/rates"), home.resolve("inbox/rates"));
        database = NightDatabase.onTestServer(home, folder);
        program = new Program(home, config, database.options());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void anInvoiceWaitsForItsTimeSheetAndIsTakenTheSameDayOnceItComes() throws Exception {
        drop("invoices/first.csv", HEADER + invoice("A-1", "40", "week 45"));
        program.ok("nightly", "--date", DAY);
        program.ok("nightly", "--date", DAY);
        drop("timesheets/week-45.csv", COLUMNS + week("40", 1, "APPROVED"));
        program.ok("nightly", "--date", DAY);
        program.ok("nightly", "--date", DAY);

        try (var records = new Records(database.open())) {
            assertThat(records.rows(VERDICTS))
                    .as("without news nobody looks again")
                    .containsExactly("A-1 1 HELD NO_TIME_SHEET Q507", "A-1 2 ACCEPTED MATCHED");
            assertThat(records.rows(USE)).containsExactly("HUR 2026-11-02/2026-11-08 40");
            assertThat(records.rows("select outcome, clauses from quittance.document_match where attempt = 2"))
                    .containsExactly("MATCHED 4.2 Fees");
        }
        assertThat(program.ok("list", "matches", "--format", "csv").lines().skip(1))
                .containsExactly("NL-BV,C1001,INVOICE,A-1,CT-1001-NL,1,MATCHED,TIME,HUR,40,40,0,92.5,92.5,3700.00,EUR,"
                        + "4.2 Fees,ACCEPTED,first.csv,1");
        assertThat(program.ok("list", "work", "--format", "csv").lines().skip(1))
                .containsExactly(
                        "CT-1001-NL,HUR 2026-11-02/2026-11-08,HUR,2026-11-02,2026-11-08,,APPROVED,1,40,40,0,mira,"
                                + "2026-11-10");
        assertThat(program.ok("check")).isEmpty();
    }

    @Test
    void handedInIsNotApproved() throws Exception {
        drop("invoices/first.csv", HEADER + invoice("A-1", "40", "week 45"));
        drop("timesheets/week-45.csv", COLUMNS + week("40", 1, "SUBMITTED"));
        program.ok("nightly", "--date", DAY);
        drop("timesheets/approved.csv", COLUMNS + week("40", 2, "APPROVED"));
        program.ok("nightly", "--date", DAY);

        try (var records = new Records(database.open())) {
            assertThat(records.rows(VERDICTS))
                    .containsExactly("A-1 1 HELD NO_TIME_SHEET Q507", "A-1 2 ACCEPTED MATCHED");
        }
    }

    @Test
    void theSameTimeSheetTwiceIsOneAndASecondInvoiceForTheWeekIsHeld() throws Exception {
        drop("timesheets/week-45.csv", COLUMNS + week("40", 1, "APPROVED"));
        drop("timesheets/the-same-bytes.csv", COLUMNS + week("40", 1, "APPROVED"));
        drop("timesheets/the-same-again.csv", COLUMNS + week("40.00", 1, "APPROVED"));
        drop(
                "invoices/three.csv",
                HEADER
                        + invoice("A-1", "24", "first part")
                        + invoice("A-2", "16", "second part")
                        + invoice("A-3", "1", "third part"));
        program.ok("nightly", "--date", DAY);
        drop("invoices/fourth.csv", HEADER + invoice("A-4", "40", "all of it once more"));
        program.ok("nightly", "--date", "2026-11-25");

        try (var records = new Records(database.open())) {
            assertThat(records.rows("select count(*) from quittance.time_sheet"))
                    .containsExactly("1");
            assertThat(records.rows(VERDICTS))
                    .containsExactly(
                            "A-1 1 ACCEPTED UNDER_BILLED",
                            "A-2 1 ACCEPTED MATCHED",
                            "A-3 1 HELD OVER_BILLED Q510",
                            "A-3 2 HELD OVER_BILLED Q510",
                            "A-4 1 HELD OVER_BILLED Q510");
            assertThat(records.rows(USE)).containsExactly("HUR 2026-11-02/2026-11-08 40");
            assertThat(records.rows("select outcome, count(*) from quittance.intake_delivery where kind = 'TIMESHEETS'"
                            + " group by 1 order by 1"))
                    .containsExactly("DUPLICATE 1", "NEW 2");
        }
        assertThat(program.ok("check")).isEmpty();
    }

    @Test
    void aHigherRevisionCountsInsteadOfTheLowerOne() throws Exception {
        drop("timesheets/week-45.csv", COLUMNS + week("36", 1, "APPROVED"));
        drop("invoices/first.csv", HEADER + invoice("A-1", "40", "week 45"));
        program.ok("nightly", "--date", DAY);
        drop("timesheets/corrected.csv", COLUMNS + week("40", 2, "APPROVED"));
        program.ok("nightly", "--date", DAY);
        drop("timesheets/below.csv", COLUMNS + week("38", 3, "APPROVED"));
        program.ok("nightly", "--date", DAY);

        try (var records = new Records(database.open())) {
            assertThat(records.rows(VERDICTS)).containsExactly("A-1 1 HELD OVER_BILLED Q509", "A-1 2 ACCEPTED MATCHED");
            assertThat(records.rows("select message from quittance.finding where code = 'Q518'"))
                    .containsExactly(
                            "HUR 2026-11-02/2026-11-08 of contract CT-1001-NL: billed 40 - now approved 38 = 2 to"
                                    + " be credited");
        }
        assertThat(program.ok("check")).isEmpty();
    }

    @Test
    void aCreditNoteGivesBackAndTheRightInvoiceIsTaken() throws Exception {
        drop("timesheets/week-45.csv", COLUMNS + week("40", 1, "APPROVED"));
        drop("invoices/first.csv", HEADER + invoice("A-1", "40", "week 45"));
        program.ok("nightly", "--date", DAY);
        drop("invoices/second.csv", HEADER + invoice("A-2", "38", "week 45 corrected"));
        program.ok("nightly", "--date", DAY);
        drop("invoices/third.csv", HEADER + row("credit_note", "G-1", "40", "week 45", "A-1"));
        program.ok("nightly", "--date", DAY);
        program.ok("nightly", "--date", "2026-11-25");

        try (var records = new Records(database.open())) {
            assertThat(records.rows(VERDICTS))
                    .containsExactly(
                            "A-1 1 ACCEPTED MATCHED",
                            "A-2 1 HELD OVER_BILLED Q510",
                            "A-2 2 ACCEPTED UNDER_BILLED",
                            "G-1 1 ACCEPTED MATCHED");
            assertThat(records.rows(USE)).containsExactly("HUR 2026-11-02/2026-11-08 38");
        }
        assertThat(program.ok("check")).isEmpty();
    }

    /** Our columns with semicolons are a sheet by a profile; its hours are those of its own week. */
    @Test
    void aSheetIsMatchedByItsUnitAndPeriod() throws Exception {
        String days = ",HUR,2026-11-02,2026-11-08";
        drop(
                "timesheets/weeks.csv",
                COLUMNS
                        + week("40", 1, "APPROVED")
                        + week("8", 1, "APPROVED").replace(days, ",HUR,2026-11-09,2026-11-15"));
        String bill = HEADER + invoice("A-1", "8", "week 46").replace(days, ",hours,2026-11-09,2026-11-15");
        drop("invoices/sheet.csv", bill.replace(',', ';'));
        program.ok("nightly", "--date", DAY);

        try (var records = new Records(database.open())) {
            assertThat(records.rows(VERDICTS)).containsExactly("A-1 1 ACCEPTED MATCHED");
            assertThat(records.rows(USE)).containsExactly("HUR 2026-11-09/2026-11-15 8");
        }
    }

    /** What a person lets through is accepted, but nobody approved more hours by that: the week is used up, and no further. */
    @Test
    void aLiftedInvoiceUsesUpOnlyWhatWasApproved() throws Exception {
        drop("timesheets/week-45.csv", COLUMNS + week("40", 1, "APPROVED"));
        String weekAfter = invoice("B-1", "8", "week 46").replace("2026-11-02,2026-11-08", "2026-11-09,2026-11-15");
        drop("invoices/first.csv", HEADER + invoice("A-1", "44", "week 45") + weekAfter);
        program.ok("nightly", "--date", DAY);
        lift("A-1", "Q509");
        lift("B-1", "Q507");
        program.ok("nightly", "--date", DAY);
        drop("invoices/second.csv", HEADER + invoice("A-2", "1", "what is left of week 45"));
        program.ok("nightly", "--date", "2026-11-25");

        try (var records = new Records(database.open())) {
            assertThat(records.rows(VERDICTS))
                    .containsExactly(
                            "A-1 1 HELD OVER_BILLED Q509",
                            "A-1 2 ACCEPTED OVER_BILLED Q509",
                            "A-2 1 HELD OVER_BILLED Q510",
                            "B-1 1 HELD NO_TIME_SHEET Q507",
                            "B-1 2 ACCEPTED NO_TIME_SHEET Q507");
            assertThat(records.rows(USE)).containsExactly("HUR 2026-11-02/2026-11-08 40");
            assertThat(records.rows("select position, name, trim_scale(units) from quittance.work_billed"))
                    .containsExactly("1 HUR 2026-11-02/2026-11-08 40");
        }
        assertThat(program.ok("check")).isEmpty();
        assertThat(program.ok("explain", "invoice:NL-BV/C1001/A-1")).contains("""
                        ├─ matched with contract CT-1001-NL: OVER_BILLED, clause 4.2 Fees
                        │  └─ line 1 OVER_BILLED: billed 44 HUR x 92.5 = 4070.00; approved 40, billed before 0, agreed rate 92.5, \
                        comes to 3700; by TIME, clause 4.2 Fees
                        │     └─ bills 40 of HUR 2026-11-02/2026-11-08, revision 1, approved by mira on 2026-11-10
                        """);
        assertThat(program.ok("explain", "invoice:NL-BV/C1001/B-1"))
                .contains("line 1 NO_TIME_SHEET: billed 8 HUR x 92.5 = 740.00; approved 0, billed before 0")
                .doesNotContain("bills ");
        assertThat(program.ok("invoice", "show", "NL-BV/C1001/A-2", "--format", "json"))
                .contains(
                        "\"match\":[{\"contract\":\"CT-1001-NL\",\"outcome\":\"OVER_BILLED\",\"clauses\":\"4.2 Fees\"}]")
                .contains("\"billed\":\"1\",\"approved\":\"40\",\"billed_before\":\"40\"");
        assertThat(sheets()).as("the accountant's book").contains("name=\"Match\"");
    }

    private void lift(String number, String code) {
        program.ok(
                "invoice",
                "lift",
                "NL-BV/C1001/" + number,
                "--code",
                code,
                "--reason",
                "agreed by telephone",
                "--as",
                "anna",
                "--date",
                DAY);
    }

    /** The list of sheets of the last workbook. */
    private String sheets() throws IOException {
        try (Stream<Path> reports = Files.walk(home.resolve("reports"))) {
            Path last = reports.filter(file -> file.toString().endsWith(".xlsx"))
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            try (var book = new ZipFile(last.toFile())) {
                return new String(
                        book.getInputStream(book.getEntry("xl/workbook.xml")).readAllBytes(), UTF_8);
            }
        }
    }

    @Test
    void faultyRowsLieInQuarantineAndTheOthersCount() throws Exception {
        String bad = "CT-1001-NL,HUR,2026-11-09,2026-11-15,forty,,,,APPROVED,mira,2026-11-16,1\n";
        drop("timesheets/mixed.csv", COLUMNS + week("40", 1, "APPROVED") + bad);
        drop("invoices/first.csv", HEADER + invoice("A-1", "40", "week 45"));
        Program.Result night = program.run("nightly", "--date", DAY, "--fail-on", "rejected");
        drop("timesheets/mixed.csv", COLUMNS + week("40", 1, "APPROVED") + bad.replace("forty", "32"));
        program.ok("nightly", "--date", DAY, "--fail-on", "rejected");

        assertThat(night.exit()).isEqualTo(10);
        try (Stream<Path> quarantine = Files.walk(home.resolve("quarantine"))) {
            assertThat(quarantine
                            .filter(Files::isRegularFile)
                            .map(file -> file.getFileName().toString()))
                    .contains("mixed.csv", "findings-timesheets-20261124-01.csv");
        }
        try (var records = new Records(database.open())) {
            assertThat(records.rows("select name, trim_scale(quantity) from quittance.time_sheet order by name"))
                    .containsExactly("HUR 2026-11-02/2026-11-08 40", "HUR 2026-11-09/2026-11-15 32");
            assertThat(records.rows(VERDICTS)).containsExactly("A-1 1 ACCEPTED MATCHED");
        }
    }

    @Test
    void checkSeesWhatSomebodyChanged() throws Exception {
        drop("timesheets/week-45.csv", COLUMNS + week("40", 1, "APPROVED"));
        drop("invoices/first.csv", HEADER + invoice("A-1", "40", "week 45"));
        program.ok("nightly", "--date", DAY);

        try (var records = new Records(database.open())) {
            try (var change = records.change("quittance.work_use", "billed", "39", "contract = 'CT-1001-NL'")) {
                assertThat(program.run("check").out()).contains("I-35", "39, its documents 40");
            }
            try (var change = records.change("quittance.time_sheet", "quantity", "36", "contract = 'CT-1001-NL'")) {
                assertThat(program.run("check").out()).contains("I-36", "40 billed, 36 approved");
            }
            records.execute(
                    "insert into quittance.time_sheet (contract, name, revision, unit, period_from, period_to, quantity,"
                            + " status, approved_by, approved_on, file, line) select contract, 'HUR x', 1, unit, period_to, period_to, 8,"
                            + " status, approved_by, approved_on, file, 3 from quittance.time_sheet");
            assertThat(program.run("check").out()).contains("I-37", "share days");
            records.execute("delete from quittance.time_sheet where name = 'HUR x'");
        }
        assertThat(program.ok("check")).isEmpty();
    }

    private static String week(String hours, int revision, String status) {
        String by = status.equals("SUBMITTED") ? "," : "mira,2026-11-10";
        return "CT-1001-NL,HUR,2026-11-02,2026-11-08," + hours + ",,,," + status + "," + by + "," + revision + "\n";
    }

    private static String invoice(String number, String hours, String description) {
        return row("invoice", number, hours, description, "");
    }

    private static String row(String kind, String number, String hours, String description, String preceding) {
        BigDecimal net = new BigDecimal(hours).multiply(new BigDecimal("92.50")).setScale(2);
        BigDecimal vat = net.multiply(new BigDecimal("0.21")).setScale(2, RoundingMode.HALF_UP);
        BigDecimal gross = net.add(vat);
        return String.join(
                        ",",
                        List.of(
                                kind,
                                number,
                                "2026-11-16",
                                "2026-11-08",
                                "2026-12-16",
                                "NL-BV",
                                "C1001",
                                "Jansen Softwarebouw B.V.",
                                "NL811402666B01",
                                "CT-1001-NL",
                                "",
                                "EUR",
                                "1",
                                description,
                                hours,
                                "92.50",
                                net.toString(),
                                "S",
                                "21",
                                vat.toString(),
                                net.toString(),
                                vat.toString(),
                                gross.toString(),
                                gross.toString(),
                                "NL88TEST0417001010",
                                "TESTNL2A",
                                "",
                                preceding,
                                "HUR",
                                "2026-11-02",
                                "2026-11-08"))
                + "\n";
    }

    private void drop(String name, String text) throws IOException {
        Path file = home.resolve("inbox").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
