package io.quittance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.cli.Program.Result;
import io.quittance.testkit.database.DatabaseTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What persons say about single documents, and that money obeys: held is not paid, lifted is paid once. */
@DatabaseTest
class HoldLiftIT {

    private static final String DAY = "2026-11-24";
    private static final String RUN = "NL-BV-20261125-01";
    private static final String NEXT_RUN = "NL-BV-20261125-02";
    private static final String FIRST = "NL-BV/C1001/A-1";
    private static final String STAMPED = "NL-BV/C1041/131/2026";

    private static final String INVOICES = """
            document_type,invoice_number,invoice_date,supply_date,due_date,entity,contractor,contractor_name,\
            contractor_vat_id,contract,purchase_reference,currency,line_number,description,quantity,unit_price,\
            net_amount,vat_category,vat_rate,vat_amount,invoice_net,invoice_vat,invoice_gross,amount_due,\
            payee_account,payee_bic,payment_reference,preceding_invoice
            invoice,A-1,2026-11-02,2026-10-31,2026-11-24,NL-BV,C1001,Jansen Softwarebouw B.V.,NL811402666B01,CT-1001-NL,,EUR,1,Work,1,100.00,100.00,S,21,21.00,\
            100.00,21.00,121.00,121.00,NL88TEST0417001010,TESTNL2A,,
            invoice,A-2,2026-11-02,2026-10-31,2026-11-24,NL-BV,C1001,Jansen Softwarebouw B.V.,NL811402666B01,CT-1001-NL,,EUR,1,Work,2,100.00,200.00,S,21,42.00,\
            200.00,42.00,242.00,242.00,NL88TEST0417001010,TESTNL2A,,
            invoice,A-3,2026-11-02,2026-10-31,2026-11-24,NL-BV,C9999,Nobody,NL811402666B01,CT-1001-NL,,EUR,1,Work,1,100.00,100.00,S,21,21.00,\
            100.00,21.00,121.00,121.00,NL88TEST0417001010,TESTNL2A,,
            invoice,A-4,02/11/2026,2026-10-31,2026-11-24,NL-BV,C1001,Jansen Softwarebouw B.V.,NL811402666B01,CT-1001-NL,,EUR,1,Work,1,100.00,100.00,S,21,21.00,\
            100.00,21.00,121.00,121.00,NL88TEST0417001010,TESTNL2A,,
            """;

    @TempDir
    Path folder;

    private Path home;
    private Path config;
    private Program program;
    private NightDatabase database;

    @BeforeEach
    void assessed() throws IOException {
        home = folder.resolve("workspace");
        config = folder.resolve("config");
        copy("config", config);
        copy("fixtures/demo/inbox/rates", home.resolve("inbox/rates"));
        Path inbox = Files.createDirectories(home.resolve("inbox/invoices"));
        Files.writeString(inbox.resolve("november.csv"), INVOICES);
        Files.writeString(inbox.resolve("bollo.xml"), stamped());
        database = NightDatabase.onTestServer(home, folder);
        program = new Program(home, config, database.options());
        work("intake");
        work("assess");
    }

    /** The Italian invoice of Q707 with stamp duty in place of what is withheld. */
    private static String stamped() throws IOException {
        return Files.readString(Program.root().resolve("fixtures/errors/Q707/inbox/invoices/ritenuta.xml"))
                .replaceFirst(
                        "(?s)<DatiRitenuta>.*</DatiRitenuta>",
                        "<DatiBollo><BolloVirtuale>SI</BolloVirtuale><ImportoBollo>2.00</ImportoBollo></DatiBollo>")
                .replace("<Ritenuta>SI</Ritenuta>", "")
                .replace("2480.00", "3100.00");
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatAPersonHoldsIsNotPaidUntilItIsLiftedAndThenOnce() throws Exception {
        assertThat(act("invoice", "hold", FIRST, "--reason", "goods   disputed"))
                .contains(FIRST + " held: held by anna on 2026-11-24: goods disputed", "--code Q709");
        assertThat(act("invoice", "hold", FIRST, "--reason", "goods disputed")).contains("was already held");
        assertThat(program.ok("invoice", "show", FIRST, "--date", DAY))
                .contains("state HELD", "quittance invoice lift " + FIRST + " --code Q709 --reason TEXT")
                .doesNotContain("resubmit");

        propose();
        assertThat(program.ok("run", "show", RUN, "--format", "csv"))
                .contains("held,C1001,Jansen Softwarebouw B.V.,,A-1,EUR,121.00,,,,Q709 held by anna: goods disputed,")
                .contains(",A-2,EUR,242.00," + RUN + "-00001");
        assertThat(row("--state", "held", "--code", "Q709", "--file", "november.csv", "--since", DAY))
                .contains("A-1")
                .doesNotContain("A-2");
        pay(RUN);

        assertThat(act("invoice", "lift", FIRST, "--code", "Q709", "--reason", "credit agreed"))
                .contains("lifted: Q709 held by anna");
        propose();
        assertThat(program.ok("run", "show", NEXT_RUN, "--format", "csv"))
                .contains(",A-1,EUR,121.00," + NEXT_RUN + "-00001")
                .contains("Q709 lifted by anna on 2026-11-24: credit agreed")
                .doesNotContain("A-2");
        pay(NEXT_RUN);
        assertThat(payments()).containsExactly("A-1 121.00", "A-2 242.00");
        assertThat(program.ok("check")).isEmpty();
    }

    @Test
    void aHoldEndsOnItsDay() throws Exception {
        assertThat(run("invoice", "hold", FIRST, "--reason", "later", "--until", DAY)
                        .exit())
                .isEqualTo(2);
        act("invoice", "hold", FIRST, "--reason", "waits for the time sheet", "--until", "2026-11-25");
        propose();
        assertThat(program.ok("run", "show", RUN)).contains("waits for the time sheet");
        program.ok("run", "cancel", RUN, "--as", "anna");
        program.ok("run", "propose", "--entity", "NL-BV", "--date", "2026-11-25", "--as", "anna");
        assertThat(program.ok("run", "show", "NL-BV-20261126-01", "--format", "csv"))
                .contains("paid,C1001,Jansen Softwarebouw B.V.,NL…1010,A-1");
        assertThat(program.ok("check")).isEmpty();
    }

    @Test
    void aRunThatPaysItHasToBeCancelledFirst() throws Exception {
        propose();
        Result late = run("invoice", "hold", FIRST, "--reason", "disputed");
        assertThat(late.exit()).isEqualTo(77);
        assertThat(late.err()).contains("is in run " + RUN + ", which is PROPOSED", "quittance run cancel " + RUN);
        pay(RUN);
        assertThat(run("invoice", "hold", FIRST, "--reason", "disputed").err())
                .contains("has left with run " + RUN + ", payment " + RUN + "-00001: too late to hold.");
        // past the program
        try (Records records = new Records(database.open())) {
            records.execute("insert into quittance.person_hold (invoice, reason, held_by, on_date)"
                    + " select id, 'by hand', 'x', date '2026-11-24' from quittance.invoice where number = 'A-1'");
        }
        assertThat(program.run("check").out()).contains("I-39", "x holds it: by hand");
    }

    /** Whoever put the row there: nobody signs such a run any more. */
    @Test
    void theDatabaseItselfDoesNotApproveWhatIsHeld() throws Exception {
        propose();
        try (Records records = new Records(database.open())) {
            records.execute("insert into quittance.person_hold (invoice, reason, held_by, on_date)"
                    + " select id, 'by hand', 'x', date '2026-11-24' from quittance.invoice where number = 'A-1'");
        }
        assertThat(program.run("run", "approve", RUN, "--as", "ben", "--digest", digest(RUN))
                        .exit())
                .isZero();
        assertThat(program.run("run", "approve", RUN, "--as", "chloe", "--digest", digest(RUN))
                        .exit())
                .isNotZero();
        assertThat(program.ok("run", "show", RUN)).contains("state PROPOSED", "1 of 2 approvals");
    }

    @Test
    void aLiftedFindingStaysAsAWarningAndItsDocumentIsPaidOnce() throws Exception {
        assertThat(program.ok("invoice", "show", STAMPED))
                .contains("state HELD", "Q707", "quittance invoice lift " + STAMPED + " --code Q707 --reason TEXT");
        grant("chloe", "[approve, release, operate]");
        assertThat(program.ok(
                        "invoice",
                        "lift",
                        STAMPED,
                        "--code",
                        "Q707",
                        "--reason",
                        "seller pays it",
                        "--as",
                        "chloe",
                        "--date",
                        DAY))
                .contains("lifted: Q707 the document bears stamp duty of EUR 2.00", "another person approves");
        work("assess");
        work("assess");

        assertThat(program.ok("list", "findings", "--format", "csv"))
                .contains("Q707,WARN,NL-BV,C1041,131/2026,", "lifted by chloe on 2026-11-24: seller pays it")
                .doesNotContain("Q707,HOLD");
        propose();
        assertThat(program.ok("run", "show", RUN, "--format", "json"))
                .contains("Q707 lifted by chloe on 2026-11-24: seller pays it");
        Result own = program.run("run", "approve", RUN, "--as", "chloe", "--digest", digest(RUN));
        assertThat(own.exit()).isEqualTo(77);
        assertThat(own.err()).contains("chloe lifted Q707 of 131/2026, which " + RUN + " pays");
        program.ok("run", "approve", RUN, "--as", "ben", "--digest", digest(RUN));
        try (Records records = new Records(database.open())) {
            assertThat(records.rows("select acting_as || ' ' || action from quittance.audit_event"
                            + " where action like 'invoice.%' order by id"))
                    .containsExactly("chloe invoice.lift");
            assertThat(records.rows(
                            "select attempt || ' ' || verdict from quittance.assessment a join quittance.invoice i"
                                    + " on i.id = a.invoice where i.number = '131/2026' order by attempt"))
                    .containsExactly("1 HELD", "2 ACCEPTED");
        }
        assertThat(run("invoice", "lift", STAMPED, "--code", "Q707", "--reason", "again")
                        .exit())
                .isEqualTo(66);
        assertThat(program.ok("check")).isEmpty();
        try (Records records = new Records(database.open());
                var other = records.change("quittance.finding_lifted", "code", "'Q504'", "true")) {
            assertThat(program.run("check").out()).contains("I-38", "chloe lifted Q504");
        }
    }

    /** Before anything was concluded of it: it is booked and waits. */
    @Test
    void whatIsNotAssessedYetCanBeHeld() throws Exception {
        Files.writeString(
                home.resolve("inbox/invoices/late.csv"),
                INVOICES.lines()
                        .limit(2)
                        .reduce("", (a, b) -> a + b + "\n")
                        .replace(",A-1,2026-11-02,2026-10-31,", ",LATE-77,2026-10-12,2026-10-09,"));
        work("intake");
        act("invoice", "hold", "NL-BV/C1001/LATE-77", "--reason", "not ordered");
        work("assess");
        propose();
        assertThat(program.ok("run", "show", RUN, "--format", "csv"))
                .contains(",LATE-77,EUR,121.00,,,,Q709 held by anna: not ordered,");
        assertThat(program.ok("list", "postings", "--format", "csv")).contains("LATE-77");
        assertThat(program.ok("check")).isEmpty();
    }

    /** The act and its trail are one transaction: killed between them, neither is there. */
    @Test
    void anActWithoutItsTrailIsNone() throws Exception {
        try (Records records = new Records(database.open())) {
            try (var forbidden = records.forbid("quittance.audit_event", "action not like 'invoice.%'")) {
                assertThat(run("invoice", "hold", FIRST, "--reason", "x").exit())
                        .isNotZero();
                assertThat(run("invoice", "lift", STAMPED, "--code", "Q707", "--reason", "x")
                                .exit())
                        .isNotZero();
                assertThat(run("invoice", "withdraw", STAMPED, "--reason", "x").exit())
                        .isNotZero();
                assertThat(run("invoice", "resubmit", STAMPED).exit()).isNotZero();
            }
            for (String table : new String[] {"person_hold", "finding_lifted", "document_withdrawn", "asked_again"}) {
                assertThat(records.rows("select 1 from quittance." + table))
                        .as(table)
                        .isEmpty();
            }
        }
        assertThat(act("invoice", "lift", STAMPED, "--code", "Q707", "--reason", "x"))
                .contains("lifted: Q707");
    }

    /** What is never lifted, what does not hold it, what is no code, and no code at all. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Q309 | 77 | Q309 is never lifted: the money could reach an account that nobody verified
            Q601 | 77 | Q601 is never lifted: without a rate it cannot be booked
            Q401 | 77 | Q401 is never lifted: a refused document is corrected and sent again
            Q504 | 66 | is not held by Q504.
            Q999 | 2  | there is no finding code Q999
            """)
    void whatCannotBeLifted(String code, int exit, String says) throws Exception {
        Result refused = run("invoice", "lift", STAMPED, "--code", code, "--reason", "please");
        assertThat(refused.err()).contains(says).doesNotContain("\tat ");
        assertThat(refused.exit()).isEqualTo(exit);
        try (Records records = new Records(database.open())) {
            assertThat(records.rows("select 1 from quittance.finding_lifted")).isEmpty();
        }
    }

    /** Whoever runs these tests is nobody in users.yaml: trials have a stand-in, but what overrules a finding is somebody's. */
    @ParameterizedTest
    @ValueSource(strings = {"hold", "lift", "withdraw", "resubmit"})
    void nobodyOverrulesUnderTheNameOfAnother(String verb) {
        String options = switch (verb) {
            case "hold", "withdraw" -> " --reason x";
            case "lift" -> " --reason x --code Q707";
            default -> "";
        };
        Result refused = program.run(("invoice " + verb + " " + STAMPED + options).split(" "));
        assertThat(refused.exit()).isEqualTo(77);
        assertThat(refused.err())
                .contains("no user of config/users.yaml has os_login", "recorded under a name", "--as");
    }

    @Test
    void onlyWhoMayDoes() {
        for (String verb : new String[] {"hold", "lift", "withdraw", "resubmit"}) {
            String[] words = verb.equals("resubmit")
                    ? new String[] {"invoice", verb, FIRST, "--as", "ben"}
                    : new String[] {"invoice", verb, FIRST, "--reason", "x", "--as", "ben"};
            Result refused = program.run(words);
            assertThat(refused.exit()).as(verb).isEqualTo(77);
            assertThat(refused.err()).contains("ben may not do this: it needs the role operate");
        }
        assertThat(run("invoice", "lift", STAMPED, "--reason", "x").err())
                .contains("--code is missing", "It is held by Q707.");
        assertThat(run("invoice", "show", "NL-BV/C1001/Z-9").exit()).isEqualTo(66);
        assertThat(run("invoice", "show", "whatever").exit()).isEqualTo(2);
    }

    @Test
    void aRejectedDocumentIsLookedAtOnceMoreWhenAsked() throws Exception {
        String nobody = "NL-BV/C9999/A-3";
        assertThat(act("invoice", "resubmit", nobody)).contains("resubmitted: attempt 2");
        assertThat(act("invoice", "resubmit", nobody)).contains("was already resubmitted");
        work("assess");
        assertThat(attempts("A-3")).isEqualTo("2");
        work("assess");
        assertThat(attempts("A-3")).isEqualTo("2");
        assertThat(run("invoice", "resubmit", FIRST).exit())
                .as("accepted: it is booked")
                .isEqualTo(77);
        act("invoice", "hold", FIRST, "--reason", "disputed");
        assertThat(run("invoice", "resubmit", FIRST).err()).contains("only held by a person");
        work("assess");
        assertThat(attempts("A-1")).isEqualTo("1");
        assertThat(program.ok("check")).isEmpty();
    }

    @Test
    void whatCouldNotBeReadComesInCorrected() throws Exception {
        String unread = "november.csv#4";
        Result told = run("invoice", "resubmit", unread);
        assertThat(told.exit()).isEqualTo(66);
        assertThat(told.err()).contains("could not be read (Q111)", "quarantine/", "00004-november.csv", "resubmit");
        assertThat(program.ok("invoice", "show", unread)).contains("state REJECTED", "Q111", "02/11/2026");

        String header = INVOICES.substring(0, INVOICES.indexOf('\n') + 1);
        String row = INVOICES.lines()
                .filter(line -> line.contains(",A-4,"))
                .findFirst()
                .orElseThrow();
        Path corrected = folder.resolve("corrected.csv");
        Files.writeString(corrected, header + row.replace("02/11/2026", "2026-11-02") + "\n");
        assertThat(act("invoice", "resubmit", unread, corrected.toString())).contains("inbox/invoices");
        assertThat(act("invoice", "resubmit", unread, corrected.toString())).contains("inbox/invoices");
        work("intake");
        work("assess");
        assertThat(program.ok("invoice", "show", "NL-BV/C1001/A-4"))
                .as("the name is that of the corrected one; it looks like A-1 (Q405)")
                .contains("state HELD", "Q405")
                .doesNotContain("Q111");
    }

    @Test
    void severalOfOneNameAreToldApart() throws Exception {
        Files.writeString(
                home.resolve("inbox/invoices/again.csv"),
                INVOICES.lines().limit(2).reduce("", (a, b) -> a + b + "\n").replace("Work", "Work again"));
        work("intake");
        work("assess");
        assertThat(program.ok("invoice", "show", FIRST))
                .as("the one that counts, whatever came again")
                .contains("state ACCEPTED", "from november.csv position 1");
        String id = row("--state", "rejected", "--file", "again.csv")
                .strip()
                .replaceAll("(?s).*,", "")
                .replace("\"", "");
        assertThat(program.ok("invoice", "show", "invoice:" + id)).contains("Q401");
    }

    /** Account numbers are masked, and what a document says cannot steer a terminal. */
    @Test
    void everythingAboutADocumentAndWhereItComesFrom() throws Exception {
        propose();
        pay(RUN);
        String shown = program.ok("invoice", "show", "invoice:" + FIRST);
        assertThat(shown)
                .contains(
                        "state IN_RUN",
                        "november.csv position 1 line 2, CSV",
                        "original archive/",
                        "NL…1010",
                        "paid by")
                .doesNotContain("NL88TEST0417001010");
        JsonNode json = JsonMapper.builder().build().readTree(program.ok("invoice", "show", FIRST, "--json"));
        assertThat(json.at("/header/gross").asString()).isEqualTo("121.00");
        assertThat(json.at("/attempts/0/verdict").asString()).isEqualTo("ACCEPTED");
        assertThat(json.at("/runs/0/outcome").asString()).isEqualTo("PAID");

        String tree = program.ok("explain", "invoice:" + FIRST);
        assertThat(tree)
                .startsWith("invoice:" + FIRST + " is IN_RUN, 121.00 EUR payable\n├─ november.csv line 2")
                .contains("line 1: 1 x 100 = 100.00, VAT S 21 %: Work")
                .contains("payer NL-BV", "payee C1001", "VAT id NL811402666B01 as registered")
                .contains("tax: DOMESTIC", "rate row ", "of config/tax/rates.csv", "base [")
                .contains("2100 Trade payables, contractors -121.00 EUR")
                .contains("payment " + RUN + "-00001, 363.00 EUR to NL…1010", "proposed by anna, approved by ben")
                .contains("ORDERED")
                .doesNotContain("NL88TEST0417001010");
        JsonNode root = JsonMapper.builder().build().readTree(program.ok("explain", "invoice:" + FIRST, "--json"));
        assertThat(root.at("/what").asString()).isEqualTo("invoice");
        assertThat(root.at("/from/0/what").asString()).isEqualTo("source");
        assertThat(program.ok("explain", "invoice:november.csv#4")).contains("Q111 REJECT", "read '02/11/2026'");
        Result other = program.run("explain", "payment:" + RUN + "-00001");
        assertThat(other.exit()).isEqualTo(2);
        assertThat(other.err()).contains("explained so far are invoice:");
    }

    @Test
    void theListAddsUpByCurrency() {
        assertThat(program.ok("invoice", "list", "--contractor", "C1001", "--date", DAY))
                .contains("A-1", "A-2")
                .containsPattern("EUR +2 +363.00 +363.00")
                .contains("november.csv#4", "1 rejected, which the totals leave out");
        assertThat(program.ok("invoice", "list", "--state", "in-run")).doesNotContain("A-1");
        assertThat(run("invoice", "list", "--state", "lost").exit()).isEqualTo(2);
        assertThat(run("invoice", "list", "--code", "504").exit()).isEqualTo(2);
    }

    private void work(String stage) {
        program.ok(stage, "--date", DAY, "--as", "anna");
    }

    private void propose() {
        program.ok("run", "propose", "--entity", "NL-BV", "--date", DAY, "--as", "anna");
    }

    private void pay(String run) {
        program.approve(run);
        program.ok("run", "release", run, "--date", DAY, "--as", "dev");
    }

    private String act(String... words) {
        Result result = run(words);
        assertThat(result.exit()).as(result.err()).isZero();
        return result.out();
    }

    private Result run(String... words) {
        return program.run(Stream.concat(Stream.of(words), Stream.of("--date", DAY, "--as", "anna"))
                .toArray(String[]::new));
    }

    private String row(String... options) {
        return program.ok(
                Stream.concat(Stream.of("invoice", "list", "--format", "csv", "--date", DAY), Stream.of(options))
                        .toArray(String[]::new));
    }

    private List<String> payments() throws Exception {
        try (Records records = new Records(database.open())) {
            return records.rows("select s.number, quittance.amount(s.minor, s.currency) from quittance.settlement s"
                    + " where s.live and s.payment is not null order by 1");
        }
    }

    private String attempts(String number) throws Exception {
        try (Records records = new Records(database.open())) {
            return records.one(
                    "select count(*) from quittance.assessment a join quittance.invoice i on i.id = a.invoice"
                            + " where i.number = '" + number + "'");
        }
    }

    private String digest(String run) {
        return program.ok("run", "show", run)
                .lines()
                .filter(line -> line.startsWith("digest "))
                .findFirst()
                .orElseThrow()
                .substring("digest ".length());
    }

    private void grant(String user, String roles) throws IOException {
        Path users = config.resolve("users.yaml");
        String all = Files.readString(users);
        int from = all.indexOf("roles:", all.indexOf("name: " + user));
        Files.writeString(users, all.substring(0, from) + "roles: " + roles + all.substring(all.indexOf('\n', from)));
    }

    private static void copy(String from, Path to) throws IOException {
        Path source = Program.root().resolve(from);
        try (Stream<Path> tree = Files.walk(source)) {
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(source.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
