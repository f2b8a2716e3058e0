package io.quittance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.testkit.database.DatabaseTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What bad input does to the good beside it, and how a refused document comes in after all. */
@DatabaseTest
class SecondChanceIT {

    private static final String HEADER =
            "document_type,invoice_number,invoice_date,supply_date,due_date,entity,contractor,contractor_name,"
                    + "contractor_vat_id,contract,purchase_reference,currency,line_number,description,quantity,unit_price,"
                    + "net_amount,vat_category,vat_rate,vat_amount,invoice_net,invoice_vat,invoice_gross,amount_due,"
                    + "payee_account,payee_bic,payment_reference,preceding_invoice\n";

    private static final String GOOD = """
            invoice,A-1,2026-11-02,2026-10-31,2026-11-24,NL-BV,%s,%s,NL811402666B01,CT-1001-NL,,EUR,1,Work,1,100.00,100.00,S,%s,21.00,\
            100.00,21.00,121.00,121.00,NL88TEST0417001010,TESTNL2A,,
            """;

    private static final String VERDICTS =
            "select i.number || ' ' || i.file_name || ' ' || a.attempt || ' ' || a.verdict"
                    + " from quittance.assessment a join quittance.invoice i on i.id = a.invoice order by i.file_name, a.attempt";

    @TempDir
    Path folder;

    private Path home;
    private Path config;
    private Program program;
    private NightDatabase database;

    @BeforeEach
    void workspace() throws IOException {
        home = folder.resolve("home");
        config = Files.createDirectories(folder.resolve("config"));
        copyConfig();
        database = NightDatabase.onTestServer(home, folder);
        program = new Program(home, config, database.options());
        drop(
                "rates.csv",
                "inbox/rates",
                Files.readString(Program.root().resolve("fixtures/demo/inbox/rates/eurofxref-hist.csv")));
    }

    @AfterEach
    void close() {
        database.close();
    }

    /** It once stopped intake for good: the database keeps four digits of a rate. */
    @Test
    void anImpossibleRateIsRefusedAndTheGoodFileBesideItGoesOn() throws Exception {
        drop("bad.csv", "inbox/invoices", HEADER + GOOD.formatted("C1001", "Jansen", "210000"));
        drop("good.csv", "inbox/invoices", HEADER + GOOD.formatted("C1001", "Jansen Softwarebouw B.V.", "21"));

        program.ok("nightly", "--date", "2026-11-24");

        try (var records = new Records(database.open())) {
            assertThat(records.rows(VERDICTS)).containsExactly("A-1 good.csv 1 ACCEPTED");
            assertThat(records.rows("select code from quittance.finding where file = 'bad.csv'"))
                    .containsExactly("Q113");
        }
        assertThat(program.ok("check")).isEmpty();
    }

    @Test
    void aDryRunTellsWhatThereIsToDoAndChangesNothing() throws Exception {
        drop("good.csv", "inbox/invoices", HEADER + GOOD.formatted("C1001", "Jansen Softwarebouw B.V.", "21"));
        try (var records = new Records(database.open())) {
            program.ok("run", "list");
            Map<String, String> before = records.digests();
            assertThat(program.ok("nightly", "--dry-run", "--date", "2026-11-24", "--format", "csv"))
                    .contains("intake,(dry run),files,1", "assess,,nothing to do,", "propose NL-BV,,nothing to do,");
            assertThat(records.digests()).isEqualTo(before);
            assertThat(Files.exists(home.resolve("inbox/invoices/good.csv"))).isTrue();
            assertThat(Files.list(home.resolve("archive"))).isEmpty();

            program.ok("intake", "--date", "2026-11-24");
            assertThat(program.ok("nightly", "--dry-run", "--date", "2026-11-24", "--format", "csv"))
                    .contains("intake,,nothing to do,", "assess,(dry run),documents,1");
            program.ok("assess", "--date", "2026-11-24");
            assertThat(program.ok("nightly", "--dry-run", "--date", "2026-11-24", "--format", "csv"))
                    .contains("propose NL-BV,(dry run),accepted,1  EUR 121.00");
        }
    }

    /** The same bytes, as the hint of Q303 says: register the contractor, drop it again. */
    @Test
    void aDocumentThatWasRejectedForWantOfAContractorComesInUnchanged() throws Exception {
        Path register = config.resolve("register/contractors.csv");
        String document = HEADER + GOOD.formatted("NL811402666B01", "Jansen Softwarebouw B.V.", "21");
        String all = Files.readString(register);
        String without = all.lines().filter(line -> !line.startsWith("C1001,")).reduce("", (a, b) -> a + b + "\n");
        hide("accounts.csv");
        hide("contracts.csv");
        Files.writeString(register, without);
        drop("jansen.csv", "inbox/invoices", document);
        program.ok("nightly", "--date", "2026-11-24");

        copyConfig();
        drop("jansen.csv", "inbox/invoices", document);
        program.ok("nightly", "--date", "2026-11-24");
        drop("jansen.csv", "inbox/invoices", document);
        program.ok("nightly", "--date", "2026-11-24");

        try (var records = new Records(database.open())) {
            assertThat(records.rows(VERDICTS))
                    .as("refused, then accepted, then nothing to do")
                    .containsExactly("A-1 jansen.csv 1 REJECTED", "A-1 jansen.csv 2 ACCEPTED");
            assertThat(records.rows("select contractor, payable_minor from quittance.assessment where latest"))
                    .containsExactly("C1001 12100");
        }
        assertThat(program.ok("check")).isEmpty();
    }

    /** Rejected, corrected where it lay, dropped again as it was: the correction stays, and the night does not stop. */
    @Test
    void whatSomebodyCorrectsInQuarantineIsLeftAlone() throws Exception {
        String document = HEADER + GOOD.formatted("C9999", "Nobody", "21");
        drop("nobody.csv", "inbox/invoices", document);
        program.ok("nightly", "--date", "2026-11-24");
        Path original = quarantined("00001-nobody.csv").getFirst();
        String laidOut = Files.readString(original);
        Files.writeString(original, "corrected");

        drop("nobody.csv", "inbox/invoices", document);
        program.ok("nightly", "--date", "2026-11-24");

        assertThat(original).hasContent("corrected");
        assertThat(quarantined("-2-00001-nobody.csv"))
                .singleElement()
                .satisfies(beside -> assertThat(beside).hasContent(laidOut));
        assertThat(program.ok("check")).isEmpty();
    }

    private List<Path> quarantined(String ending) throws IOException {
        try (Stream<Path> tree = Files.walk(home.resolve("quarantine"))) {
            return tree.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }

    private void hide(String table) throws IOException {
        Path file = config.resolve("register").resolve(table);
        String kept = Files.readAllLines(file).stream()
                .filter(line -> !line.contains("C1001"))
                .reduce("", (a, b) -> a + b + "\n");
        Files.writeString(file, kept);
    }

    private void copyConfig() throws IOException {
        Path original = Program.root().resolve("config");
        try (Stream<Path> tree = Files.walk(original)) {
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                Path copy = config.resolve(original.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.write(copy, Files.readAllBytes(file));
            }
        }
    }

    private void drop(String name, String inbox, String text) throws IOException {
        Path file = Files.createDirectories(home.resolve(inbox)).resolve(name);
        Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
    }
}
