package io.quittance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.testkit.database.DatabaseTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Between the signatures and the release a certificate is withdrawn, ends earlier or comes in; a tax number is given up. */
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WithdrawnCertificateIT {

    private static final String DAY = "2026-11-24";
    private static final String ES = "ES-SL-20261125-01";
    private static final String US = "US-INC-20261125-01";
    private static final String CERTIFICATES = "register/withholding-certificates.csv";
    private static final String PARTIES = "register/withholding-parties.csv";
    private static final String TREATY =
            "WC-2,C1201,TREATY,ES,,10,2026-01-01,2026-12-31," + "cd".repeat(32) + ",anna\n";

    private Path home;
    private Path config;
    private Program program;
    private NightDatabase database;
    private Records records;
    private String certificates;
    private String parties;

    @BeforeAll
    void proposeAndSign(@TempDir Path folder) throws IOException, SQLException {
        home = folder.resolve("workspace");
        config = folder.resolve("config");
        WithholdingCompany.write(config);
        certificates = Files.readString(config.resolve(CERTIFICATES)) + TREATY;
        parties = Files.readString(config.resolve(PARTIES));
        asItWas();
        WithholdingCompany.copy(Program.root().resolve("fixtures/demo/inbox/rates"), home.resolve("inbox/rates"));
        WithholdingCompany.drop(
                home.resolve("inbox/invoices"),
                "first.csv",
                List.of(
                        WithholdingCompany.invoice(
                                "ES-SL,C1031,Núria Casals Ferrer,CT-W-ES", "ES-1,EUR,1000.00,S,21,210.00"),
                        WithholdingCompany.invoice(
                                "ES-SL,C1201,Blue Mesa Consulting LLC,CT-W-ESUS", "BM-1,USD,1000.00,O,,0.00"),
                        WithholdingCompany.invoice("US-INC,C1202,Dana Whitfield,CT-W-US", "DW-1,USD,1900.00,O,,0.00"),
                        WithholdingCompany.invoice("US-INC,C1202,Dana Whitfield,CT-W-US", "DW-2,USD,90.00,O,,0.00")));
        database = NightDatabase.onTestServer(home, folder);
        program = new Program(home, config, database.options());
        program.ok("nightly", "--date", DAY, "--as", "anna");
        records = new Records(database.open());
        program.approve(ES);
        program.approve(US);
    }

    @AfterEach
    void asItWas() throws IOException {
        Files.writeString(config.resolve(CERTIFICATES), certificates);
        Files.writeString(config.resolve(PARTIES), parties);
    }

    @AfterAll
    void close() throws SQLException {
        records.close();
        database.close();
    }

    @Test
    @Order(1)
    void theRunWithholdsByTheCertificate() throws SQLException {
        assertThat(records.rows("select i.number, w.name, trim_scale(w.rate), w.certificate, w.kept_minor"
                        + " from quittance.withholding w join quittance.invoice i on i.id = w.invoice order by 1"))
                .containsExactly(
                        "BM-1 IRNR 10 WC-2 10000",
                        "DW-1 none: 1099-NEC reports 0  0",
                        "DW-2 none: 1099-NEC reports 0  0",
                        "ES-1 IRPF 15  15000");
    }

    /** Every change refuses with the payment, what was, what is, and the reason; nothing is booked and nothing leaves. */
    @ParameterizedTest(name = "{1} -> {2}")
    @Order(2)
    @CsvSource(delimiter = '|', textBlock = """
            # run               | what is edited           | to                       | what is said
            ES-SL-20261125-01   | WC-2,C1201,.*\\R         |                          | certificate WC-2 is no longer one of C1201 in register/withholding-certificates.csv
            ES-SL-20261125-01   | 10,2026-01-01,2026-12-31 | 10,2026-01-01,2026-11-24 | certificate WC-2 is valid 2026-01-01 to 2026-11-24, not on the day of payment 2026-11-25
            ES-SL-20261125-01   | ES,,10,2026-01-01,2026-12| ES,,12,2026-01-01,2026-12| IRNR 10 % by WH-ES-IRNR and certificate WC-2 then, IRNR 12 % by WH-ES-IRNR and certificate WC-2 now
            US-INC-20261125-01  | C1202,,GIVEN,            | C1202,,NONE,             | the tax number of C1202 is no longer given
            US-INC-20261125-01  | C1202,,GIVEN,            | C1202,GB,GIVEN,          | Q731 WH-US-1042 depends on where the work was done
            """)
    void whatChangedForTheWorseStops(String run, String edited, String to, String said) throws Exception {
        String by = to == null ? "" : to;
        Files.writeString(config.resolve(CERTIFICATES), certificates.replaceAll(edited, by));
        Files.writeString(config.resolve(PARTIES), parties.replaceAll(edited, by));
        Program.Result release = program.run("run", "release", run, "--date", DAY, "--as", "dev");
        assertThat(release.exit()).isEqualTo(20);
        assertThat(release.err())
                .contains(run + " cannot be released: what it withholds is no longer so: " + run + "-0000", said)
                .contains("Cancel the run and propose another");
        assertThat(records.rows("select state from quittance.payment_run where id = '" + run + "'"))
                .containsExactly("APPROVED");
        assertThat(records.rows("select 1 from ledger.posting where account = '2610'"))
                .isEmpty();
        assertThat(sent()).isEmpty();
    }

    private List<Path> sent() throws IOException {
        Path outbox = home.resolve("outbox/payments");
        if (!Files.exists(outbox)) {
            return List.of();
        }
        try (Stream<Path> tree = Files.walk(outbox)) {
            return tree.filter(file -> file.toString().endsWith(".xml")).toList();
        }
    }

    /** The way out: what is proposed anew knows the register of today. Below the limit of the year it says so. */
    @Test
    @Order(3)
    void cancelledAndProposedAgainItIsRight() throws Exception {
        Files.writeString(config.resolve(PARTIES), parties.replace("C1202,,GIVEN,", "C1202,,NONE,"));
        program.ok("run", "cancel", US, "--as", "anna");
        program.ok("run", "propose", "--entity", "US-INC", "--date", DAY, "--as", "anna");
        String again = "US-INC-20261125-02";
        String below =
                "nothing is kept back: the total of the year 2026 for US-NEC, USD 1990.00, is below the limit of USD 2000.00";
        assertThat(program.ok("run", "show", again)).contains("backup withholding: " + below);
        program.approve(again);
        program.ok("run", "release", again, "--date", DAY, "--as", "dev");
        assertThat(program.ok("explain", "invoice:US-INC/C1202/DW-2"))
                .contains("withheld backup withholding by WH-US-BACKUP-2026: " + below)
                .doesNotContain("0.00 USD kept back");
        assertThat(program.ok("check")).isEmpty();
    }

    /** What would be withheld less stops nothing and stays on record. */
    @Test
    @Order(4)
    void aCertificateThatCameLaterIsToldOnly() throws Exception {
        Files.writeString(
                config.resolve(CERTIFICATES),
                certificates + "WC-3,C1031,NEW_PROFESSIONAL,ES,,,2026-01-01,2028-12-31," + "ef".repeat(32) + ",anna\n");
        program.ok("run", "release", ES, "--date", DAY, "--as", "dev");
        assertThat(records.one("select detail from quittance.audit_event where action = 'run.withholds-more'"))
                .startsWith("it withholds more than it would if it were proposed now: " + ES)
                .contains(
                        "(C1031 ES-1): IRPF 15 % by WH-ES-IRPF-2015-2 then, IRPF 7 % by WH-ES-NEW and certificate WC-3 now");
        assertThat(sent()).isNotEmpty();
        assertThat(program.ok("check")).isEmpty();
    }
}
