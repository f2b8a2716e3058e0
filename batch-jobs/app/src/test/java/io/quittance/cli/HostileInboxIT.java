package io.quittance.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.testkit.database.DatabaseTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A drop folder full of hostile files beside a good one: the good one is accepted, each other is refused by its code, nobody was
 * called, nothing was read or written elsewhere, and nothing that we print or write runs anywhere. The cases are those of
 * docs/reference/hostile-input.md.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@DatabaseTest
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class HostileInboxIT {

    private static final String DAY = "2026-11-24";
    private static final String CANARY = "canary-5f1d0c77";

    private Path folder;
    private Path home;
    private Path canary;
    private HostileFiles hostile;
    private Listener listener;
    private NightDatabase database;
    private Program program;
    private Records records;
    private String said;

    @BeforeAll
    void night(@TempDir Path temporary) throws Exception {
        folder = temporary;
        home = folder.resolve("workspace");
        canary = Files.writeString(folder.resolve("secret.txt"), CANARY);
        Path inbox = Files.createDirectories(home.resolve("inbox/invoices"));
        Path rates = Files.createDirectories(home.resolve("inbox/rates"));
        Files.copy(
                Program.root().resolve("fixtures/demo/inbox/rates/eurofxref-hist.csv"),
                rates.resolve("eurofxref-hist.csv"));
        listener = Listener.start();
        hostile = new HostileFiles(canary, listener.port());
        hostile.dropInto(inbox);
        database = NightDatabase.onTestServer(home, folder);
        program = new Program(home, Program.root().resolve("config"), database.options());
        var err = new ByteArrayOutputStream();
        PrintStream terminal = System.err;
        System.setErr(new PrintStream(err, true, UTF_8));
        try {
            Program.Result night = program.run("nightly", "--date", DAY, "--as", "anna", "--fail-on", "rejected");
            said = night.out() + night.err() + err.toString(UTF_8);
            assertThat(night.exit()).as(said).isEqualTo(10);
        } finally {
            System.setErr(terminal);
        }
        records = new Records(database.open());
    }

    @AfterAll
    void close() throws Exception {
        records.close();
        database.close();
        listener.close();
    }

    @Test
    void theGoodFileIsAcceptedAndEveryOtherRefusedByItsCode() throws SQLException {
        Map<String, String> verdicts = new TreeMap<>();
        records.rows("""
                select i.file_name || ' -> ' || a.verdict || ' -> ' from quittance.invoice i
                join quittance.assessment a on a.invoice = i.id and a.latest
                union all
                select r.file_name || ' -> REFUSED -> ' || string_agg(distinct f.code, ' ' order by f.code) from quittance.refusal r
                join quittance.finding f on f.subject = r.id where f.severity = 'REJECT' group by r.file_name
                """)
                .forEach(row -> verdicts.merge(row.split(" -> ")[0], outcome(row), (one, two) -> one + ", " + two));
        assertThat(verdicts.keySet()).isEqualTo(hostile.expected().keySet());
        hostile.expected()
                .forEach((file, outcome) ->
                        assertThat(verdicts.get(file)).as(file).matches(outcome));
    }

    private static String outcome(String row) {
        String[] parts = row.split(" -> ", -1);
        return parts[1].equals("REFUSED") ? parts[2] : parts[1];
    }

    /** 86, 87: links, pipes and sockets are nobody's invoices; nothing waits for them, and they stay where they are. */
    @Test
    void whatIsNoRegularFileIsLeftAlone() throws IOException {
        try (Stream<Path> left = Files.list(home.resolve("inbox/invoices"))) {
            assertThat(left.filter(path -> !Files.isDirectory(path))
                            .map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(hostile.leftAlone());
        }
    }

    /** 69, 70, 73, 57, 58. */
    @Test
    void nobodyWasCalledAndNoSecretWasRead() throws IOException {
        assertThat(listener.calls()).isZero();
        assertThat(said).doesNotContain(CANARY);
        try (Stream<Path> tree = Files.walk(home)) {
            for (Path file : tree.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(path -> !path.startsWith(home.resolve("database")))
                    .toList()) {
                assertThat(Files.readString(file, ISO_8859_1)).as("%s", file).doesNotContain(CANARY);
            }
        }
    }

    /** 79 to 81, 86. */
    @Test
    void nothingIsWrittenOutsideTheWorkspace() throws IOException {
        try (Stream<Path> beside = Files.list(folder)) {
            assertThat(beside.map(path -> path.getFileName().toString()))
                    .as("passwords are the test's")
                    .filteredOn(name -> !name.startsWith("quittance_") && !name.startsWith("t_"))
                    .contains("workspace", "secret.txt")
                    .noneMatch(name -> name.contains("x.csv") || name.contains("escaped"));
        }
        assertThat(Files.readString(canary)).isEqualTo(CANARY);
    }

    /** 85, 92, 93: neither what is printed nor what lies in quarantine has a character in its name that somebody obeys. */
    @Test
    void namesAreNeutral() throws IOException {
        assertThat(said).doesNotContain("\u001B").doesNotContain("FATAL").doesNotContain("org.apache.poi");
        assertThat(said.lines()).noneMatch(line -> line.startsWith("00:00:00 ERROR forged"));
        try (Stream<Path> tree = Files.walk(home.resolve("quarantine"))) {
            assertThat(tree.map(path -> path.getFileName().toString())
                            .filter(name -> name.matches("(?s).*[\\p{Cc}\\\\].*")))
                    .isEmpty();
        }
        String table = program.ok("list", "findings");
        assertThat(table).doesNotContain("\u001B").doesNotContain("\u202E");
        assertThat(table.lines()).noneMatch(line -> line.startsWith("00:00:00 ERROR forged"));
    }

    /** 55 to 58 in what people open: no cell of ours begins like a formula unless it is a figure. */
    @Test
    void csvThatWeWriteRunsNowhere() throws IOException {
        for (String what : List.of("invoices", "findings")) {
            inert(program.ok("list", what, "--format", "csv"));
        }
        try (Stream<Path> tree = Files.walk(home.resolve("quarantine"))) {
            List<Path> written = tree.filter(path -> path.toString().matches(".*(findings-[^/]*|\\.annotated)\\.csv"))
                    .toList();
            assertThat(written).hasSizeGreaterThan(20);
            for (Path file : written) {
                inert(Files.readString(file));
            }
        }
        inert(program.ok("invoice", "read", home.resolve("quarantine").toString(), "--format", "csv", "--no-official"));
    }

    private static void inert(String csv) {
        try (var reader = de.siegmar.fastcsv.reader.CsvReader.builder()
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(csv)) {
            reader.forEach(record -> assertThat(record.getFields())
                    .allSatisfy(cell -> assertThat(cell)
                            .matches("(?s)-?[0-9][0-9.,]*|[^=+\\-@\\t\\r\\n\\u0000\\uFF1D\\uFF0B\\uFF0D\\uFF20].*|")));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** 55 to 58: the workbook that a person opens has no formula that came from somebody's text. */
    @Test
    void workbooksThatWeWriteHaveOnlyOurOwnFormulas() throws Exception {
        program.ok("report", "--date", DAY, "--as", "anna");
        try (Stream<Path> tree = Files.walk(home)) {
            List<Path> books = tree.filter(path -> path.toString().endsWith(".xlsx"))
                    .filter(path -> path.toString().contains("annotated") || path.startsWith(home.resolve("reports")))
                    .toList();
            assertThat(books).isNotEmpty();
            for (Path book : books) {
                assertThat(formulas(book)).as("%s", book).noneMatch(HostileFiles::isSomebodys);
            }
        }
    }

    private static List<String> formulas(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                var book = new XSSFWorkbook(in)) {
            var formulas = new java.util.ArrayList<String>();
            for (Sheet sheet : book) {
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        if (cell.getCellType() == CellType.FORMULA) {
                            formulas.add(cell.getCellFormula());
                        }
                    }
                }
            }
            return formulas;
        }
    }

    /** 48: once, whatever its name. */
    @Test
    @Order(Integer.MAX_VALUE)
    void theSameBytesUnderAnotherNameAreADuplicate() throws Exception {
        Path inbox = home.resolve("inbox/invoices");
        Files.write(inbox.resolve("again.csv"), hostile.good());
        Files.write(
                inbox.resolve("saved-again.csv"),
                ("\uFEFF" + new String(hostile.good(), UTF_8).replace("\n", "\r\n")).getBytes(UTF_8));
        Program.Result night = program.run("intake", "--date", DAY, "--as", "anna");
        assertThat(night.exit()).as(night.err()).isZero();
        assertThat(night.out()).contains("duplicate files");
        program.run("assess", "--date", DAY, "--as", "anna");
        assertThat(records
                        .rows(
                                "select d.name || ' ' || d.outcome from quittance.intake_delivery d where d.outcome = 'DUPLICATE'")
                        .stream()
                        .collect(Collectors.joining(",")))
                .contains("again.csv");
        assertThat(records.rows("""
                select f.code from quittance.invoice i join quittance.finding f on f.subject = i.id
                where i.file_name = 'saved-again.csv' and f.severity = 'REJECT'
                """)).containsOnly("Q401");
        program.ok("check");
    }
}
