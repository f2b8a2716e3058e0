package io.quittance.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quittance.reconciliation.simulation.BankSimulator;
import io.quittance.reconciliation.simulation.Scenario;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** What banks send after a run was released: in any order, into any folder, twice, wrong, too early for our rates. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BankSideIT {

    private static final String RUN = "NL-BV-20261125-01";
    private static final String EURO = "NL42TEST0201004178";
    private static final String DOLLAR = "NL08TEST0201004305";
    private static final String REJECTED = RUN + "-00012";
    private static final String RETURNED = RUN + "-00013";

    /** The second of the two that were ordered from the dollar account. */
    private static final String LAST = RUN + "-00021";

    private Path home;
    private Path config;
    private Program program;
    private Records records;

    @BeforeAll
    void releasedRun(@TempDir Path folder) throws IOException, SQLException {
        home = folder.resolve("workspace");
        config = folder.resolve("config");
        copy(Program.root().resolve("config"), config);
        copy(Program.root().resolve("fixtures/demo/inbox"), home.resolve("inbox"));
        program = new Program(home, config);
        program.ok("nightly", "--date", "2026-11-24", "--as", "anna");
        program.approve(RUN);
        program.ok("run", "release", RUN, "--date", "2026-11-24", "--as", "dev");
        records = new Records(home);
    }

    @AfterAll
    void close() throws SQLException {
        records.close();
    }

    /** Item 7 of the audit: content is known by the folder that took it in, not for all of them. */
    @Test
    @Order(1)
    void aStatementThatLayAmongTheInvoicesIsStillAStatement() throws Exception {
        String statement = new StatementText("EMPTY", "2026-11-24", EURO, "EUR 250000.00").toString();
        drop("invoices", "misplaced.xml", statement);
        program.ok("intake", "--date", "2026-11-25", "--as", "anna");
        assertThat(records.one("select count(*) from quittance.refusal where file_name = 'misplaced.xml'"))
                .isEqualTo("1");
        drop("bank", "misplaced.xml", statement);
        bank();
        assertThat(records.rows("select statement_id from quittance.statement")).containsExactly("EMPTY");
        drop("bank", "again.xml", statement);
        bank();
        assertThat(records.rows(
                        "select name, outcome from quittance.intake_delivery where kind = 'BANK' order by work_set"))
                .containsExactly("misplaced.xml NEW", "again.xml DUPLICATE");
    }

    /** Called so that by name the return comes first, then what is returned, then the refusal. */
    @Test
    @Order(2)
    void messagesAreActedOnByKindAndDateWhateverFilesAreCalled() throws Exception {
        List<byte[]> orders = List.of(orders("NL-BV-EUR-sepa"));
        Scenario day = Scenario.of(LocalDate.of(2026, 11, 25), 2)
                .opening(EURO, Money.parse("EUR 250000.00"))
                .rejecting(REJECTED, "AC01");
        drop("bank", "c-status.xml", BankSimulator.statusReport(orders.getFirst(), day));
        drop("bank", "b-payments.xml", BankSimulator.statement(orders, day));
        Scenario next = Scenario.of(LocalDate.of(2026, 11, 26), 3)
                .opening(EURO, Money.parse("EUR 167000.00"))
                .returning(RETURNED, "AC04");
        drop("bank", "a-returns.xml", BankSimulator.returns(orders, next));
        bank();
        assertThat(state(RETURNED)).isEqualTo("RETURNED");
        assertThat(state(REJECTED)).isEqualTo("REJECTED");
        assertThat(state(RUN + "-00001")).isEqualTo("SETTLED");
        assertThat(codes()).doesNotContain("Q806", "Q810");
        assertThat(program.ok("check")).isEmpty();
    }

    @Test
    @Order(3)
    void whatWasRefusedAndExecutedAllTheSameIsNotPaidAgain() throws Exception {
        propose();
        String tooSoon = latestRun();
        assertThat(decisions(REJECTED)).isNotEmpty().allMatch(decision -> decision.startsWith("PAID"));
        String sum = records.one(
                "select quittance.amount(minor, currency) from quittance.payment where id = '" + REJECTED + "'");
        drop(
                "bank",
                "surprise.xml",
                new StatementText("S-27", "2026-11-27", EURO, "EUR 170000.00")
                        .out(sum, reference("EndToEndId", "end_to_end_id", REJECTED))
                        .toString());
        bank();
        assertThat(codes()).contains("Q810").doesNotContain("Q806");
        assertThat(program.run("check").out()).contains("I-22");
        program.approve(tooSoon);
        assertThatThrownBy(() -> records.rows("update quittance.payment_run set state = 'RELEASED' where id = '"
                        + tooSoon + "' returning id"))
                .hasMessageContaining("its money may be out already");
        program.ok("run", "cancel", tooSoon, "--as", "anna");
        propose();
        assertThat(decisions(REJECTED))
                .isNotEmpty()
                .allMatch(decision ->
                        decision.startsWith("HELD " + REJECTED + " is REJECTED, but entry 1 of statement S-27"));
        assertThat(decisions(RETURNED)).isNotEmpty().allMatch(decision -> decision.startsWith("PAID"));
        assertThat(program.ok("check")).isEmpty();
        program.ok("run", "cancel", latestRun(), "--as", "anna");
    }

    @Test
    @Order(4)
    void aPersonWhoAskedTheBankLetsItBePaidAgain() throws Exception {
        String[] act = {"bank", "clear", REJECTED, "--reason", "booked back by hand", "--as"};
        assertThat(program.run(with(act, "anna")).exit()).isEqualTo(77);
        assertThat(program.ok(with(act, "ben")))
                .contains("entry 1 of statement S-27 of NL-BV-EUR took money for it; cleared by ben");
        assertThat(program.run(with(act, "ben")).exit()).isEqualTo(66);
        propose();
        assertThat(decisions(REJECTED)).isNotEmpty().allMatch(decision -> decision.startsWith("PAID"));
        program.ok("run", "cancel", latestRun(), "--as", "anna");
        assertThat(records.one("select count(*) from quittance.audit_event where action = 'bank.clear'"))
                .isEqualTo("1");
    }

    /** A bank that takes a refusal back in words casts the same doubt as one that takes the money. */
    @Test
    @Order(4)
    void aRefusalThatIsTakenBackCastsADoubtToo() throws Exception {
        String report = new String(
                BankSimulator.statusReport(orders("NL-BV-EUR-sepa"), Scenario.of(LocalDate.of(2026, 11, 28), 4)),
                StandardCharsets.UTF_8);
        drop("bank", "changed-its-mind.xml", report.replace("ACSP", "ACSC").replaceFirst("<MsgId>S", "<MsgId>T"));
        bank();
        assertThat(records.rows("select message from quittance.list_findings where code = 'Q803'"))
                .singleElement()
                .asString()
                .contains("says ACSC of " + REJECTED + ", which is REJECTED already");
        assertThat(state(RETURNED)).as("told late").isEqualTo("RETURNED");
        propose();
        assertThat(decisions(REJECTED)).isNotEmpty().allMatch(decision -> decision.startsWith("HELD"));
        program.ok("run", "cancel", latestRun(), "--as", "anna");
        program.ok("bank", "clear", REJECTED, "--reason", "a slip of the bank's", "--as", "ben");
    }

    /** Item 3 of the audit: this used to end 20 every night, even after the rates had come. */
    @Test
    @Order(5)
    void aStatementWithoutRatesWaitsAndTheNextOneOfItsAccountWithIt() throws Exception {
        String payment = RUN + "-00020";
        addAccount("NL-BV-DOL", DOLLAR);
        drop("bank", "other-currency.xml", new StatementText("E-1", "2026-12-11", DOLLAR, "EUR 100.00").toString());
        drop("bank", "a-later.xml", new StatementText("D-2", "2026-12-11", DOLLAR, "USD 29465.65").toString());
        drop(
                "bank",
                "b-earlier.xml",
                new StatementText("D-1", "2026-12-10", DOLLAR, "USD 40000.00")
                        .out("10534.35", reference("EndToEndId", "end_to_end_id", payment))
                        .toString());
        Program.Result night = program.run("bank", "--date", "2026-12-11", "--as", "anna", "--fail-on", "held");
        assertThat(night.exit()).as(night.err()).isEqualTo(10);
        assertThat(night.err()).contains("2 statements of banks held");
        assertThat(codes()).contains("Q602", "Q809");
        assertThat(state(payment)).isEqualTo("ORDERED");
        assertThat(records.rows("select statement_id from quittance.statement where account = 'NL-BV-DOL'"))
                .as("the same number in another currency is another account")
                .containsExactly("E-1");
        assertThat(program.ok("check")).isEmpty();
        assertThat(program.ok("bank", "--date", "2026-12-12", "--as", "anna"))
                .as("no rate has come, so there is nothing to try")
                .contains("nothing to do");
    }

    @Test
    @Order(6)
    void whenTheRatesHaveComeTheyAreTakenInByThemselves() throws Exception {
        drop("rates", "december.csv", "Date,USD,\n2026-12-10,1.1650,\n2026-12-11,1.1660,\n");
        program.ok("intake", "--date", "2026-12-12", "--as", "anna");
        program.ok("bank", "--date", "2026-12-12", "--as", "anna");
        assertThat(state(RUN + "-00020")).isEqualTo("SETTLED");
        assertThat(records.rows(
                        "select statement_id from quittance.statement where account = 'NL-BV-USD' order by date"))
                .containsExactly("D-1", "D-2");
        assertThat(codes()).doesNotContain("Q602", "Q809");
        assertThat(program.ok("bank", "--date", "2026-12-13", "--as", "anna")).contains("nothing to do");
        assertThat(program.ok("check")).isEmpty();
    }

    @Test
    @Order(7)
    void badFilesStandInQuarantineWithTheReasonsBesideThem() throws Exception {
        drop("bank", "torn.xml", "<Document><BkToCstmrStmt>");
        drop("bank", "off.xml", new StatementText("OFF", "2026-12-14", EURO, "EUR 100.00").unbalanced());
        drop("rates", "torn.csv", "Date,USD,\n2026-12-14,abc,\n");
        Program.Result rates = program.run("intake", "--date", "2026-12-14", "--as", "anna", "--fail-on", "rejected");
        assertThat(rates.exit()).as(rates.err()).isEqualTo(10);
        assertThat(rates.err()).contains("1 bank or rate files refused by this command");
        Program.Result night = program.run("bank", "--date", "2026-12-14", "--as", "anna", "--fail-on", "rejected");
        assertThat(night.exit()).as(night.err()).isEqualTo(10);
        assertThat(night.err()).contains("2 bank or rate files refused by this command");
        Map<String, String> codes = Map.of("torn.xml", "Q101", "off.xml", "Q804", "torn.csv", "Q605");
        for (var bad : codes.entrySet()) {
            Path folder = quarantined(bad.getKey());
            assertThat(folder.resolve(bad.getKey())).exists();
            assertThat(Files.readString(findings(folder))).contains(bad.getValue());
        }
    }

    /** A delivery that produced nothing may be taken again: the program may have learned to read it, or the register. */
    @Test
    @Order(8)
    void whatProducedNothingIsReadAgainWhenItIsDeliveredAgain() throws Exception {
        String stranger = new StatementText("NEW-1", "2026-12-15", "NL00NEWBANK", "EUR 10.00").toString();
        Path corrected = quarantined("torn.xml").resolve("torn.xml");
        Files.writeString(corrected, "<Document/>");
        drop("bank", "torn.xml", "<Document><BkToCstmrStmt>");
        drop("bank", "stranger.xml", stranger);
        bank();
        assertThat(corrected).as("somebody works on it").hasContent("<Document/>");
        String again = records.one("select max(work_set) from quittance.intake_delivery where name = 'torn.xml'");
        assertThat(corrected.resolveSibling(again + "-2-torn.xml")).hasContent("<Document><BkToCstmrStmt>");
        assertThat(records.rows(
                        "select outcome from quittance.intake_delivery where name = 'torn.xml' order by work_set"))
                .containsExactly("NEW", "AGAIN");
        assertThat(records.rows("select code from quittance.list_findings where file = 'torn.xml'"))
                .as("told once, however often it is delivered")
                .hasSize(1);
        assertThat(codes()).contains("Q801");
        addAccount("NL-BV-NEW", "NL00NEWBANK");
        drop("bank", "stranger.xml", stranger);
        bank();
        assertThat(records.rows("select statement_id from quittance.statement where account = 'NL-BV-NEW'"))
                .containsExactly("NEW-1");
        assertThat(codes()).doesNotContain("Q801");
        assertThat(program.ok("check")).isEmpty();
    }

    @Test
    @Order(9)
    void aReportThatSpeaksOfOtherTotalsChangesNothing() throws Exception {
        byte[] orders = orders("NL-BV-USD-cross-border");
        Scenario day = Scenario.of(LocalDate.of(2026, 11, 25), 2).rejecting(LAST, "AC01");
        String report = new String(BankSimulator.statusReport(orders, day), StandardCharsets.UTF_8);
        drop("bank", "totals.xml", report.replaceFirst("<OrgnlNbOfTxs>2<", "<OrgnlNbOfTxs>3<"));
        bank();
        assertThat(records.rows("select message from quittance.list_findings where code = 'Q808'"))
                .singleElement()
                .asString()
                .endsWith(": number of payments is 3, sent 2");
        assertThat(state(LAST)).isEqualTo("ORDERED");
    }

    @Test
    @Order(10)
    void matchingAsksWhoseAccountItIsAndKnowsTheUetr() throws Exception {
        drop(
                "bank",
                "uetr.xml",
                new StatementText("D-3", "2026-12-11", DOLLAR, "USD 29465.65")
                        .out("3735.00", reference("UETR", "upper(uetr)", LAST))
                        .out("29.00", reference("EndToEndId", "end_to_end_id", RUN + "-00017"))
                        .toString());
        bank();
        assertThat(records.rows("select status, payment, rule from quittance.statement_entry e"
                        + " join quittance.statement s on s.id = e.statement where s.statement_id = 'D-3' order by 1"))
                .containsExactly(
                        "EXACT " + LAST + " UETR and amount",
                        "MISMATCH " + RUN + "-00017 ordered from NL-BV-EUR, booked on NL-BV-USD");
        assertThat(state(LAST)).isEqualTo("SETTLED");
        assertThat(program.ok("check")).isEmpty();
    }

    /** Banks list less than they booked: what no transaction tells of waits for a person, and the books stay with the account. */
    @Test
    @Order(11)
    void theBooksMoveAsTheAccountDoesWhateverTheBankLists() throws Exception {
        String one = new StatementText("D-4", "2026-12-12", DOLLAR, "USD 25701.65")
                .out("30.00", "")
                .toString();
        String details = one.substring(one.indexOf("<TxDtls>"), one.indexOf("</NtryDtls>"));
        drop("bank", "less.xml", one.replace(details, (details + details).replace("30.00", "10.00")));
        bank();
        assertThat(records.rows("select e.transaction, e.minor from quittance.statement_entry e"
                        + " join quittance.statement s on s.id = e.statement where s.statement_id = 'D-4' order by 1"))
                .containsExactly("1 -1000", "2 -1000", "3 -1000");
        assertThat(program.ok("check")).isEmpty();
        program.ok("reconcile", "--date", "2026-12-15", "--as", "anna");
    }

    /** Whatever breaks a stage for ever, the nights after it must not stand still. */
    @Test
    @Order(12)
    void aWorkSetThatFailsEveryTimeCanBeGivenUp() throws Exception {
        try (var poison = records.forbid("quittance.statement", "statement_id <> 'POISON'")) {
            drop("bank", "a-good.xml", new StatementText("D-5", "2026-12-13", DOLLAR, "USD 25671.65").toString());
            drop("bank", "b-bad.xml", new StatementText("POISON", "2026-12-14", DOLLAR, "USD 25671.65").toString());
            assertThat(program.run("bank", "--date", "2026-12-16", "--as", "anna")
                            .exit())
                    .isEqualTo(1);
            assertThat(program.run("bank", "--date", "2026-12-16", "--as", "anna")
                            .exit())
                    .isEqualTo(1);
            assertThat(program.run("recover", "--give-up", "bank-20261101-01").exit())
                    .isEqualTo(66);
            program.ok("recover", "--give-up", "bank-20261216-01");
            assertThat(program.ok("bank", "--date", "2026-12-16", "--as", "anna"))
                    .contains("nothing to do");
        }
        assertThat(quarantined("b-bad.xml").resolve("b-bad.xml")).exists();
        assertThat(Files.readString(findings(quarantined("b-bad.xml"))))
                .contains("Q811", "message 1 was given up by anna", "deliver the file again");
        assertThat(records.rows("select code, severity from quittance.list_findings where file = 'b-bad.xml'"))
                .containsExactly("Q811 REJECT");
        assertThat(program.ok("check")).isEmpty();
        drop("bank", "b-bad.xml", new StatementText("POISON", "2026-12-14", DOLLAR, "USD 25671.65").toString());
        program.ok("bank", "--date", "2026-12-16", "--as", "anna");
        assertThat(records.rows("select statement_id from quittance.statement where statement_id in ('D-5', 'POISON')"))
                .containsExactlyInAnyOrder("D-5", "POISON");
        assertThat(program.ok("check")).isEmpty();
    }

    private byte[] orders(String file) throws IOException {
        Path folder = home.resolve("outbox/payments").resolve(RUN);
        return Files.readAllBytes(folder.resolve(RUN + "-" + file + ".xml"));
    }

    /** One more account of NL-BV, in euros. */
    private void addAccount(String id, String number) throws IOException {
        Path accounts = config.resolve("register/bank-accounts.csv");
        Files.writeString(
                accounts, Files.readString(accounts) + id + ",NL-BV,polderbank," + number + ",TESTNL2A,EUR\n");
    }

    private void bank() {
        program.ok("bank", "--date", "2026-12-15", "--as", "anna");
    }

    private void propose() {
        program.ok("run", "propose", "--entity", "NL-BV", "--date", "2026-11-27", "--as", "anna");
    }

    private String latestRun() throws SQLException {
        return records.one("select id from quittance.payment_run where entity = 'NL-BV' and state = 'PROPOSED'");
    }

    /** What the latest run decided about the documents of a payment. */
    private List<String> decisions(String payment) throws SQLException {
        return records.rows("""
                select d.outcome, d.reason from quittance.run_decision d
                join quittance.settlement s on s.invoice = d.invoice and s.payment = '%s'
                where d.run = '%s'
                """.formatted(payment, latestRun()));
    }

    private String reference(String element, String column, String payment) throws SQLException {
        String value = records.one("select " + column + " from quittance.payment where id = '" + payment + "'");
        return "<" + element + ">" + value + "</" + element + ">";
    }

    private String state(String payment) throws SQLException {
        return records.one("select state from quittance.list_payments where payment = '" + payment + "'");
    }

    private List<String> codes() throws SQLException {
        return records.rows("select distinct code from quittance.list_findings"
                + " where file in (select name from quittance.intake_delivery where kind = 'BANK')");
    }

    private Path quarantined(String name) throws SQLException {
        String sha256 = records.one("select sha256 from quittance.intake_file where name = '" + name + "'");
        return home.resolve("quarantine").resolve(sha256.substring(0, 12));
    }

    private static Path findings(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("findings-"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static String[] with(String[] words, String last) {
        return Stream.concat(Stream.of(words), Stream.of(last)).toArray(String[]::new);
    }

    private void drop(String inbox, String name, String text) throws IOException {
        drop(inbox, name, text.getBytes(StandardCharsets.UTF_8));
    }

    private void drop(String inbox, String name, byte[] bytes) throws IOException {
        Files.write(
                Files.createDirectories(home.resolve("inbox").resolve(inbox)).resolve(name), bytes);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> tree = Files.walk(from)) {
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }
}
