package io.quittance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quittance.testkit.database.DatabaseTest;
import io.quittance.testkit.database.OnEveryServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One night, then people and an intruder. Verdicts, outcomes and payments are compared with {@code fixtures/demo/expected},
 * which was worked out by other means than the program.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@DatabaseTest
@OnEveryServer
class PipelineIT {

    private static final String NL = "NL-BV-20261125-01";
    private static final String GB = "GB-LTD-20261125-01";
    private static final String SG = "SG-PTE-20261125-01";
    private static final String DAY = "2026-11-24";

    private Path home;
    private NightDatabase database;
    private Program program;
    private Records records;

    @BeforeAll
    void night(@TempDir Path folder) throws IOException, SQLException {
        home = folder.resolve("workspace");
        drop("inbox/invoices");
        drop("inbox/rates");
        database = NightDatabase.of(home, folder);
        Path config = configInWhichAnnaMayApproveToo(folder.resolve("config"));
        program = new Program(home, config, database.options());
        Program.Result first = program.run("nightly", "--date", DAY, "--as", "anna", "--fail-on", "rejected");
        assertThat(first.exit()).as(first.err()).isEqualTo(10);
        assertThat(first.err()).contains("documents refused by this command (--fail-on)");
        records = new Records(database.open());
    }

    @AfterAll
    void close() throws SQLException {
        records.close();
        database.close();
    }

    @Test
    @Order(1)
    void everyDocumentGetsTheVerdictCodesTreatmentAndAmountThatWereWorkedOut() throws Exception {
        List<String> expected = expected("verdicts.csv")
                .map(row -> {
                    String place = row.getField("file") + ":" + row.getField("position");
                    String verdict = place + " " + row.getField("verdict") + " [" + row.getField("codes") + "]";
                    return row.getField("verdict").equals("ACCEPTED")
                            ? String.join(
                                    " ",
                                    verdict,
                                    row.getField("treatment"),
                                    row.getField("payable"),
                                    row.getField("currency"))
                            : verdict;
                })
                .toList();
        assertThat(records.rows("""
                with reason as (
                    select f.subject, string_agg(distinct f.code, ' ' order by f.code) as codes
                    from quittance.finding f group by f.subject)
                select i.file_name || ':' || i.position || ' ' || a.verdict || ' [' || coalesce(r.codes, '') || ']'
                       || case a.verdict when 'ACCEPTED' then ' ' || a.treatment || ' '
                          || quittance.amount(a.payable_minor, a.currency) || ' ' || a.currency else '' end
                from quittance.invoice i join quittance.assessment a on a.invoice = i.id and a.latest
                left join reason r on r.subject = i.id
                union all
                select n.file_name || ':' || n.position || ' REJECTED [' || r.codes || ']'
                from quittance.refusal n join reason r on r.subject = n.id
                union all
                select f.file || ':0  [' || f.code || ']' from quittance.finding f
                where not exists (select 1 from quittance.invoice i where i.id = f.subject)
                  and not exists (select 1 from quittance.refusal n where n.id = f.subject)
                """))
                .containsExactlyInAnyOrderElementsOf(expected)
                .hasSize(159);
    }

    /** NL-OPS is closed and has no account: no run asks about its document, which is held by its verdict alone. */
    @Test
    @Order(2)
    void everyCandidateEndsInTheOutcomeThatWasWorkedOut() throws Exception {
        List<String> expected = expected("outcomes.csv")
                .filter(row -> !row.getField("entity").equals("NL-OPS"))
                .map(row -> words(row, "file", "position", "entity", "contractor", "number", "outcome"))
                .toList();
        assertThat(records.rows("""
                select i.file_name, i.position, i.entity, i.contractor, i.number, d.outcome
                from quittance.run_decision d join quittance.invoice i on i.id = d.invoice
                """))
                .containsExactlyInAnyOrderElementsOf(expected)
                .hasSize(121);
    }

    @Test
    @Order(3)
    void everyPaymentIsOneThatWasWorkedOut() throws Exception {
        List<String> expected = expected("payments.csv")
                .map(row ->
                        words(row, "entity", "contractor", "currency", "amount", "documents", "debit_account", "rail"))
                .toList();
        assertThat(records.rows("""
                select p.entity, p.contractor, p.currency, quittance.amount(p.minor, p.currency),
                       (select count(*) from quittance.settlement s where s.payment = p.id), p.debit_account, p.rail
                from quittance.payment p
                """))
                .containsExactlyInAnyOrderElementsOf(expected)
                .hasSize(47);
    }

    @Test
    @Order(4)
    void theSameNightAgainChangesNoRowAndSaysSo() throws Exception {
        Map<String, String> before = records.digests();
        String again = program.ok("nightly", "--date", DAY, "--as", "anna");
        assertThat(again.lines().skip(1)).isNotEmpty().allMatch(line -> line.contains("nothing to do"));
        assertThat(records.digests())
                .as("every table but the gates, which count their holders")
                .isEqualTo(before)
                .hasSizeGreaterThan(40);
        assertThat(program.ok("check")).isEmpty();
    }

    /** This command refuses nothing: the one before took everything in. */
    @ParameterizedTest(name = "{0}: {1}")
    @Order(4)
    @CsvSource(delimiter = '|', textBlock = """
            held                  | 10 | documents held
            rejected              |  0 | nothing to do
            waiting               | 11 | 3 runs wait for people
            rejected,waiting      | 11 | 3 runs wait for people (--fail-on)
            held,rejected,waiting | 10 | documents held, 3 runs wait for people
            """)
    void aSchedulerMayAskToBeToldOfWhatIsOpen(String reasons, int exit, String says) {
        Program.Result result = program.run("nightly", "--date", DAY, "--as", "anna", "--fail-on", reasons);
        assertThat(result.exit()).as(result.err()).isEqualTo(exit);
        assertThat(result.out() + result.err()).contains(says);
    }

    @ParameterizedTest(name = "{0}: {2}")
    @Order(5)
    @CsvSource(delimiter = '|', textBlock = """
            run release              | 11 | waits for people: 0 of 2 approvals
            run approve --as anna    | 77 | anna proposed this run
            run approve --as dev     | 77 | dev may not do this
            run approve --as nobody  | 77 | no user nobody
            run approve --as ben     |  0 | 1 of 2 approvals
            run approve --as ben     | 77 | ben has approved this run already
            run release              | 11 | waits for people: 1 of 2 approvals
            run approve --as chloe --digest 0123456789ab | 77 | no longer the one that was shown
            run approve --as chloe   |  0 | 2 of 2 approvals
            run release --as ben     | 77 | ben may not do this
            """)
    void aRunNeedsTwoPeopleBesideWhoProposedIt(String act, int exit, String says) throws Exception {
        Program.Result result = act(act, NL);
        assertThat(result.exit()).as(result.err()).isEqualTo(exit);
        assertThat(result.out() + result.err()).contains(says);
        assertThat(outbox()).isEmpty();
    }

    /** Each change is made in an approved run, met by a release, and taken back. */
    @ParameterizedTest(name = "{0}.{1} = {2}")
    @Order(6)
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            payment       | minor          | minor + 1                 | id = '{run}-00001'
            payment       | account_number | 'NL91ABNA0417164300'      | id = '{run}-00001'
            payment       | payee_name     | 'Mallory B.V.'            | id = '{run}-00001'
            payment       | remittance     | 'thank you'               | id = '{run}-00001'
            payment       | end_to_end_id  | 'QAAAAAAAAAAAAAAAAAAAAAAA' | id = '{run}-00001'
            payment       | account_bic    | 'MALLNL2A'                | id = '{run}-00001'
            payment       | payee_town     | 'Elsewhere'               | id = '{run}-00020'
            payment       | uetr           | 'no uetr at all'          | id = '{run}-00020'
            settlement    | minor          | minor - 1                 | run = '{run}' and number = '2026-0311'
            run_decision  | outcome        | 'LATER'                   | run = '{run}' and reason like '%Q501%'
            payment_batch | sum_minor      | sum_minor + 1             | id = (select batch from quittance.payment where id = '{run}-00001')
            payment_batch | payments       | payments - 1              | id = (select batch from quittance.payment where id = '{run}-00001')
            payment_file  | sha256         | repeat('0', 64)           | run = '{run}' and position = 1
            payment_file  | debit_account  | 'NL-BV-USD'               | run = '{run}' and position = 1
            payment_run   | pay_date       | pay_date + 1              | id = '{run}'
            payment_run   | digest         | repeat('0', 64)           | id = '{run}'
            payment_run   | proposed_by    | 'ben'                     | id = '{run}'
            approval      | digest         | repeat('0', 64)           | run = '{run}' and approver = 'ben'
            approval      | approver       | 'anna'                    | run = '{run}' and approver = 'ben'
            """)
    void whatIsNotWhatWasSignedDoesNotLeave(String table, String column, String value, String where) throws Exception {
        try (var change = records.change("quittance." + table, column, value, where.replace("{run}", NL))) {
            Program.Result stopped = act("run release", NL);
            assertThat(stopped.exit()).as(stopped.err()).isEqualTo(20);
            assertThat(stopped.err()).contains("Nothing left.").doesNotContain("internal error");
            assertThat(outbox()).isEmpty();
        }
    }

    /** The folder of the outbox cannot be made: the run is released, its files are not handed over yet. */
    @Test
    @Order(7)
    void aStagedFileThatSomebodyChangedIsNotHandedOver() throws Exception {
        Path obstacle = Files.createFile(home.resolve("outbox/payments").resolve(NL));
        assertThat(act("run release", NL).exit())
                .as("a disk that refuses, not a bug")
                .isEqualTo(74);
        Files.delete(obstacle);
        assertThat(outbox()).as("what is staged is not where banks look").isEmpty();
        Path staged = files(home.resolve("staging").resolve(NL)).getFirst();
        String signed = Files.readString(staged);
        Files.writeString(staged, signed.replaceFirst("<Nm>[^<]*", "<Nm>Mallory"));
        Program.Result stopped = act("run release", NL);
        assertThat(stopped.exit()).isEqualTo(20);
        assertThat(stopped.err()).contains("is not the file that was proven").doesNotContain("Nothing left");
        assertThat(outbox()).isEmpty();
        Files.delete(staged);
    }

    /** Goes on where the test before was stopped: one staged file is gone, and only a person knows that no bank has it. */
    @Test
    @Order(8)
    void whatWasTakenBackLeavesOnceAndFitsTheManifest() throws Exception {
        Program.Result stopped = act("run release", NL);
        assertThat(stopped.exit()).isEqualTo(20);
        assertThat(stopped.err()).contains("is gone: the bank may have it");
        String gone = stopped.err().replaceFirst("(?s).* --missing ([^=]*)=delivered.*", "$1");
        program.ok("run", "release", NL, "--as", "dev", "--date", DAY, "--missing", gone + "=lost");
        Map<String, String> left = hashes();
        assertThat(left).hasSize(4);
        assertThat(Files.readString(home.resolve("outbox/payments").resolve(NL).resolve("manifest.txt"))
                        .lines()
                        .filter(line -> !line.startsWith("#")))
                .containsExactlyInAnyOrderElementsOf(left.entrySet().stream()
                        .filter(file -> file.getKey().endsWith(".xml"))
                        .map(file -> file.getValue() + "  " + file.getKey())
                        .toList());
        assertThat(program.ok("run", "release", NL, "--as", "dev", "--date", DAY))
                .contains("nothing to do");
        assertThat(hashes()).isEqualTo(left);
        assertThat(act("run cancel --as anna", NL).err()).contains("is RELEASED and cannot be cancelled");
        assertThat(program.ok("check")).isEmpty();
    }

    @Test
    @Order(9)
    void aChangeBetweenTwoApprovalsVoidsTheFirst() throws Exception {
        String shown = records.one("select digest from quittance.payment_run where id = '" + GB + "'");
        assertThat(act("run approve --as ben --digest " + shown.substring(0, 12), GB)
                        .exit())
                .isZero();
        String payment = "id = '" + GB + "-00001'";
        try (var change = records.change("quittance.payment", "minor", "minor + 100000", payment)) {
            assertThat(act("run approve --as chloe --digest " + shown, GB).err())
                    .contains("no longer the one that was shown");
            act("run approve --as chloe", GB);
            assertThat(act("run release", GB).exit()).isIn(11, 20);
        }
        assertThat(hashes().keySet()).noneMatch(name -> name.startsWith(GB));
    }

    @Test
    @Order(10)
    void aCancelledRunsDocumentsArePaidByTheNext() throws Exception {
        String payments =
                "select contractor, currency, minor from quittance.payment where run = '%s' order by position";
        program.ok("run", "cancel", SG, "--date", DAY, "--as", "anna");
        program.ok("run", "propose", "--entity", "SG-PTE", "--date", DAY, "--as", "anna");
        assertThat(records.rows(payments.formatted("SG-PTE-20261125-02")))
                .isNotEmpty()
                .isEqualTo(records.rows(payments.formatted(SG)));
        assertThat(act("run approve --as ben", SG).err()).contains("is CANCELLED and cannot be approved");
        assertThat(program.ok("check")).isEmpty();
    }

    /** An approval signs the digest as it is, where the test names none. */
    private Program.Result act(String act, String run) throws SQLException {
        boolean signs = act.contains("approve") && !act.contains("--digest");
        List<String> seen = signs
                ? List.of("--digest", records.one("select digest from quittance.payment_run where id = '" + run + "'"))
                : List.of();
        List<String> who = act.equals("run release") ? List.of("--as", "dev") : List.of();
        return program.run(Stream.of(List.of(act.split(" ")), List.of(run, "--date", DAY), seen, who)
                .flatMap(List::stream)
                .toArray(String[]::new));
    }

    /** The page of a stored document, and the same supposed over the same rates: one engine, one form. */
    @Test
    @Order(2)
    void theTaxOfAStoredDocumentIsExplainedAsASupposedOneIs() {
        JsonMapper json = JsonMapper.builder().build();
        String[] named = {"tax", "explain", "invoice:NL-BV/C1202/0145", "--date", DAY};
        JsonNode stored = json.readTree(program.ok(with(named, "--json")));
        JsonNode supposed = json.readTree(program.ok(
                "tax",
                "what-if",
                "--entity",
                "NL-BV",
                "--contractor",
                "C1202",
                "--net",
                "720",
                "--currency",
                "USD",
                "--date",
                "2026-11-17",
                "--invoiced",
                "2026-11-18",
                "--category",
                "O",
                "--json"));

        assertThat(stored.at("/treatment").asString()).isEqualTo("NON_EU_SERVICE_RC");
        for (String part :
                List.of("treatment", "jurisdiction", "tax_point", "legal_reference", "boxes", "postings", "rates")) {
            assertThat(stored.get(part)).as(part).isNotNull().isEqualTo(supposed.get(part));
        }
        assertThat(supposed.at("/exchange_rates").asString()).startsWith("4 files of the workspace");
        assertThat(stored.at("/exchange/1/conversion")).isEqualTo(supposed.at("/exchange/1/conversion"));
        assertThat(program.ok(with(named)))
                .contains("boxes\n  box  of", "  4a   base", "steps\n", "  6 who is liable")
                .doesNotContain("supposed");
        assertThat(program.ok("tax", "explain", "--invoice", "NL-BV/C1202/0145", "--json", "--date", DAY))
                .isEqualTo(program.ok(with(named, "--json")));
        assertThat(program.run("tax", "explain", "invoice:NL-BV/C1202/none", "--date", DAY)
                        .exit())
                .isEqualTo(66);
    }

    private static String[] with(String[] command, String... more) {
        return Stream.concat(Stream.of(command), Stream.of(more)).toArray(String[]::new);
    }

    /** Everything that a bank could fetch. */
    private List<Path> outbox() throws IOException {
        return files(home.resolve("outbox"));
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private Map<String, String> hashes() throws Exception {
        Map<String, String> hashes = new TreeMap<>();
        for (Path file : outbox()) {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            hashes.put(file.getFileName().toString(), HexFormat.of().formatHex(digest));
        }
        return hashes;
    }

    private void drop(String part) throws IOException {
        Path to = Files.createDirectories(home.resolve(part));
        try (Stream<Path> files =
                Files.list(Program.root().resolve("fixtures/demo").resolve(part))) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    private static Path configInWhichAnnaMayApproveToo(Path copy) throws IOException {
        Path original = Program.root().resolve("config");
        try (Stream<Path> tree = Files.walk(original)) {
            for (Path file : tree.toList()) {
                Files.copy(file, copy.resolve(original.relativize(file).toString()));
            }
        }
        Path users = copy.resolve("users.yaml");
        String text = Files.readString(users);
        assertThat(text).contains("roles: [operate, propose]");
        Files.writeString(users, text.replace("roles: [operate, propose]", "roles: [operate, propose, approve]"));
        return copy;
    }

    private static Stream<NamedCsvRecord> expected(String name) throws IOException {
        return CsvReader.builder()
                .ofNamedCsvRecord(Files.readString(
                        Program.root().resolve("fixtures/demo/expected").resolve(name)))
                .stream();
    }

    private static String words(NamedCsvRecord row, String... columns) {
        return Stream.of(columns)
                .map(row::getField)
                .reduce((a, b) -> a + " " + b)
                .orElseThrow();
    }
}
