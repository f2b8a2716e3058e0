package io.quittance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.testkit.database.DatabaseTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are refused as a whole: what people are told, and how the same bytes come in once the reason has gone. */
@DatabaseTest
class SheetWithoutProfileIT {

    private static final String DAY = "2026-11-24";
    private static final String SHEET = """
            Consultant;Bill;Billed on;Sum;Ccy;Agreement
            Blue Mesa Consulting LLC;BM-77;2026-11-10;1200.00;USD;CT-1201-NL
            """;

    /** Names its contractor by nothing but a name. */
    private static final String PROFILE = """
            title: Bills of consultants
            separators: [semicolon]
            decimal: point
            dates: [yyyy-MM-dd]
            tax: exclusive
            contractor: name
            required: [contractor-name, invoice-number, invoice-date, line-amount, currency]
            columns:
              contractor-name: [Consultant]
              invoice-number: [Bill]
              invoice-date: [Billed on]
              line-amount: [Sum]
              currency: [Ccy]
              contract: [Agreement]
            defaults:
              document-type: invoice
              entity: NL-BV
              description: Services
              vat-category: O
            derived: [quantity, vat-amount, totals, line-number]
            """;

    @TempDir
    Path folder;

    private Path home;
    private Path config;
    private Program program;
    private NightDatabase database;

    @BeforeEach
    void workspace() throws IOException {
        home = folder.resolve("home");
        config = folder.resolve("config");
        copyConfig();
        database = NightDatabase.onTestServer(home, folder);
        program = new Program(home, config, database.options());
        drop(
                "inbox/rates/rates.csv",
                Files.readString(Program.root().resolve("fixtures/demo/inbox/rates/eurofxref-hist.csv")));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aSheetThatNobodyKnewComesInUnchangedOnceItsProfileIsThere() throws Exception {
        drop("inbox/invoices/bills.csv", SHEET);
        night();
        assertThat(explanation())
                .contains(
                        "What is wrong with bills.csv",
                        "Nothing of it was taken in",
                        "Columns seen: Consultant, Bill, Billed on, Sum, Ccy, Agreement",
                        "expected  : ",
                        "what to do: Rename the columns, or add a profile that knows them to config/intake",
                        "put it there unchanged");

        Files.writeString(config.resolve("intake/consultant-bills.yaml"), PROFILE);
        drop("inbox/invoices/consultant-bills/bills.csv", SHEET);
        night();
        drop("inbox/invoices/bills.csv", SHEET);
        night();

        try (var records = new Records(database.open())) {
            assertThat(
                            records.rows(
                                    "select outcome, name from quittance.intake_delivery where kind = 'INVOICES' order by work_set"))
                    .containsExactly("NEW bills.csv", "AGAIN consultant-bills/bills.csv", "DUPLICATE bills.csv");
            assertThat(records.rows(
                            "select documents, understood, refused from quittance.intake_result order by intake"))
                    .containsExactly("1 0 1", "1 1 0");
            assertThat(records.rows("select i.number, a.contractor, a.verdict from quittance.assessment a"
                            + " join quittance.invoice i on i.id = a.invoice"))
                    .containsExactly("BM-77 C1201 ACCEPTED");
        }
        assertThat(program.ok("check")).isEmpty();
    }

    /** Each delivery is told of, and none stops the night. */
    @Test
    void aFileThatIsStillUnreadableIsRefusedAgain() throws Exception {
        String torn =
                "<?xml version=\"1.0\"?><Invoice xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Invoice-2\">";
        for (int i = 0; i < 3; i++) {
            drop("inbox/invoices/torn.xml", torn);
            night();
        }
        try (var records = new Records(database.open())) {
            assertThat(records.rows("select r.position, f.code from quittance.refusal r"
                            + " join quittance.finding f on f.subject = r.id order by r.intake"))
                    .containsExactly("0 Q101", "0 Q101", "0 Q101");
        }
        try (Stream<Path> laidOut = Files.walk(home.resolve("quarantine"))) {
            assertThat(laidOut.map(file -> file.getFileName().toString())
                            .filter(name -> name.startsWith("what-is-wrong")))
                    .hasSize(3);
        }
        assertThat(explanation()).contains("What is wrong with torn.xml", "1. line 1", "(Q101)", "what to do: ");
        assertThat(program.ok("check")).isEmpty();
    }

    /** Known by a name alone, registered later: the assessment finds who it is. */
    @Test
    void aContractorWhoIsNamedOnlyAndRegisteredLaterIsFound() throws Exception {
        Files.writeString(config.resolve("intake/consultant-bills.yaml"), PROFILE);
        for (String table : List.of("contractors.csv", "accounts.csv", "contracts.csv")) {
            Path file = config.resolve("register").resolve(table);
            Files.writeString(
                    file,
                    Files.readAllLines(file).stream()
                            .filter(line -> !line.contains("C1201"))
                            .reduce("", (all, line) -> all + line + "\n"));
        }
        drop("inbox/invoices/bills.csv", SHEET);
        night();
        copyConfig();
        drop("inbox/invoices/bills.csv", SHEET);
        night();
        try (var records = new Records(database.open())) {
            assertThat(records.rows("select attempt, contractor, verdict from quittance.assessment order by attempt"))
                    .containsExactly("1 Blue Mesa Consulting LLC REJECTED", "2 C1201 ACCEPTED");
        }
        assertThat(program.ok("check")).isEmpty();
    }

    private void night() {
        program.ok("nightly", "--date", DAY, "--as", "anna");
    }

    private String explanation() throws IOException {
        try (Stream<Path> tree = Files.walk(home.resolve("quarantine"))) {
            return Files.readString(
                    tree.filter(file -> file.getFileName().toString().startsWith("what-is-wrong-"))
                            .sorted()
                            .findFirst()
                            .orElseThrow());
        }
    }

    private void drop(String name, String text) throws IOException {
        Path file = home.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
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
}
