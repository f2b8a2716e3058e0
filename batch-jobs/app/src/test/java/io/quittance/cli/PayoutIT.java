package io.quittance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
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

/** From accepted documents to files: what changes in the register meanwhile, who may do what and until when, and that nothing leaves twice. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PayoutIT {

    private static final String DAY = "2026-11-24";
    private static final String NL = "NL-BV-20261125-01";
    private static final String GB = "GB-LTD-20261125-01";
    private static final String SG = "SG-PTE-20261125-01";

    private Path home;
    private Path config;
    private Program program;
    private Records records;

    @BeforeAll
    void documentsAreAccepted(@TempDir Path folder) throws IOException, SQLException {
        home = folder.resolve("workspace");
        config = folder.resolve("config");
        copy(Program.root().resolve("config"), config);
        copy(Program.root().resolve("fixtures/demo/inbox"), home.resolve("inbox"));
        program = new Program(home, config);
        program.ok("intake", "--date", DAY);
        program.ok("assess", "--date", DAY);
        records = new Records(home);
    }

    @AfterAll
    void close() throws SQLException {
        records.close();
    }

    @ParameterizedTest(name = "{0}")
    @Order(1)
    @CsvSource({"2026-11-28, no bank day", "2026-11-23, before the business date"})
    void aPayDateOnWhichNoBankPaysIsWrongUsage(String payDate, String says) {
        Program.Result refused = propose("NL-BV", "anna", "--pay-date", payDate);
        assertThat(refused.exit()).as(refused.err()).isEqualTo(2);
        assertThat(refused.err()).contains(says, "next bank day of NL-BV is 2026-11-25");
    }

    @Test
    @Order(2)
    void theNightDoesNotProposeForWhomMayNot() throws Exception {
        Program.Result refused = program.run("nightly", "--date", DAY, "--as", "dev");
        assertThat(refused.exit()).as(refused.err()).isEqualTo(77);
        assertThat(refused.err()).contains("dev may not propose a payment run");
        assertThat(records.rows("select id from quittance.payment_run")).isEmpty();
    }

    /** What the profile of the bank or the register does not allow any more costs that payment, not the run. */
    @Test
    @Order(3)
    void whatChangedSinceTheDocumentsWereAcceptedIsLeftOutWithTheReason() throws Exception {
        change("register/accounts.csv", "CH8109999000417111012,TESTCHZZ,", "CH8109999000417111012,,");
        change("register/accounts.csv", "Maartje de Wit,2025-03-14,", "Maartje de Wit,,");
        change(
                "register/contractors.csv",
                "CE-1012,2025-01-01,,2025-01-01,",
                "CE-1012,2025-01-01,,2025-01-01,2026-11-23");
        change("register/contractors.csv", "Kowalczyk Kod Sp. z o.o.", "北京");
        assertThat(propose("NL-BV", "anna").exit()).isZero();
        assertThat(reasons("EXCLUDED"))
                .contains(
                        "C1111 CdtrAgt has neither BIC nor clearing number (CGI-MP)",
                        "C1012 C1012 is active 2025-01-01 to 2026-11-23, not on 2026-11-24")
                .anyMatch(
                        row -> row.startsWith("C1002 the account NL…2289") && row.contains("no longer a verified one"))
                .anyMatch(row -> row.startsWith("C1051 Cdtr/Nm has no letter"));
        assertThat(records.one("select count(*) from quittance.payment where run = '" + NL + "'"))
                .isEqualTo("20");
        assertThat(program.ok("check")).isEmpty();
    }

    /** The documents themselves are as they were: what was mended in the register is paid by the next run. */
    @Test
    @Order(4)
    void onceTheRegisterIsMendedTheNextRunPays() throws Exception {
        change("register/accounts.csv", "CH8109999000417111012,,", "CH8109999000417111012,TESTCHZZ,");
        change("register/accounts.csv", "Maartje de Wit,,", "Maartje de Wit,2025-03-14,");
        change(
                "register/contractors.csv",
                "CE-1012,2025-01-01,,2025-01-01,2026-11-23",
                "CE-1012,2025-01-01,,2025-01-01,");
        change("register/contractors.csv", "北京", "Kowalczyk Kod Sp. z o.o.");
        program.ok("run", "cancel", NL, "--as", "anna");
        assertThat(propose("NL-BV", "anna").exit()).isZero();
        assertThat(records.one("select count(*) from quittance.payment where run = 'NL-BV-20261125-02'"))
                .isEqualTo("25");
    }

    /** A disk, a bug, a database: whatever stops a proposal for good, people can give it up. */
    @Test
    @Order(5)
    void aProposalThatBrokeCanBeCancelled() throws Exception {
        fail("payment_file", "true");
        assertThat(propose("GB-LTD", "anna").exit()).isEqualTo(1);
        assertThat(propose("GB-LTD", "anna").exit()).as("and again").isEqualTo(1);
        program.ok("run", "show", GB);
        assertThat(program.run("check").out()).contains("I-23", "was begun and is not finished");
        program.ok("run", "cancel", GB, "--as", "anna");
        work("payment_file");
        assertThat(program.ok("check")).isEmpty();
        assertThat(propose("GB-LTD", "anna").exit()).isZero();
        assertThat(records.rows("select id, state from quittance.payment_run where entity = 'GB-LTD' order by 1"))
                .containsExactly(GB + " CANCELLED", "GB-LTD-20261125-02 PROPOSED");
    }

    /** The run is worth some GBP 40,000. */
    @ParameterizedTest(name = "{0}: {1} {2}")
    @Order(6)
    @CsvSource(delimiter = '|', textBlock = """
            GBP 1000.00    | 77 | worth more than ben may approve
            EUR 1000.00    | 77 | worth more than ben may approve
            JPY 100000     | 77 | worth more than ben may approve
            KES 1000000.00 | 77 | there is no rate between them
            EUR 250000.00  |  0 | 1 of 2 approvals
            """)
    void aLimitHoldsInWhateverCurrencyTheRunIs(String limit, int exit, String says) throws Exception {
        change("users.yaml", "approval_limit: EUR 250000.00", "approval_limit: " + limit);
        Program.Result result = approve("GB-LTD-20261125-02", "ben");
        assertThat(result.exit()).as(result.err()).isEqualTo(exit);
        assertThat(result.out() + result.err()).contains(says);
        change("users.yaml", "approval_limit: " + limit, "approval_limit: EUR 250000.00");
    }

    @Test
    @Order(7)
    void nobodySignsWhatHeDidNotSee() {
        Program.Result refused = program.run("run", "approve", "GB-LTD-20261125-02", "--as", "chloe");
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).contains("--digest");
        assertThat(program.ok("run", "show", "GB-LTD-20261125-02", "--as", "chloe"))
                .contains("digest ");
    }

    @Test
    @Order(8)
    void aRunWhosePayDateIsOverIsNotReleased() throws Exception {
        approve("GB-LTD-20261125-02", "chloe");
        Program.Result late =
                program.run("run", "release", "--as", "dev", "GB-LTD-20261125-02", "--date", "2026-11-26");
        assertThat(late.exit()).as(late.err()).isEqualTo(77);
        assertThat(late.err()).contains("pay date 2026-11-25 is over", "Cancel the run");
        assertThat(outbox()).isEmpty();
    }

    /** Approved for one account: another one, verified or not, is not what people signed. */
    @Test
    @Order(9)
    void aPayeeWhoWasShutOffAfterTheSignaturesIsNotPaid() throws Exception {
        change(
                "register/accounts.csv",
                "DE25999000100417011006,TESTDEFF,,,DE,Brandt & Köhler GmbH,2025-03-14",
                "DE25999000100417011006,TESTDEFF,,,DE,Brandt & Köhler GmbH,");
        Program.Result stopped = program.run("run", "release", "--as", "dev", "GB-LTD-20261125-02", "--date", DAY);
        assertThat(stopped.exit()).as(stopped.err()).isEqualTo(20);
        assertThat(stopped.err()).contains("C1011", "no longer a verified one", "Nothing left.");
        change(
                "register/accounts.csv",
                "DE25999000100417011006,TESTDEFF,,,DE,Brandt & Köhler GmbH,",
                "DE25999000100417011006,TESTDEFF,,,DE,Brandt & Köhler GmbH,2025-03-14");
        assertThat(outbox()).isEmpty();
    }

    /** Something broke after the release began and before anything left: the run is given up, its documents go on. */
    @Test
    @Order(10)
    void aReleaseThatBrokeCanBeCancelled() throws Exception {
        assertThat(propose("SG-PTE", "anna").exit()).isZero();
        approve(SG, "ben");
        approve(SG, "chloe");
        try (var change = records.change("quittance.payment", "minor", "minor + 1", "id = '" + SG + "-00001'")) {
            assertThat(program.run("run", "release", "--as", "dev", SG, "--date", DAY)
                            .exit())
                    .isEqualTo(20);
        }
        program.ok("run", "cancel", SG, "--as", "anna");
        assertThat(program.ok("check")).isEmpty();
        assertThat(propose("SG-PTE", "anna").exit()).isZero();
        Program.Result over = program.run("run", "release", "--as", "dev", SG, "--date", DAY);
        assertThat(over.exit()).isEqualTo(77);
        assertThat(over.err()).contains("is CANCELLED and cannot be released");
        assertThat(files("staging")).isEmpty();
    }

    /** The process dies between moving a file and noting it; the file is still there. */
    @Test
    @Order(11)
    void aFileThatWasMovedJustBeforeTheCrashIsFoundAndNotMovedAgain() throws Exception {
        fail("handed_over", "new.position = 1");
        assertThat(program.run("run", "release", "--as", "dev", "GB-LTD-20261125-02", "--date", DAY)
                        .exit())
                .isEqualTo(1);
        assertThat(outbox()).hasSize(1);
        work("handed_over");
        program.ok("run", "release", "--as", "dev", "GB-LTD-20261125-02", "--date", DAY);
        assertThat(outbox()).hasSize(3);
        assertThat(records.rows("select position, how from quittance.handed_over order by 1"))
                .containsExactly("1 FOUND", "2 MOVED", "3 MOVED");
    }

    /** The same, but the bank's agent has fetched and removed what lay there. */
    @Test
    @Order(12)
    void aFileThatTheBankMayHaveIsNeverPutThereAgain() throws Exception {
        approve("NL-BV-20261125-02", "ben");
        approve("NL-BV-20261125-02", "chloe");
        fail("handed_over", "new.position = 2");
        assertThat(program.run("run", "release", "--as", "dev", "NL-BV-20261125-02", "--date", DAY)
                        .exit())
                .isEqualTo(1);
        work("handed_over");
        fetch();
        String gone = records.one(
                "select folder || '/' || name from quittance.handover where run = 'NL-BV-20261125-02' and position = 2");
        String folder = gone.substring(0, gone.lastIndexOf('/') + 1);
        Program.Result stopped = program.run("run", "release", "--as", "dev", "NL-BV-20261125-02", "--date", DAY);
        assertThat(stopped.exit()).as(stopped.err()).isEqualTo(20);
        assertThat(stopped.err())
                .contains("is gone: the bank may have it", "--missing " + gone + "=delivered")
                .doesNotContain("Nothing left");
        assertThat(outbox()).isEmpty();
        Program.Result other = missing(folder + "manifest.txt=lost");
        assertThat(other.exit()).as(other.err()).isEqualTo(66);
        assertThat(other.err()).contains("manifest.txt of NL-BV-20261125-02 is not missing", "Missing is " + gone);
        assertThat(missing("delivered").exit()).as("names no file").isEqualTo(2);
        assertThat(outbox()).isEmpty();
        assertThat(missing(gone + "=delivered").exit()).isZero();
        assertThat(outbox())
                .extracting(file -> String.valueOf(file.getFileName()))
                .containsExactly("NL-BV-20261125-02-NL-BV-USD-cross-border.xml", "manifest.txt");
        fetch();
        assertThat(missing(gone + "=lost").exit()).as("decided already").isEqualTo(66);
        assertThat(program.ok("run", "release", "--as", "dev", "NL-BV-20261125-02", "--date", DAY))
                .contains("nothing to do");
        assertThat(outbox()).isEmpty();
        assertThat(program.ok("check")).isEmpty();
    }

    private Program.Result missing(String fate) {
        return program.run("run", "release", "--as", "dev", "NL-BV-20261125-02", "--date", DAY, "--missing", fate);
    }

    /** A checker that never fires proves nothing. */
    @Test
    @Order(13)
    void checkSeesWhatWasChangedInFilesRowsAndSignatures() throws Exception {
        Path stray =
                Files.createDirectories(home.resolve("outbox/payments/evil")).resolve("a.xml");
        Files.writeString(stray, "<Document/>");
        assertThat(program.run("check").out()).contains("I-06", "evil/a.xml was not put there by a release");
        Files.delete(stray);
        assertViolated("quittance.payment", "remittance", "'thank you'", "id = 'NL-BV-20261125-02-00001'", "I-07");
        assertViolated("quittance.payment_run", "approvals_needed", "3", "id = 'NL-BV-20261125-02'", "I-10");
        assertViolated(
                "quittance.handover",
                "sha256",
                "repeat('0', 64)",
                "run = 'NL-BV-20261125-02' and position = 1",
                "I-07");
        assertViolated(
                "quittance.run_candidate",
                "run",
                "'GB-LTD-20261125-02'",
                "run = 'NL-BV-20261125-02' and invoice = (select invoice from quittance.run_candidate"
                        + " where run = 'NL-BV-20261125-02' order by invoice limit 1)",
                "I-03");
        records.execute("alter table ledger.block disable trigger block_append_only");
        assertViolated(
                "ledger.block", "hash", "'\\x00'::bytea", "number = (select max(number) from ledger.block)", "I-08");
        records.execute("alter table ledger.block enable trigger block_append_only");
        assertThat(program.ok("check")).isEmpty();
    }

    private void assertViolated(String table, String column, String value, String where, String invariant)
            throws SQLException {
        try (var change = records.change(table, column, value, where)) {
            Program.Result found = program.run("check");
            assertThat(found.exit()).isEqualTo(20);
            assertThat(found.out()).contains(invariant);
        }
    }

    private Program.Result propose(String entity, String user, String... more) {
        return program.run(Stream.concat(
                        Stream.of("run", "propose", "--entity", entity, "--date", DAY, "--as", user), Stream.of(more))
                .toArray(String[]::new));
    }

    private Program.Result approve(String run, String user) throws SQLException {
        String digest = records.one("select digest from quittance.payment_run where id = '" + run + "'");
        return program.run("run", "approve", run, "--digest", digest.substring(0, 12), "--as", user);
    }

    private List<String> reasons(String outcome) throws SQLException {
        return records.rows(
                "select i.contractor, d.reason from quittance.run_decision d join quittance.invoice i on i.id = d.invoice"
                        + " where d.outcome = '" + outcome + "'");
    }

    @ParameterizedTest(name = "{0}")
    @Order(14)
    @CsvSource({
        "run show NO-SUCH",
        "run release NO-SUCH --as dev",
        "run cancel NO-SUCH --as anna",
        "run approve NO-SUCH --as ben --digest 123456789012"
    })
    void aRunThatIsNotThereIsMissingInput(String command) {
        Program.Result refused = program.run(command.split(" "));
        assertThat(refused.exit()).as(refused.err()).isEqualTo(66);
        assertThat(refused.err()).contains("there is no run NO-SUCH", "quittance run list");
    }

    /** From now on the database refuses such rows. */
    private void fail(String table, String when) throws SQLException {
        records.execute("create function quittance.fail() returns trigger language plpgsql as $$ begin"
                + " raise exception 'the disk is full, say'; end $$");
        records.execute("create trigger fail before insert on quittance." + table + " for each row when (" + when
                + ") execute function quittance.fail()");
    }

    private void work(String table) throws SQLException {
        records.execute("drop trigger fail on quittance." + table);
        records.execute("drop function quittance.fail()");
    }

    /** What the agent that carries files to the bank does. */
    private void fetch() throws IOException {
        for (Path file : outbox()) {
            Files.delete(file);
        }
    }

    private List<Path> outbox() throws IOException {
        return files("outbox");
    }

    private List<Path> files(String part) throws IOException {
        try (Stream<Path> tree = Files.walk(home.resolve(part))) {
            return tree.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private void change(String file, String old, String young) throws IOException {
        Path path = config.resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(old);
        Files.writeString(path, text.replace(old, young));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> tree = Files.walk(from)) {
            for (Path file : tree.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }
}
