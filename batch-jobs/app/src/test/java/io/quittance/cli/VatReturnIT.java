package io.quittance.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quittance.cli.Program.Result;
import io.quittance.report.xlsx.WorkbookDump;
import io.quittance.testkit.database.DatabaseTest;
import io.quittance.testkit.database.OnEveryServer;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
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

/** A return from its entries to its closing, and what comes too late. The tests are one story, in their order. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@DatabaseTest
@OnEveryServer
class VatReturnIT {

    private static final String DAY = "2026-11-24";
    private static final String HEADER = """
            document_type,invoice_number,invoice_date,supply_date,due_date,entity,contractor,contractor_name,\
            contractor_vat_id,contract,purchase_reference,currency,line_number,description,quantity,unit_price,\
            net_amount,vat_category,vat_rate,vat_amount,invoice_net,invoice_vat,invoice_gross,amount_due,\
            payee_account,payee_bic,payment_reference,preceding_invoice
            """;
    /** Third quarter in London: 99.50. */
    private static final String IN_SEPTEMBER = HEADER + """
            invoice,T-1,2026-09-20,2026-09-15,2026-11-24,GB-LTD,C1101,Thornbury Data Ltd,GB418002732,CT-1101-GB,,GBP,1,Work,1,99.50,99.50,S,20,19.90,\
            99.50,19.90,119.40,119.40,GB60TEST60921041710101,TESTGB2L,,
            """;
    /** Received in October: 100.00 taxed at home. */
    private static final String IN_OCTOBER = HEADER + """
            invoice,A-1,2026-10-31,2026-10-31,2026-11-24,NL-BV,C1001,Jansen Softwarebouw B.V.,NL811402666B01,CT-1001-NL,,EUR,1,Work,1,100.00,100.00,S,21,21.00,\
            100.00,21.00,121.00,121.00,NL88TEST0417001010,TESTNL2A,,
            """;
    /**
     * October: 100.90 from Germany, which needs no invoice in hand. November: 200.00 at home, and 10.00 that were performed in October,
     * but nobody held the invoice then.
     */
    private static final String IN_TIME = HEADER + """
            invoice,A-3,2026-11-02,2026-10-31,2026-11-24,NL-BV,C1001,Jansen Softwarebouw B.V.,NL811402666B01,CT-1001-NL,,EUR,1,Work,1,10.00,10.00,S,21,2.10,\
            10.00,2.10,12.10,12.10,NL88TEST0417001010,TESTNL2A,,
            invoice,A-2,2026-11-09,2026-11-08,2026-11-24,NL-BV,C1001,Jansen Softwarebouw B.V.,NL811402666B01,CT-1001-NL,,EUR,1,Work,2,100.00,200.00,S,21,42.00,\
            200.00,42.00,242.00,242.00,NL88TEST0417001010,TESTNL2A,,
            invoice,B-1,2026-11-03,2026-10-31,2026-11-24,NL-BV,C1011,Brandt & Köhler GmbH,DE299144070,CT-1011-NL,,EUR,1,Work,1,100.90,100.90,AE,0,0.00,\
            100.90,0.00,100.90,100.90,DE25999000100417011006,TESTDEFF,,
            """;
    /** October again, and its credit: after the return of October was closed. */
    private static final String LATE = HEADER + """
            invoice,B-2,2026-11-05,2026-10-31,2026-11-24,NL-BV,C1012,Friederike Sommer,DE301551262,CT-1012-NL,,EUR,1,Work,1,10.05,10.05,AE,0,0.00,\
            10.05,0.00,10.05,10.05,DE45999000100417012004,TESTDEFF,,
            """;

    private Path home;
    private Path config;
    private Program program;
    private NightDatabase database;
    private String closed = "";

    @BeforeAll
    void assessed(@TempDir Path folder) throws IOException {
        home = folder.resolve("workspace");
        config = folder.resolve("config");
        copy("config", config);
        Files.writeString(
                config.resolve("tax/return-periods.csv"),
                "RP-GB-2,GB-LTD,GB,TWO_MONTHS,2,2026-01-01,,2026-11-26,invented,high\n",
                StandardOpenOption.APPEND);
        copy("fixtures/demo/inbox/rates", home.resolve("inbox/rates"));
        database = NightDatabase.onTestServer(home, folder);
        program = new Program(home, config, database.options());
        take("in-september.csv", IN_SEPTEMBER, "2026-09-21");
        take("in-october.csv", IN_OCTOBER, "2026-10-31");
        take("in-time.csv", IN_TIME, DAY);
    }

    @AfterAll
    void close() {
        database.close();
    }

    @Test
    @Order(1)
    void everyFigureGoesFromTheLedgerToTheReturn() {
        assertThat(figures("NL-BV", "2026-10"))
                .containsExactly(
                        "OPEN 2a BASE 0.00 0 0.00 0",
                        "OPEN 2a OUTPUT 0.00 0 0.00 0",
                        "OPEN 4a BASE 0.00 0 0.00 0",
                        "OPEN 4a OUTPUT 0.00 0 0.00 0",
                        "OPEN 4b BASE 100.90 100 -0.90 1",
                        "OPEN 4b OUTPUT 21.19 21 -0.19 1",
                        "OPEN 5a TOTAL 21.19 21 -0.19 0",
                        "OPEN 5b INPUT 42.19 43 0.81 2",
                        "OPEN 5g TOTAL -21.00 -22 -1.00 0",
                        "OPEN net TOTAL -21.00 -22.00 -1.00 0");
        assertThat(figures("GB-LTD", "2026-Q3"))
                .contains(
                        "OPEN 3 TOTAL 0.00 0.00 0.00 0",
                        "OPEN 4 INPUT 19.90 19.90 0.00 1",
                        "OPEN 5 TOTAL 19.90 19.90 0.00 0",
                        "OPEN 7 BASE 99.50 100 0.50 1")
                .hasSize(10);
        assertThat(program.ok("vat", "return", "--entity", "NL-BV", "--period", "2026-Q4", "--json"))
                .contains("\"box\":\"5b\"", "\"ledger\":\"86.29\"", "\"period\":\"2026-Q4\"");
    }

    /** What is listed behind a box adds up to it, in the column of its set. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            # box, base,   output, input, entries
            4b,    100.90, 21.19,  0,     1
            5b,    0,      0,      42.19, 2
            4a,    0,      0,      0,     0
            # of what no row places, and what the form does not ask, there is nothing here
            not sourced, 0, 0,     0,     0
            none,  0,      0,      0,     0
            """)
    @Order(2)
    void theEntriesBehindABoxAddUpToIt(String box, BigDecimal base, BigDecimal output, BigDecimal input, int entries) {
        List<String[]> rows = entries("NL-BV", "2026-10", box);
        assertThat(rows).hasSize(entries);
        assertThat(sum(rows, 10)).isEqualByComparingTo(base);
        assertThat(sum(rows, 11)).isEqualByComparingTo(output);
        assertThat(sum(rows, 12)).isEqualByComparingTo(input);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            vat return --entity NL-BV --period 2026-13                                  |  2 | '2026-13' is no period
            vat return --entity NOBODY --period 2026-10                                 |  2 | there is no entity NOBODY in 2026-10
            vat entries --entity NL-BV --period 2026-10 --box 99                        | 66 | OB of NL has no box 99
            vat entries --entity NL-BV --period 2026-10 --box 5g                        |  2 | Ask for what it is made of: 2a, 4a, 4b, 5b.
            vat return --entity NL-BV --period 2026-10 --jurisdiction XYZ               |  2 | XYZ is no jurisdiction of a return
            tax dac7 --entity NL-BV --year 26                                           |  2 | write four digits
            vat close --entity NL-BV --period 2026-10 --as anna --date 2026-11-24       | 77 | it needs the role approve
            vat close --entity NL-BV --period 2026-Q3 --as ben --date 2026-11-24        |  2 | NL-BV does not file for 2026-Q3, but for 2026-09
            vat close --entity GB-LTD --period 2026-Q3 --as ben --date 2026-11-24       |  2 | GB-LTD does not file for 2026-Q3, but for 2026-08..2026-09
            vat close --entity NL-BV --period 2026-11 --as ben --date 2026-11-24        | 75 | 2026-11 is not over on 2026-11-24
            vat close --entity NL-BV --period 2026-11 --as ben --date 2026-12-01        | 75 | NL-BV has something to declare of 2026-10, which is not closed
            explain vat:NL-BV/2026-10                                                   |  2 | is not vat:ENTITY/PERIOD/BOX
            explain vat:NL-BV/2026-10/99                                                | 66 | has no box 99
            """)
    @Order(3)
    void whatCannotBeDoneSaysWhy(String command, int exit, String says) {
        Result result = program.run(command.strip().split(" "));
        assertThat(result.exit()).as(result.err()).isEqualTo(exit);
        assertThat(result.err()).contains(says);
    }

    /** Killed in mid-assessment: what is done again must find the periods as they were. */
    @Test
    @Order(3)
    void nothingIsClosedWhileAnAssessmentIsHalfDone() throws Exception {
        try (Records records = new Records(database.open());
                Records.Change left = records.change(
                        "quittance.work_set", "state", "'OPEN'", "stage = 'assess' and business_date = '2026-11-24'")) {
            Result result = program.run(close("NL-BV", "2026-10", DAY));
            assertThat(result.exit()).isEqualTo(75);
            assertThat(result.err()).contains("assess was begun and is not done.", "Let 'quittance assess' finish it");
        }
        assertThat(figures("NL-BV", "2026-10")).contains("OPEN 4b BASE 100.90 100 -0.90 1");
    }

    /** Killed in mid-release: what it nets, it will net again. Another entity's release is none of our business. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            # run of, in the way
            NL-BV,    true
            DE-GMBH,  false
            """)
    @Order(3)
    void nothingIsClosedWhileAReleaseOfTheEntityIsHalfDone(String entity, boolean inTheWay) throws Exception {
        String run = entity + "-20261125-01";
        try (Records records = new Records(database.open())) {
            records.execute("""
                    insert into quittance.work_set (id, stage, scope, business_date, sequence, config_digest)
                    select 'release-' || r.run, 'release', r.run, date '2026-11-24', 1, repeat('0', 64) from (values ('%1$s')) r (run);
                    insert into quittance.payment_run (id, work_set, entity, functional, pay_date, sequence, horizon, business_date,
                        proposed_by, state)
                    values ('%1$s', 'release-%1$s', '%2$s', 'EUR', '2026-11-25', 1, '2026-11-25', '2026-11-24', 'anna', 'APPROVED')
                    """.formatted(run, entity));
            try {
                // November has entries, and October before it is open: nothing is closed even when no release is in the
                // way.
                Result result = program.run(close("NL-BV", "2026-11", "2026-12-01"));
                assertThat(result.exit()).as(result.err()).isEqualTo(75);
                assertThat(result.err().contains("the release of " + run + " was begun and is not done"))
                        .isEqualTo(inTheWay);
            } finally {
                records.execute(
                        "delete from quittance.payment_run where id = '%1$s'; delete from quittance.work_set where scope = '%1$s'"
                                .formatted(run));
            }
        }
    }

    @Test
    @Order(4)
    void aClosedReturnIsFrozenAndItsRoundingPosted() {
        Result close = program.run(close("NL-BV", "2026-10", DAY));
        assertThat(close.exit()).as(close.err()).isZero();
        assertThat(close.err()).contains("NL-BV/NL/2026-10 closed by ben on 2026-11-24: 2 entries, digest ");
        assertThat(figures("NL-BV", "2026-10")).contains("CLOSED 4b BASE 100.90 100 -0.90 1");
        closed = program.ok("vat", "return", "--entity", "NL-BV", "--period", "2026-10");
        assertThat(program.ok("list", "postings", "--format", "csv")
                        .lines()
                        .filter(line -> line.contains("VAT_CLOSED"))
                        .map(line -> line.split(","))
                        .map(cells -> cells[6] + " " + cells[9]))
                .containsExactly("6950 -1.00", "2520 1.00");

        assertThat(program.ok("explain", "vat:GB-LTD/2026-08..2026-09/4"))
                .contains("box 4 of VAT100 of GB for 2026-08..2026-09, GB-LTD: OPEN");
        Result again = program.run(close("NL-BV", "2026-10", DAY));
        assertThat(again.exit()).isZero();
        assertThat(again.err()).contains("was already closed by ben");
        assertThat(program.run(close("GB-LTD", "2026-08..2026-09", DAY)).exit()).isZero();
        assertThat(figures("GB-LTD", "2026-08..2026-09"))
                .contains("CLOSED 4 INPUT 19.90 19.90 0.00 1")
                .hasSize(10);
        assertThat(figures("GB-LTD", "2026-B5"))
                .as("September is closed with August")
                .allMatch(figure -> figure.startsWith("PARTLY_CLOSED "));
        assertThat(program.ok("vat", "list", "--kind", "ec-purchases", "--entity", "NL-BV", "--period", "2026-B5"))
                .contains("2026-B5", "DE299144070", "100.90");
        assertThat(program.ok("check")).isEmpty();
    }

    @Test
    @Order(5)
    void whatComesTooLateGoesIntoTheNextPeriodAndSaysFromWhereAndWhy() throws Exception {
        take("late.csv", LATE, DAY);
        assertThat(figures("NL-BV", "2026-11"))
                .contains("OPEN 4b BASE 10.05 10 -0.05 1", "OPEN 5b INPUT 46.21 47 0.79 3");
        assertThat(entries("NL-BV", "2026-11", "4b").stream()
                        .map(row -> row[2] + " " + row[3] + " " + row[5] + " " + row[15]))
                .containsExactly(
                        "2026-10 2026-11 B-2 the return of NL-BV for 2026-10 was closed before the document was assessed");
        assertThat(program.ok("explain", "invoice:NL-BV/C1012/B-2"))
                .contains(
                        "goes into the return of 2026-11, not into 2026-10: the return of NL-BV for 2026-10 was closed")
                .contains("base [4b], output [4b], input [5b] (row BX-NL-EU_SERVICE_RC");
        assertThat(program.ok("tax", "explain", "invoice:NL-BV/C1012/B-2", "--json"))
                .contains(
                        "\"period\":\"2026-11 instead of 2026-10: the return of NL-BV for 2026-10 was closed before the document was assessed\"");
        assertThat(program.ok("explain", "vat:NL-BV/2026-11/4b"))
                .contains("box 4b of OB of NL for 2026-11, NL-BV: OPEN")
                .contains("ledger 10.05 of 1 entries, difference -0.05")
                .contains("2026-10-31 C1012 B-2 EU_SERVICE_RC at 21 %: base 10.05, output 2.11 EUR")
                .contains("late: the return of NL-BV for 2026-10 was closed");
        try (Records records = new Records(database.open())) {
            assertThat(records.rows("select from_period, to_period, base, output, input from quittance.list_late_vat"))
                    .containsExactly("2026-10-01 2026-11-01 10.05 2.11 2.11");
        }
        assertThat(program.ok("vat", "return", "--entity", "NL-BV", "--period", "2026-10"))
                .isEqualTo(closed);
        assertThat(program.ok("check")).isEmpty();
    }

    /** Rows recorded later change what is open, and nothing that is closed. */
    @Test
    @Order(6)
    void aClosedPeriodIsNeverComputedAgain() throws IOException {
        Path forms = config.resolve("tax/return-forms.csv");
        String before = Files.readString(forms);
        Files.writeString(
                forms,
                before.replace("[5a] - [5b],1,FAVOUR", "[5a] - [5b],0.01,HALF_UP")
                        .replace("input tax,,1,FAVOUR", "input tax,,0.01,HALF_UP"));

        assertThat(figures("NL-BV", "2026-11")).contains("OPEN 5b INPUT 46.21 46.21 0.00 3");
        assertThat(program.ok("vat", "return", "--entity", "NL-BV", "--period", "2026-10"))
                .isEqualTo(closed);
        Files.writeString(forms, before);
    }

    /** Months until October, a quarter since: part of the quarter is declared already. */
    @Test
    @Order(6)
    void aReturnThatSpeaksOfAClosedMonthAgainIsRefused() throws IOException {
        Path periods = config.resolve("tax/return-periods.csv");
        String before = Files.readString(periods);
        Files.writeString(periods, before + "RP-NL-BV,NL-BV,NL,QUARTER,1,2026-11-01,,2026-11-26,invented,high\n");

        Result result = program.run(close("NL-BV", "2026-Q4", "2027-01-04"));
        assertThat(result.exit()).as(result.err()).isEqualTo(78);
        assertThat(result.err()).contains("the return NL-BV/NL/2026-10 is closed and speaks of a part of 2026-Q4");
        assertThat(figures("NL-BV", "2026-Q4")).allMatch(figure -> figure.startsWith("PARTLY_CLOSED "));
        Files.writeString(periods, before);
    }

    /** The last door: whoever writes it. August had no entries and nobody closed it, but October is closed. */
    @ParameterizedTest
    @CsvSource({"2026-10-01", "2026-08-01"})
    @Order(7)
    void nothingEntersAClosedPeriod(String month) throws Exception {
        try (Records records = new Records(database.open())) {
            assertThatThrownBy(() -> records.execute("""
                            insert into quittance.vat_entry
                            select (jsonb_populate_record(v, jsonb_build_object('id', gen_random_uuid(), 'position', 99,
                                'period', '%1$s', 'due_period', '%1$s'))).*
                            from quittance.vat_entry v where v.period = date '2026-10-01'
                            """.formatted(month)))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("belongs into a later period: the return NL-BV/NL/2026-10 is closed");
            assertThat(records.one("select quittance.first_open_month('NL-BV', 'NL', '" + month + "')"))
                    .isEqualTo("2026-11-01");
        }
    }

    @Test
    @Order(8)
    void theTiesHold() {
        program.ok("reconcile", "--date", DAY, "--as", "anna");
        List<String> ties =
                program.ok("list", "ties", "--format", "csv").lines().skip(1).toList();
        assertThat(ties).allMatch(tie -> tie.endsWith(",true"));
        assertThat(ties.stream().filter(tie -> tie.startsWith("T-4")).map(VatReturnIT::tie))
                .containsExactly(
                        "T-41 GB-LTD GBP 19.90 19.90",
                        "T-41 NL-BV EUR 65.10 65.10",
                        "T-42 GB-LTD GBP 0.00 0.00",
                        "T-42 NL-BV EUR 21.19 21.19",
                        "T-43 GB-LTD GBP 19.90 19.90",
                        "T-43 NL-BV EUR 42.19 42.19",
                        "T-44 GB-LTD GBP 0.00 0.00",
                        "T-44 NL-BV EUR -1.00 -1.00");
    }

    /** The month in which the returns were closed, with every figure by formula. */
    @Test
    @Order(8)
    void theWorkbookOfTheMonthHasTheReturns() throws IOException {
        program.ok("report", "--date", DAY, "--as", "anna");
        Path book;
        try (Stream<Path> files = Files.walk(home.resolve("reports"))) {
            book = files.filter(file -> file.getFileName().toString().matches(".*2026-11.*\\.xlsx"))
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
        }
        List<String> cells;
        try (var xlsx = Files.newInputStream(book)) {
            cells = WorkbookDump.of(xlsx);
        }
        assertThat(cells)
                .anyMatch(cell -> cell.matches("Returns!A\\d+ .*NL-BV/NL/2026-10.*"))
                .anyMatch(cell -> cell.matches("Returns!H\\d+ formula SUMIFS\\(ReturnParts_Amount,.* 42.19"))
                .anyMatch(cell -> cell.matches("Checks!A\\d+ .*T17.*"))
                .anyMatch(cell -> cell.matches("Checks!C1 formula .* = truth true"))
                .noneMatch(cell -> cell.contains("text FAIL"));
        String keep = System.getProperty("quittance.returns.book", "");
        if (!keep.isEmpty()) {
            Files.copy(book, Path.of(keep), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String tie(String line) {
        String[] cells = line.split(",");
        return String.join(
                " ", cells[0], cells[1], cells[cells.length - 4], cells[cells.length - 3], cells[cells.length - 2]);
    }

    /** A checker that never fires proves nothing. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            update quittance.vat_entry set base_boxes = '4b 4b' where treatment = 'EU_SERVICE_RC'              | I-50 |
            update quittance.vat_entry set output_boxes = '4a 4b' where treatment = 'EU_SERVICE_RC'            | I-50 |
            update quittance.vat_entry set input_boxes = '' where treatment = 'DOMESTIC_TAXABLE'               | I-50 |
            update quittance.vat_entry set box_row = null                                                      | I-50 |
            update quittance.vat_return set entries = entries + 1 where entity = 'NL-BV'                       | I-51 |
            delete from quittance.vat_return_entry                                                             | I-51 |
            update quittance.vat_return_entry set return_id = 'GB-LTD/GB/2026-08..2026-09'                              | I-51 |
            update quittance.vat_entry set period = '2026-10-01', due_period = null, moved_because = null      | I-51 | T-42 T-43
            update quittance.vat_entry set base_minor = base_minor + 1 where period = '2026-10-01'             | I-52 |
            update quittance.vat_entry set input_minor = input_minor + 1 where period = '2026-10-01'           | I-52 | T-43
            update quittance.vat_return_line set ledger = ledger + 0.01 where box = '4b' and kind = 'OUTPUT'   | I-52 | T-42 T-44
            update quittance.vat_return_line set ledger = ledger + 0.01 where box = 'net' and return_id like 'NL%' | I-52 |
            update quittance.vat_entry set due_period = '2026-11-01', period = '2026-12-01' where moved_because is not null | I-53 |
            update quittance.vat_entry set due_period = null, period = '2026-08-01', moved_because = null where moved_because is not null | I-53 |
            update quittance.vat_entry set period = '2026-10-01', due_period = '2026-10-01' where period = '2026-11-01' and moved_because is null | I-44 |
            update quittance.vat_entry set period = '2027-01-01' where moved_because is not null               | I-53 |
            update quittance.vat_return set last_day = '2026-10-30' where entity = 'NL-BV'                     | I-71 |
            update quittance.vat_return set period = '2026-B4' where entity = 'GB-LTD'                         | I-71 |
            update quittance.vat_return set period = '2026-08..2026-10' where entity = 'GB-LTD'                | I-71 |
            update quittance.vat_return_line set kind = 'WITHHELD' where box = '5b'                            | I-71 | T-43 T-44
            update quittance.vat_return set rounding_minor = rounding_minor + 1 where entity = 'NL-BV'         | I-54 |
            update quittance.vat_return_line set declared = declared + 0.19 where box = '4b' and kind = 'OUTPUT' | I-00 | T-44
            update quittance.vat_entry set charged_minor = charged_minor + 1 where currency = 'GBP'            | I-00 | T-41
            update quittance.invoice set vat_minor = vat_minor + 1 where number = 'A-1'                        | I-00 | T-41
            """)
    @Order(9)
    void whatIsWrongIsSeen(String loss, String invariant, String ties) throws Exception {
        try (Records records = new Records(database.open())) {
            records.execute("begin");
            records.execute(loss);
            if (!invariant.equals("I-00")) {
                assertThat(records.rows(text("checks/" + invariant + ".sql"))).isNotEmpty();
            }
            if (ties != null) {
                assertThat(records.rows("select id from (" + text("ties.sql") + ") t where expected <> actual"))
                        .contains(ties.split(" "));
            }
            records.execute("rollback");
        }
    }

    /** Tax that waits for its payment goes into a box of the form, later: the form does ask about it. */
    @Test
    @Order(10)
    void taxThatWaitsIsNotBesideTheForm() throws Exception {
        try (Records records = new Records(database.open());
                Records.Change change = records.change(
                        "quittance.vat_entry",
                        "input_minor",
                        "0",
                        "ctid = (select min(ctid) from quittance.vat_entry where treatment = 'DOMESTIC_TAXABLE'"
                                + " and base_boxes = '' and period = '2026-11-01')")) {
            assertThat(figures("NL-BV", "2026-11")).noneMatch(figure -> figure.startsWith("OPEN none "));
            assertThat(entries("NL-BV", "2026-11", "none")).isEmpty();
        }
    }

    /** Nothing places an entry any more that was assessed before its row was there: whoever closes the return answers for it. */
    @Test
    @Order(11)
    void whatNoRowPlacedIsDeclaredByHand() throws Exception {
        try (Records records = new Records(database.open())) {
            records.execute(
                    "update quittance.vat_entry set box_row = null, base_boxes = '', output_boxes = '', input_boxes = ''"
                            + " where entity = 'NL-BV' and treatment = 'EU_SERVICE_RC' and period = '2026-11-01'");
            Result open = program.run("vat", "return", "--entity", "NL-BV", "--period", "2026-11", "--format", "csv");
            assertThat(open.exit()).as(open.err()).isEqualTo(20);
            Result refused = program.run(close("NL-BV", "2026-11", "2026-12-01"));
            assertThat(refused.exit()).isEqualTo(20);
            assertThat(refused.err()).contains("no row said which when it was entered", "close with --by-hand");

            String[] byHand = Stream.concat(Stream.of(close("NL-BV", "2026-11", "2026-12-01")), Stream.of("--by-hand"))
                    .toArray(String[]::new);
            Result done = program.run(byHand);

            assertThat(done.exit()).as(done.err()).isZero();
            assertThat(figures("NL-BV", "2026-11")).anyMatch(figure -> figure.startsWith("CLOSED not sourced OUTPUT "));
            assertThat(
                            records.rows(
                                    "select detail from quittance.audit_event where action = 'vat.close' order by id desc limit 1"))
                    .singleElement()
                    .asString()
                    .contains("declared by hand: OUTPUT of ", "EU_SERVICE_RC is in no box of OB");
            assertThat(program.ok("check")).isEmpty();
            assertThat(records.rows(
                            "select id || ' ' || scope from (" + text("ties.sql") + ") t where expected <> actual"))
                    .isEmpty();
        }
    }

    private static String text(String resource) throws IOException {
        return Files.readString(
                Program.root().resolve("batch-jobs/app/src/main/resources").resolve(resource));
    }

    private List<String> figures(String entity, String period) {
        return program.ok("vat", "return", "--entity", entity, "--period", period, "--format", "csv")
                .lines()
                .skip(1)
                .map(line -> line.split(","))
                .map(cells -> {
                    int last = cells.length;
                    return String.join(
                            " ",
                            cells[4],
                            cells[6],
                            cells[7],
                            cells[last - 4],
                            cells[last - 3],
                            cells[last - 2],
                            cells[last - 1]);
                })
                .toList();
    }

    private List<String[]> entries(String entity, String period, String box) {
        return program.ok("vat", "entries", "--entity", entity, "--period", period, "--box", box, "--format", "csv")
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
    }

    private static BigDecimal sum(List<String[]> rows, int column) {
        return rows.stream()
                .map(row -> row[column])
                .filter(amount -> !amount.isEmpty())
                .map(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static String[] close(String entity, String period, String date) {
        return new String[] {"vat", "close", "--entity", entity, "--period", period, "--as", "ben", "--date", date};
    }

    private void take(String name, String invoices, String day) throws IOException {
        Path inbox = Files.createDirectories(home.resolve("inbox/invoices"));
        Files.writeString(inbox.resolve(name), invoices);
        for (String stage : List.of("intake", "assess")) {
            program.ok(stage, "--date", day, "--as", "anna");
        }
        assertThat(program.ok("invoice", "list", "--format", "csv").lines().skip(1))
                .as("what is held would prove nothing")
                .allMatch(line -> Arrays.asList(line.split(",")).contains("ACCEPTED"));
    }

    private static void copy(String from, Path to) throws IOException {
        Path source = Program.root().resolve(from);
        try (Stream<Path> tree = Files.walk(source)) {
            for (Path path : tree.toList()) {
                Path target = to.resolve(source.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }
}
