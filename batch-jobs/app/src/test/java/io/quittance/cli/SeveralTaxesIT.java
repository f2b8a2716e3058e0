package io.quittance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.testkit.database.DatabaseTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rates that are several taxes: GST and QST in Quebec, CGST and SGST within a state of India. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DatabaseTest
class SeveralTaxesIT {

    private static final String DAY = "2026-11-24";

    private NightDatabase database;
    private Program program;
    private Records records;

    @BeforeAll
    void assessed(@TempDir Path folder) throws IOException, SQLException {
        Path home = folder.resolve("workspace");
        Path config = folder.resolve("config");
        WithholdingCompany.write(config);
        add(config, "entities.csv", """
                QC-INC,Halyard Talent Quebec Inc.,Rue du Quai,8,H2Y 1A1,Montreal,QC,CA,CAD,CA-QC,,,75,2022-01-01,
                """);
        add(config, "contractors.csv", """
                T-QC,Atelier Cormoran Inc.,COMPANY,Rue du Phare,2,G1K 3X2,Quebec,QC,CA,CA-QC,,REGISTERED,CE-T1,2025-01-01,,2025-01-01,
                T-ON,Tern Works Ltd,COMPANY,Front Street,5,M5V 2T6,Toronto,ON,CA,CA-ON,,REGISTERED,CE-T2,2025-01-01,,2025-01-01,
                """);
        add(config, "bank-accounts.csv", """
                QC-INC-CAD,QC-INC,kapalbank,0720039005,TESTSGSG,CAD
                """);
        add(config, "accounts.csv", """
                T-QC,CAD,000417900404,TESTCA33,CACPA,099900125,CA,Atelier Cormoran Inc.,2025-03-14,2025-03-01,
                T-ON,CAD,000417900505,TESTCA33,CACPA,099900126,CA,Tern Works Ltd,2025-03-14,2025-03-01,
                """);
        add(config, "contracts.csv", """
                CT-T-QC,QC-INC,T-QC,,CAD,,GENERAL,2026-01-01,2027-12-31
                CT-T-ON,QC-INC,T-ON,,CAD,,GENERAL,2026-01-01,2027-12-31
                """);
        database = NightDatabase.onTestServer(home, folder);
        program = new Program(home, config, database.options());
        WithholdingCompany.drop(
                home.resolve("inbox/invoices"),
                "november.csv",
                List.of(
                        of("QC-INC,T-QC,Atelier Cormoran Inc.,CT-T-QC", "Q-1,CAD,100.30,S,14.975,15.02"),
                        of("QC-INC,T-ON,Tern Works Ltd,CT-T-ON", "Q-2,CAD,200.00,S,5,10.00"),
                        of("IN-PVT,W-IN,Banyan Code Works,CT-W-IN", "I-1,INR,1000.05,S,18,180.01")));
        program.ok("intake", "--date", DAY, "--as", "anna");
        program.ok("assess", "--date", DAY, "--as", "anna");
        records = new Records(database.open());
    }

    @AfterAll
    void close() throws SQLException {
        records.close();
        database.close();
    }

    @Test
    void eachTaxOfAnEntryIsKept() throws SQLException {
        assertThat(program.ok("invoice", "list", "--format", "csv").lines().skip(1))
                .as("what is held would prove nothing")
                .hasSize(3)
                .allMatch(line -> Arrays.asList(line.split(",")).contains("ACCEPTED"));
        assertThat(records.rows("""
                        select i.number, c.tax, trim_scale(c.percent), c.input_minor, c.non_recoverable_minor
                        from quittance.vat_component c join quittance.vat_entry v on v.id = c.entry
                        join quittance.invoice i on i.id = v.invoice order by i.number, c.position
                        """))
                .containsExactly(
                        "I-1 CGST 9 9001 0",
                        "I-1 SGST 9 9000 0",
                        "Q-1 GST 5 376 126",
                        "Q-1 QST 9.975 751 249",
                        "Q-2 GST 5 750 250");
    }

    @Test
    void theReturnOfQuebecHasBothTaxes() {
        assertThat(program.ok("vat", "return", "--entity", "QC-INC", "--period", "2026-11", "--format", "csv")
                        .lines()
                        .skip(1)
                        .map(line -> line.split(","))
                        .map(cells -> String.join(" ", cells[2], cells[6], cells[7], cells[cells.length - 4])))
                .containsExactly(
                        "FPZ-500 106 INPUT 11.26",
                        "FPZ-500 108 TOTAL 11.26",
                        "FPZ-500 109 TOTAL -11.26",
                        "FPZ-500 206 INPUT 7.51",
                        "FPZ-500 208 TOTAL 7.51",
                        "FPZ-500 209 TOTAL -7.51",
                        "FPZ-500 net TOTAL -18.77",
                        "FPZ-500 106 PART 11.26");
    }

    /** The form of India has a column for each. */
    @Test
    void aFigureOfSeveralTaxesTellsEach() {
        assertThat(program.ok("vat", "return", "--entity", "IN-PVT", "--period", "2026-11", "--format", "csv"))
                .contains("4(A)(5),INPUT,all other credit,180.01,")
                .contains("4(A)(5),PART,of input: CGST,90.01,90.01,0.00,0")
                .contains("4(A)(5),PART,of input: SGST,90.00,90.00,0.00,0");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # box, entries, of them
            206, 2, 7.51 0.00
            106, 2, 3.76 7.50
            """)
    void theEntriesBehindABoxHaveItsTaxAlone(String box, int count, String amounts) {
        List<String> rows = program.ok(
                        "vat", "entries", "--entity", "QC-INC", "--period", "2026-11", "--box", box, "--format", "csv")
                .lines()
                .skip(1)
                .toList();

        assertThat(rows).hasSize(count);
        assertThat(rows).map(row -> row.split(",", -1)[12]).containsExactlyInAnyOrder(amounts.split(" "));
    }

    @Test
    void bothCalculatorsAgreeAndEitherIsCaught() throws Exception {
        assertThat(program.ok("check")).isEmpty();
        assertThat(ties()).contains("QC-INC CA-QC 206 INPUT 751 751", "QC-INC CA-QC 106 INPUT 1126 1126");
        try (var change = records.change("quittance.vat_component", "input_minor", "752", "tax = 'QST'")) {
            assertThat(program.run("check").out()).contains("I-69", "I-60", "752 deducted");
        }
        try (var change = records.change(
                "quittance.vat_entry", "input_boxes", "'206@QST'", "input_boxes <> '' and rate = 14.975")) {
            assertThat(program.run("check").out()).contains("I-70", "INPUT 751 by its boxes, 1127 by itself");
        }
        assertThat(program.ok("check")).isEmpty();
    }

    @Test
    void bothPagesTellTheTaxesApart() {
        assertThat(program.ok("tax", "explain", "QC-INC/T-QC/Q-1"))
                .containsPattern("return: QST +1 .*9.975 +100.30 +0.00 +7.51 +2.49 +CAD")
                .containsPattern("206 +input tax +7.51 +CAD");
    }

    private List<String> ties() throws SQLException, IOException {
        try (InputStream sql = Objects.requireNonNull(getClass().getResourceAsStream("/ties.sql"))) {
            return records.rows("select scope, expected, actual from ("
                    + new String(sql.readAllBytes(), StandardCharsets.UTF_8) + ") t where id = 'T-16'");
        }
    }

    private static String of(String parties, String terms) {
        return WithholdingCompany.invoice(parties, terms);
    }

    private static void add(Path config, String table, String rows) throws IOException {
        Files.writeString(config.resolve("register").resolve(table), rows, StandardOpenOption.APPEND);
    }
}
