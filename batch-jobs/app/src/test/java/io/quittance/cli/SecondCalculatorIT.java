package io.quittance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.testkit.database.DatabaseTest;
import io.quittance.testkit.database.OnEveryServer;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
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

/**
 * The demo's day, calculated by the engine and again by SQL: they agree to the minor unit. Then somebody's hand changes one
 * figure at a time, on the engine's side, on that of the rules and on that of the documents, and each time a check tells.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@DatabaseTest
@OnEveryServer
class SecondCalculatorIT {

    private static final String DAY = "2026-11-24";
    private static final String RUN = "NL-BV-20261125-01";
    private static final Path DEMO = Program.root().resolve("fixtures/demo/inbox");

    private Path config;
    private NightDatabase database;
    private Program program;
    private Records records;

    @BeforeAll
    void night(@TempDir Path folder) throws IOException, SQLException {
        Path home = folder.resolve("home");
        config = folder.resolve("config");
        lay(Program.root().resolve("config"), config);
        lay(DEMO, home.resolve("inbox"));
        singaporeLikeSouthAfrica();
        database = NightDatabase.onTestServer(home, folder);
        program = new Program(home, config, database.options());
        program.ok("nightly", "--date", DAY, "--as", "anna");
        records = new Records(database.open());
    }

    /** The entity in Singapore deducts 60 %, and its rule assesses the other part only: amounts in several currencies. */
    private void singaporeLikeSouthAfrica() throws IOException {
        Path entities = config.resolve("register/entities.csv");
        Files.writeString(entities, Files.readString(entities).replace("202104418R,,100,", "202104418R,,60,"));
        Path rules = config.resolve("tax/treatment-rules.csv");
        Files.writeString(
                rules,
                Files.readString(rules)
                        .lines()
                        .map(row -> row.startsWith("TR-072,")
                                ? row.replace("PARTIAL,PAYER,,,", "PARTIAL,PAYER,,NON_DEDUCTIBLE,")
                                : row)
                        .collect(Collectors.joining("\n", "", "\n")));
    }

    @AfterAll
    void close() throws SQLException {
        records.close();
        database.close();
    }

    @Test
    @Order(1)
    void bothCalculatorsAgreeOnEveryFigureOfEveryEntity() throws Exception {
        assertThat(program.ok("check")).isEmpty();
        assertThat(ties("true"))
                .as("entities that bought something")
                .contains("T-12 GB-LTD GBP", "T-12 NL-BV EUR", "T-12 SG-PTE SGD", "T-13 NL-BV EUR", "T-14 NL-BV EUR")
                .noneMatch(tie -> tie.endsWith("OFF"));
        assertThat(records.one("select count(*) = (select count(*) from quittance.vat_entry) from quittance.tax_again"))
                .isEqualTo("t");
        assertThat(records.one(
                        "select bool_and(base_minor <> 0) and bool_or(output_minor <> 0) and bool_or(input_minor < 0)"
                                + " from quittance.tax_again"))
                .isEqualTo("t");
    }

    /** "To the extent": 40 % of the base bears the tax, nothing of it is deducted, and SQL comes to the same. */
    @Test
    @Order(2)
    void theShareOfABaseIsReckonedTwice() throws Exception {
        assertThat(records.one("""
                select count(*) >= 5 and count(distinct i.currency) >= 3 and bool_and(v.input_minor = 0 and v.output_minor > 0)
                       and bool_and(v.non_recoverable_minor = v.output_minor)
                from quittance.vat_entry v join quittance.invoice i on i.id = v.invoice
                where v.treatment_rule = 'TR-072' and v.base_minor > 0
                """)).isEqualTo("t");
        assertThat(records.one("select sum(base_minor) from quittance.vat_entry where treatment_rule = 'TR-072'"))
                .isEqualTo(records.one("select sum(a.base_minor) from quittance.tax_again a join quittance.vat_entry v"
                        + " using (invoice, position) where v.treatment_rule = 'TR-072'"));
    }

    /** Why 21 %: the entry names a row, and the row stands in the database with its source, whatever becomes of the file. */
    @Test
    @Order(2)
    void everyRowThatACalculationUsedIsStoredWithIt() throws Exception {
        assertThat(records.rows("""
                select distinct v.rate_row, r.cells ->> 'rate_percent', r.cells ->> 'confidence'
                from quittance.vat_entry v join quittance.rule r on r.sheet = 'rates' and r.id = v.rate_row
                where v.entity in ('NL-BV', 'GB-LTD') order by 1
                """)).contains("NL-STANDARD-20121001 21 high", "GB-STANDARD-20110104 20 high");
        assertThat(records.rows("select distinct sheet from quittance.rule_row order by 1"))
                .contains("rates", "territories", "treatment-rules");
        assertThat(program.ok("nightly", "--date", DAY, "--as", "anna")).doesNotContain("assess-20261124-02");
    }

    @ParameterizedTest(name = "{0}.{1} = {2}: {4}")
    @Order(3)
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            vat_entry   | base_minor            | base_minor + 1            | treatment = 'EU_SERVICE_RC' and entity = 'NL-BV'   | I-55 T-12
            vat_entry   | output_minor          | output_minor + 1          | treatment = 'EU_SERVICE_RC' and entity = 'NL-BV'   | I-55 I-59 I-60 T-13
            vat_entry   | input_minor           | input_minor - 1           | treatment = 'DOMESTIC_TAXABLE' and entity = 'NL-BV' | I-55 I-59 T-14
            vat_entry   | non_recoverable_minor | non_recoverable_minor + 1 | treatment = 'DOMESTIC_TAXABLE' and entity = 'NL-BV' | I-55 I-57 T-15
            vat_entry   | input_minor           | -input_minor              | treatment = 'DOMESTIC_TAXABLE' and entity = 'GB-LTD' and base_minor > 0 | I-55 I-59 I-61 T-14
            vat_entry   | currency              | 'USD'                     | treatment = 'DOMESTIC_TAXABLE' and entity = 'GB-LTD' | I-55 I-62 T-12
            vat_entry   | rate                  | rate + 1                  | treatment = 'DOMESTIC_TAXABLE' and entity = 'NL-BV' and base_minor > 10000 | I-56 I-64
            vat_entry   | jurisdiction          | 'DE'                      | treatment = 'DOMESTIC_TAXABLE' and entity = 'NL-BV' | I-64
            vat_entry   | treatment             | 'DOMESTIC_TAXABLE'        | treatment = 'EU_SERVICE_RC' and entity = 'NL-BV' | I-55 I-60 I-64 T-13
            vat_entry   | journal               | gen_random_uuid()         | treatment = 'EU_SERVICE_RC' and entity = 'NL-BV' | I-58 I-59
            rule_row    | cells                 | jsonb_set(cells, '{rate_percent}', '"22"') | sheet = 'rates' and id like 'NL-STANDARD-2012%' | I-55 I-64 T-13
            vat_entry   | base_boxes            | 'XX'                      | treatment = 'EU_SERVICE_RC' and entity = 'NL-BV' | I-60 T-16
            vat_entry   | input_boxes           | '4b'                      | treatment = 'EU_SERVICE_RC' and entity = 'NL-BV' | I-60 T-16
            vat_entry   | box_row               | 'BX-NL-DOMESTIC_TAXABLE'  | treatment = 'EU_SERVICE_RC' and entity = 'NL-BV' | I-60 T-16
            rule_row    | cells                 | jsonb_set(cells, '{base_boxes}', '"4a"') | id = 'BX-NL-EU_SERVICE_RC' | I-60 T-16
            rule_row    | cells                 | jsonb_set(cells, '{percent}', '50') | sheet = 'recovery-rules' and id = 'RR-ALL-90' | I-55 T-14 T-15
            vat_entry   | treatment_rule        | 'TR-999'                  | treatment = 'EU_SERVICE_RC' and entity = 'NL-BV' | I-64
            rule_row    | cells                 | jsonb_set(cells, '{outcome}', '"OUT_OF_SCOPE"') | sheet = 'treatment-rules' and id = (select min(treatment_rule) from quittance.vat_entry where treatment = 'EU_SERVICE_RC') | I-64
            rule_row    | cells                 | jsonb_set(cells, '{rate_class}', '"REDUCED"') | sheet = 'treatment-rules' and id = (select min(treatment_rule) from quittance.vat_entry where treatment = 'EU_SERVICE_RC') | I-64
            rule_row    | cells                 | jsonb_set(cells, '{category}', '"REDUCED"') | sheet = 'rates' and id like 'NL-STANDARD-2012%' | I-64
            rule_row    | cells                 | jsonb_set(cells, '{base_share}', '""') | sheet = 'treatment-rules' and id = 'TR-072' | I-55 T-12 T-13
            rule_row    | cells                 | jsonb_set(cells, '{base_share}', '"NON_DEDUCTIBLE"') | sheet = 'treatment-rules' and id = (select min(treatment_rule) from quittance.vat_entry where treatment = 'EU_SERVICE_RC') | I-55 T-12 T-13
            rule_row    | cells                 | jsonb_set(cells, '{mode}', '"UP"') | sheet = 'rounding-policies' and id = 'RP-NL-10' | I-55 T-13
            rule_row    | cells                 | jsonb_set(cells, '{valid_from}', '"2026-12-01"') | sheet = 'rates' and id like 'NL-STANDARD-2012%' | I-64
            tax_party   | recovery_percent      | 50                        | payer_vat_country = 'NL' and supplier_vat_country = 'NL' and supplier_standing = 'REGISTERED' | I-55 T-14 T-15
            tax_party   | supplier_vat_country  | 'US'                      | payer_vat_country = 'NL' and supplier_vat_country = 'DE' | I-64
            tax_party   | supplier_vat_id       | null                      | payer_vat_country = 'NL' and supplier_vat_country = 'DE' | I-63
            invoice_vat | base_minor            | base_minor + 100          | category = 'S' and base_minor > 10000 | I-55 I-56 T-12
            invoice_vat | tax_minor             | tax_minor + 100           | category = 'AE' | I-55 I-56 T-14
            conversion  | path                  | replace(path, '2026-11', '2026-12') | purpose = 'VAT' and path like 'ECB EUR/USD 2026-11%' | I-62
            conversion  | path                  | replace(path, ' 1.', ' 2.') | purpose = 'VAT' and path like 'ECB EUR/USD 2026-11%' and position = 2 and invoice in (select invoice from quittance.vat_entry) | I-55 I-62 T-12
            """)
    void whatSomebodyChangedIsTold(String table, String column, String value, String where, String expected)
            throws Exception {
        String one = where(table, where);
        try (var change = records.change("quittance." + table, column, value, one)) {
            Program.Result check = program.run("check");
            assertThat(check.exit()).as(check.err()).isEqualTo(20);
            List<String> wanted = List.of(expected.split(" "));
            assertThat(wanted)
                    .filteredOn(id -> id.startsWith("I-"))
                    .allMatch(id -> check.out().contains(id + " "));
            List<String> off =
                    ties("true").stream().filter(tie -> tie.endsWith("OFF")).toList();
            assertThat(wanted)
                    .filteredOn(id -> id.startsWith("T-"))
                    .allMatch(id -> off.stream().anyMatch(tie -> tie.startsWith(id)), "of " + off);
        }
        assertThat(program.ok("check")).isEmpty();
    }

    /** 40 cents beyond our own figure are no rounding where the law knows cents; in Hungary whole forints are. */
    @ParameterizedTest
    @Order(3)
    @CsvSource({"NL, true", "HU, false"})
    void aRoundingIsAsCoarseAsTheLawOfTheSupplier(String supplier, boolean told) throws Exception {
        String entry =
                "(select id from quittance.vat_entry where entity = 'NL-BV' and treatment = 'DOMESTIC_TAXABLE' and base_minor > 10000 limit 1)";
        records.execute("begin");
        records.execute(
                "update quittance.invoice set currency = 'HUF' where id = (select invoice from quittance.vat_entry where id = "
                        + entry + ")");
        records.execute("update quittance.tax_party set supplier_vat_country = '" + supplier
                + "' where invoice = (select invoice from quittance.vat_entry where id = " + entry + ")");
        records.execute("update quittance.vat_entry set rounding_minor = 40 where id = " + entry);
        assertThat(records.rows(text("I-42")).stream().anyMatch(row -> row.contains(": 40 of rounding")))
                .isEqualTo(told);
        records.execute("rollback");
    }

    /** An entry that is older than the records of rules excuses its own rows, and nobody else's. */
    @ParameterizedTest
    @Order(3)
    @CsvSource(delimiter = '|', textBlock = """
            NL-BV  | row RP-GONE of rounding-policies was used
            GB-LTD |
            """)
    void whatIsOldExcusesItself(String used, String told) throws Exception {
        records.execute("begin");
        records.execute(
                "insert into quittance.vat_entry_unrepeatable select distinct invoice from quittance.vat_entry where entity = 'GB-LTD'");
        records.execute("update quittance.vat_entry set rounding_row = 'RP-GONE' where entity = '" + used + "'");
        assertThat(records.rows(text("I-64")).stream()
                        .filter(row -> row.contains("RP-GONE"))
                        .toList())
                .hasSize(told == null ? 0 : 1)
                .allMatch(row -> row.startsWith(told));
        records.execute("rollback");
    }

    /** A territory that was corrected: what was recorded last speaks, wherever it stands. */
    @ParameterizedTest
    @Order(3)
    @CsvSource({"2026-12-01, XX, true", "1990-01-01, XX, false"})
    void aCorrectedTerritorySpeaks(String recordedAt, String area, boolean told) throws Exception {
        records.execute("begin");
        records.execute("""
                insert into quittance.rule_row (sheet, id, recorded_at, revision, cells, work_set)
                select sheet, 'VT-0', '%1$s', 1, cells || jsonb_build_object('id', 'VT-0', 'recorded_at', '%1$s', 'vat_area', '%2$s',
                    'group', '%2$s', 'valid_from', ''), work_set
                from quittance.rule_row where sheet = 'territories' and cells ->> 'territory' = 'DE' limit 1
                """.formatted(recordedAt, area));
        assertThat(records.rows(text("I-64")).stream().anyMatch(row -> row.contains("EU_SERVICE_RC between DE and NL")))
                .isEqualTo(told);
        records.execute("rollback");
    }

    @Test
    @Order(4)
    void servicesFromOtherMemberStatesAreListedAsTheyAreDeclared() throws Exception {
        String list = program.ok(
                "vat", "list", "--kind", "ec-purchases", "--entity", "NL-BV", "--period", "2026-11", "--format", "csv");
        assertThat(list.lines().findFirst())
                .contains("entity,period,country,vat_id,documents,base,self-assessed_tax,currency");
        assertThat(list.lines().skip(1)).isNotEmpty().allMatch(row -> row.startsWith("NL-BV,2026-11,"));
        assertThat(total(list, 5)).isEqualTo(new BigDecimal(records.one("""
                select sum(quittance.amount(base_minor, currency)) from quittance.vat_entry
                where entity = 'NL-BV' and treatment = 'EU_SERVICE_RC' and period = '2026-11-01'
                """)));
        String quarter = program.ok(
                "vat", "list", "--kind", "ec-purchases", "--entity", "NL-BV", "--period", "2026-Q4", "--format", "csv");
        assertThat(total(quarter, 5)).isGreaterThanOrEqualTo(total(list, 5));
        assertThat(program.ok("vat", "list", "--kind", "ec-purchases", "--entity", "GB-LTD", "--period", "2026-11"))
                .as("no Member State declares to another from London")
                .hasLineCount(1);
    }

    @ParameterizedTest(name = "{0}")
    @Order(4)
    @CsvSource(delimiter = '|', textBlock = """
            vat list --kind ec-purchases --entity NL-BV --period 2026-13 | is no period: write 2026-11, 2026-B6, 2026-Q4, 2026-H2, 2026 or 2026-02..2026-04
            vat list --kind ec-purchases --entity NL-BW --period 2026-11 | the register has no entity NL-BW
            vat list --kind es-purchases --entity NL-BV --period 2026-11 | es-purchases
            tax dac7 --entity NL-BW --year 2026                         | the register has no entity NL-BW
            """)
    void aMistypedQuestionIsNotAnsweredByNothing(String command, String says) {
        Program.Result refused = program.run(command.split(" "));
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).contains(says);
    }

    /** A released payment is proven by these ties: while the calculators differ, nothing leaves. */
    @Test
    @Order(5)
    void nothingIsPaidWhileTheCalculatorsDiffer() throws Exception {
        program.approve(RUN);
        String where = where("vat_entry", "entity = 'NL-BV' and treatment = 'DOMESTIC_EXEMPT'");
        try (var change = records.change("quittance.vat_entry", "base_minor", "base_minor + 1", where)) {
            Program.Result release = program.run("run", "release", RUN, "--as", "dev", "--date", DAY);
            assertThat(release.exit()).isEqualTo(20);
            assertThat(release.err()).contains("tie T-12 NL-BV fails");
        }
        program.ok("run", "release", RUN, "--as", "dev", "--date", DAY);
    }

    @ParameterizedTest(name = "{1} -> {2}")
    @Order(6)
    @CsvSource(delimiter = '|', textBlock = """
            rates.csv       | NL-STANDARD-20121001,NL,,STANDARD,21, | NL-STANDARD-20121001,NL,,STANDARD,22, | rate_percent "21" and now says "22"
            rates.csv       | NL-STANDARD-20121001,NL,,STANDARD,21,,2012-10-01,,2026-11-23 | NL-STANDARD-20121001,NL,,STANDARD,22,,2012-10-01,,2026-11-25 | recorded_at "2026-11-23" and now says "2026-11-25"
            territories.csv | VT-DE-1958,DE,DE,DE,EU,,,,1958-01-01,, | VT-DE-1958,DE,DE,DE,EU,,,,1958-01-01,2026-11-23, | valid_to "" and now says "2026-11-23"
            rates.csv       | NL-STANDARD-20121001,NL,,STANDARD,21,,2012-10-01,, | NL-STANDARD-20121001,NL,,STANDARD,21,,2012-10-01,2026-10-30, | may end on that day or later
            rates.csv       | NL-STANDARD-20121001,NL,,STANDARD,21,,2012-10-01,, | NL-STANDARD-20121001,NL,,STANDARD,22,,2012-10-01,2026-12-31, | rate_percent "21" and now says "22"
            """)
    void aRowThatChangedUnderItsIdIsRefused(String file, String before, String after, String says) throws Exception {
        Path table = config.resolve("tax").resolve(file);
        String text = Files.readString(table);
        assertThat(text).contains(before);
        try {
            Files.writeString(table, text.replace(before, after));
            Program.Result refused = program.run("nightly", "--date", "2026-11-25", "--as", "anna");
            assertThat(refused.exit()).as(refused.err()).isEqualTo(78);
            assertThat(refused.err())
                    .contains("config/tax/" + file, says, "a correction is a new row with a later recorded_at");
        } finally {
            Files.writeString(table, text);
        }
    }

    /** The rate of one document is that of 15 December, its tax point is of November. */
    @Test
    @Order(6)
    void aRateEndsNotBeforeTheDayWhoseRatesHeld() throws Exception {
        String where = where(
                "tax_dates",
                "invoice in (select invoice from quittance.vat_entry where rate_row = 'NL-STANDARD-20121001')");
        try (var change = records.change("quittance.tax_dates", "exchange_day", "'2026-12-15'", where)) {
            assertThat(ended("rates.csv", "NL-STANDARD-20121001", "", "2026-12-10"))
                    .contains("it was in use on 2026-12-15 and may end on that day or later");
        }
    }

    /** A row that holds from 25 November took entries of before, since it is of the form of the month: it was in use to its end. */
    @Test
    @Order(6)
    void aRowOfBoxesEndsNotBeforeThePeriodWhoseFormItIsOf() throws Exception {
        String where = where("rule_row", "sheet = 'return-boxes' and id = 'BX-NL-EU_SERVICE_RC'");
        try (var change = records.change(
                "quittance.rule_row", "cells", "jsonb_set(cells, '{valid_from}', '\"2026-11-25\"')", where)) {
            assertThat(ended("return-boxes.csv", "BX-NL-EU_SERVICE_RC", "2026-11-25", "2026-11-28"))
                    .contains("it was in use on 2026-11-30 and may end on that day or later");
        }
    }

    /** What the next night says of a row that gets a last day; the file is as it was when it is over. */
    private String ended(String file, String id, String from, String to) throws IOException {
        Path table = config.resolve("tax").resolve(file);
        String text = Files.readString(table);
        List<String> head = List.of(text.lines().findFirst().orElseThrow().split(","));
        String row = text.lines()
                .filter(line -> line.startsWith(id + ","))
                .findFirst()
                .orElseThrow();
        String[] cells = row.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
        if (!from.isEmpty()) {
            cells[head.indexOf("valid_from")] = from;
        }
        cells[head.indexOf("valid_to")] = to;
        try {
            Files.writeString(table, text.replace(row, String.join(",", cells)));
            Program.Result refused = program.run("nightly", "--date", "2026-11-25", "--as", "anna");
            assertThat(refused.exit()).as(refused.err()).isEqualTo(78);
            return refused.err();
        } finally {
            Files.writeString(table, text);
        }
    }

    @Test
    @Order(7)
    void theFileAsItWasIsTakenAgainAndARowOfItsOwnIsAdded() throws Exception {
        long before = Long.parseLong(records.one("select count(*) from quittance.rule_row"));
        Path table = config.resolve("tax/rates.csv");
        String text = Files.readString(table);
        String header = text.lines().findFirst().orElseThrow();
        String row = text.lines()
                .filter(line -> line.startsWith("AD-STANDARD"))
                .findFirst()
                .orElseThrow();
        Files.writeString(table, text + row.replace("AD-STANDARD-START,AD", "ZZ-STANDARD-START,ZZ") + "\n");
        assertThat(header).startsWith("id,country,");
        program.ok("nightly", "--date", "2026-11-25", "--as", "anna");
        assertThat(Long.parseLong(records.one("select count(*) from quittance.rule_row")))
                .isEqualTo(before + 1);
        assertThat(program.ok("check")).isEmpty();
    }

    /** What docs/operating/tax.md tells to do at a change of law: the old row gets its last day, and never another one. */
    @Test
    @Order(8)
    void theLawChangesAndARowEndsOnce() throws Exception {
        long before = Long.parseLong(records.one("select count(*) from quittance.rule_row"));
        Path table = config.resolve("tax/rates.csv");
        String text = Files.readString(table);
        String open = "NL-STANDARD-20121001,NL,,STANDARD,21,,2012-10-01,,";
        String ended = "NL-STANDARD-20121001,NL,,STANDARD,21,,2012-10-01,2026-12-31,";
        assertThat(text).contains(open);
        Files.writeString(table, text.replace(open, ended));
        program.ok("nightly", "--date", "2026-11-25", "--as", "anna");
        assertThat(records.rows("select revision, cells ->> 'valid_to' from quittance.rule_row"
                        + " where id = 'NL-STANDARD-20121001' order by 1"))
                .containsExactly("1 ", "2 2026-12-31");
        assertThat(Long.parseLong(records.one("select count(*) from quittance.rule_row")))
                .isEqualTo(before + 1);
        assertThat(program.ok("check")).isEmpty();
        for (String again : List.of(open, ended.replace("2026-12-31", "2027-01-31"))) {
            Files.writeString(table, text.replace(open, again));
            Program.Result refused = program.run("nightly", "--date", "2026-11-25", "--as", "anna");
            assertThat(refused.exit()).as(refused.err()).isEqualTo(78);
            assertThat(refused.err()).contains("row NL-STANDARD-20121001 was used with valid_to \"2026-12-31\"");
        }
        Files.writeString(table, text.replace(open, ended));
    }

    /** A row of a table whose rows are named, and nobody ever named this one: it may end on any day. */
    @Test
    @Order(8)
    void aRowThatNobodyUsedMayEndInThePast() throws Exception {
        Path table = config.resolve("tax/rates.csv");
        String text = Files.readString(table);
        String row = text.lines()
                .filter(line -> line.startsWith("AD-STANDARD"))
                .findFirst()
                .orElseThrow();
        String[] cells = row.split(",", -1);
        int end = List.of(text.lines().findFirst().orElseThrow().split(",")).indexOf("valid_to");
        assertThat(cells[end]).isEmpty();
        cells[end] = "2025-12-31";
        Files.writeString(table, text.replace(row, String.join(",", cells)));
        program.ok("nightly", "--date", "2026-11-25", "--as", "anna");
        assertThat(records.one(
                        "select max(cells ->> 'valid_to') from quittance.rule_row where id = '" + cells[0] + "'"))
                .isEqualTo("2025-12-31");
    }

    /** Only what left counts, in the quarter in which it left. */
    @Test
    @Order(9)
    void sellersAreReportedWithWhatWasPaidToThem() throws Exception {
        assertThat(total(program.ok("tax", "dac7", "--entity", "NL-BV", "--year", "2026", "--format", "csv"), 8))
                .as("released, not settled: nothing but what was set off to zero")
                .isEqualByComparingTo(BigDecimal.ZERO);
        records.execute("""
                insert into quittance.payment_event (payment, position, work_set, state, on_date, source)
                select id, 90, 'test', 'SETTLED', '2026-11-25', 'test' from quittance.payment where run = '%s'
                """.formatted(RUN));
        String list = program.ok("tax", "dac7", "--entity", "NL-BV", "--year", "2026", "--format", "csv");
        assertThat(list.lines().findFirst())
                .contains(
                        "entity,year,quarter,contractor,kind,country,vat_id,currency,consideration,fees,taxes,activities");
        assertThat(list.lines().skip(1)).allMatch(row -> row.startsWith("NL-BV,2026,4,C1"));
        assertThat(total(list, 8))
                .isEqualTo(new BigDecimal(
                        records.one("select sum(quittance.amount(minor, currency)) from quittance.payment where run = '"
                                + RUN + "'")));
        records.execute("""
                insert into quittance.payment_event (payment, position, work_set, state, on_date, source)
                select id, 91, 'test', 'RETURNED', '2026-11-26', 'test' from quittance.payment where run = '%s' and contractor = 'C1001'
                """.formatted(RUN));
        assertThat(program.ok("tax", "dac7", "--entity", "NL-BV", "--year", "2026", "--format", "csv"))
                .as("what came back was not paid")
                .doesNotContain(",C1001,");
        assertThat(program.ok("tax", "dac7", "--entity", "NL-BV", "--year", "2025"))
                .hasLineCount(1);
    }

    private static String text(String check) throws IOException {
        return Files.readString(Program.root().resolve("batch-jobs/app/src/main/resources/checks/" + check + ".sql"));
    }

    private static BigDecimal total(String csv, int column) {
        return csv.lines()
                .skip(1)
                .map(row -> new BigDecimal(row.split(",")[column]))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The place of one row, whatever else fits. */
    private String where(String table, String where) throws SQLException {
        return "ctid = '" + records.one("select min(ctid) from quittance." + table + " where " + where) + "'";
    }

    private List<String> ties(String where) throws SQLException, IOException {
        try (InputStream sql = Objects.requireNonNull(getClass().getResourceAsStream("/ties.sql"))) {
            return records.rows(
                    "select id || ' ' || scope || ' ' || currency || case when expected = actual then '' else ' OFF' end from ("
                            + new String(sql.readAllBytes(), StandardCharsets.UTF_8)
                            + ") t where id between 'T-12' and 'T-16' and " + where
                            + " order by 1");
        }
    }

    private static void lay(Path from, Path to) throws IOException {
        try (Stream<Path> tree = Files.walk(from)) {
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
