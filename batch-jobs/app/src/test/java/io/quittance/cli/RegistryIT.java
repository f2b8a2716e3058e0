package io.quittance.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.quittance.cli.Program.Result;
import io.quittance.testkit.database.DatabaseTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An invoice from Germany to NL-BV, night after night: what tax registers say of both VAT ids, and what comes of it. */
@DatabaseTest
class RegistryIT {

    private static final String DAY = "2026-11-24";
    private static final String INVOICE = """
            document_type,invoice_number,invoice_date,supply_date,due_date,entity,contractor,contractor_name,\
            contractor_vat_id,contract,purchase_reference,currency,line_number,description,quantity,unit_price,\
            net_amount,vat_category,vat_rate,vat_amount,invoice_net,invoice_vat,invoice_gross,amount_due,\
            payee_account,payee_bic,payment_reference,preceding_invoice
            invoice,RE-1,2026-11-03,2026-10-31,2026-11-24,NL-BV,C1011,Brandt & Köhler GmbH,DE299144070,CT-1011-NL,,EUR,1,\
            Work,64,105.00,6720.00,AE,0,0.00,6720.00,0.00,6720.00,6720.00,DE25999000100417011006,TESTDEFF,,
            """;
    private static final String COLUMNS =
            "requester,territory,number,valid,name_match,address_match,consultation_number,asked_at,source\n";
    private static final String OURS = "NL823104175B01,NL,NL823104175B01,true,,,WAPI01,2026-11-02T09:00:00Z,VIES\n";
    private static final String THEIRS = "NL823104175B01,DE,DE299144070,true,SAME,,WAPI02,2026-11-02T09:00:01Z,VIES\n";

    private static final String VERDICTS = """
            select a.attempt || ' ' || a.verdict
                   || coalesce((select ' ' || string_agg(f.code || ' ' || f.severity, ', ' order by f.position) from quittance.finding f
                                where f.subject = a.invoice and f.attempt = a.attempt), '')
            from quittance.assessment a order by a.attempt
            """;
    private static final String EVIDENCE = """
            select e.attempt, e.role, e.number, e.standing, a.register, a.day, e.age_days, a.consultation
            from quittance.registry_evidence e left join quittance.registry_answer a on a.id = e.answer order by 1, 2
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
        try (Stream<Path> tree = Files.walk(Program.root().resolve("config"))) {
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                Path copy = config.resolve(
                        Program.root().resolve("config").relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.createDirectories(home.resolve("inbox/invoices"));
        Files.writeString(home.resolve("inbox/invoices/brandt.csv"), INVOICE);
        database = NightDatabase.onTestServer(home, folder);
        program = new Program(home, config, database.options());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void anInvoiceWaitsForTheRegistersWordAndRestsOnItThen() throws Exception {
        wanted("hold");
        program.ok("nightly", "--date", DAY);
        program.ok("registry", "import", answers("november.csv", OURS + THEIRS), "--date", DAY);
        program.ok("nightly", "--date", DAY);
        program.ok("nightly", "--date", DAY);

        try (var records = new Records(database.open())) {
            assertThat(records.rows(VERDICTS))
                    .as("without news nobody looks again")
                    .containsExactly("1 HELD Q821 HOLD, Q821 HOLD", "2 ACCEPTED");
            assertThat(records.rows(EVIDENCE))
                    .containsExactly(
                            "1 PAYER NL823104175B01 NO_ANSWER   0 ",
                            "1 SUPPLIER DE299144070 NO_ANSWER   0 ",
                            "2 PAYER NL823104175B01 CONFIRMED VIES 2026-11-02 2 WAPI01",
                            "2 SUPPLIER DE299144070 CONFIRMED VIES 2026-11-02 2 WAPI02");
        }
        assertThat(program.ok("registry", "list", "--format", "csv").lines().skip(1))
                .containsExactly(
                        "NL-BV,C1011,RE-1,ACCEPTED,EU_SERVICE_RC,2026-10-31,payer,NL823104175B01,CONFIRMED,VIES,"
                                + "2026-11-02,2,WAPI01,,",
                        "NL-BV,C1011,RE-1,ACCEPTED,EU_SERVICE_RC,2026-10-31,supplier,DE299144070,CONFIRMED,VIES,"
                                + "2026-11-02,2,WAPI02,,");
        assertThat(program.ok("registry", "list", "--open", "--format", "csv")
                        .lines()
                        .skip(1))
                .isEmpty();
        assertThat(program.ok("explain", "invoice:NL-BV/C1011/RE-1"))
                .contains(
                        "15 what is kept the supplier's VAT id DE299144070: in force on 2026-11-02 by VIES, consultation"
                                + " number WAPI02 [the register's answer nearest to 2026-10-31]");
        assertThat(program.ok("check")).isEmpty();
    }

    /** What a register says after acceptance changes nothing and is told: in both lists and in the workbook's cell. */
    @Test
    void aLaterNoIsToldBesideWhatTheDocumentRestsOn() throws Exception {
        program.ok("registry", "import", answers("november.csv", OURS + THEIRS), "--date", DAY);
        program.ok("nightly", "--date", DAY);
        assertThat(program.ok("list", "registry-later", "--format", "csv")).hasLineCount(1);
        String later = THEIRS.replace("2026-11-02", "2026-11-20")
                .replace("true", "false")
                .replace("WAPI02", "WAPI22");
        program.ok("registry", "import", answers("later.csv", later), "--date", DAY);
        program.ok("nightly", "--date", DAY);

        assertThat(program.ok("registry", "list", "--format", "csv").lines().skip(1))
                .satisfiesExactly(
                        payer -> assertThat(payer)
                                .endsWith(",payer,NL823104175B01,CONFIRMED,VIES,2026-11-02,2,WAPI01,,"),
                        supplier -> assertThat(supplier)
                                .endsWith(
                                        ",supplier,DE299144070,CONFIRMED,VIES,2026-11-02,2,WAPI02,2026-11-20,INVALID"));
        assertThat(program.ok("list", "registry-later", "--format", "csv")
                        .lines()
                        .skip(1))
                .singleElement()
                .asString()
                .startsWith(
                        "NL-BV,C1011,INVOICE,RE-1,EU_SERVICE_RC,2026-10-31,supplier,DE299144070,CONFIRMED,2026-11-02,"
                                + "2026-11-20,INVALID,");
        try (var records = new Records(database.open())) {
            assertThat(records.rows(VERDICTS)).as("accepted stays accepted").containsExactly("1 ACCEPTED");
            assertThat(records.rows("select told from quittance.registry_told order by role"))
                    .containsExactly(
                            "payer VIES 2026-11-02 confirmed",
                            "supplier VIES 2026-11-02 confirmed, later VIES 2026-11-20 invalid");
        }
    }

    @Test
    void withoutAPolicyTheEvidenceIsThatThereIsNone() throws Exception {
        program.ok("nightly", "--date", DAY);
        try (var records = new Records(database.open())) {
            assertThat(records.rows(VERDICTS)).containsExactly("1 ACCEPTED");
        }
        assertThat(program.ok("explain", "invoice:NL-BV/C1011/RE-1")).contains("DE299144070: no registry answer");
        assertThat(program.ok("registry", "list", "--open", "--format", "csv")
                        .lines()
                        .skip(1))
                .hasSize(2);
        assertThat(program.ok("check")).isEmpty();
    }

    /** The accountant decides, in writing, and the books keep what it rested on. */
    @Test
    void aReturnThatRestsOnIdsNobodyConfirmedIsClosedWithAReasonOnly() throws Exception {
        wanted("warn");
        program.ok("nightly", "--date", DAY);

        Result refused = closed();
        assertThat(refused.exit()).as(refused.err()).isEqualTo(11);
        assertThat(refused.err())
                .contains(
                        "NL-BV/NL/2026-10 rests on 2 VAT ids that no register has confirmed: C1011 RE-1 (payer: NO_ANSWER),"
                                + " C1011 RE-1 (supplier: NO_ANSWER).")
                .contains("registry check --entity NL-BV", "--accept-provisional");
        assertThat(closed("--accept-provisional", " ").exit()).isEqualTo(2);

        Result accepted = closed("--accept-provisional", "VIES silent since Monday, contract seen");
        assertThat(accepted.exit()).as(accepted.err()).isZero();
        assertThat(accepted.err()).contains("2 VAT ids of it were never confirmed by a register");
        try (var records = new Records(database.open())) {
            assertThat(
                            records.rows(
                                    "select return_id, role, standing, asked_for from quittance.vat_return_unproven order by role"))
                    .containsExactly("NL-BV/NL/2026-10 PAYER NO_ANSWER t", "NL-BV/NL/2026-10 SUPPLIER NO_ANSWER t");
            assertThat(records.rows("select return_id, reason, accepted_by from quittance.vat_return_acceptance"))
                    .containsExactly("NL-BV/NL/2026-10 VIES silent since Monday, contract seen ben");
            assertThat(
                            records.rows(
                                    "select subject, detail from quittance.audit_event where action = 'vat.accept-provisional'"))
                    .containsExactly(
                            "NL-BV/NL/2026-10 2 VAT ids that no register has confirmed: VIES silent since Monday, contract seen");
            assertThat(program.ok("check")).isEmpty();
            for (String loss : List.of(
                    "delete from quittance.vat_return_acceptance",
                    "update quittance.vat_return_unproven set asked_for = false",
                    "delete from quittance.vat_return_unproven where role = 'PAYER'",
                    "delete from quittance.vat_return_entry")) {
                records.execute("begin");
                records.execute(loss);
                assertThat(records.rows(invariant("I-72"))).as(loss).isNotEmpty();
                records.execute("rollback");
            }
        }
    }

    /** What a register said between the assessment and the return counts, for the better and for the worse. */
    @Test
    void whatARegisterSaidSinceDecidesAtTheReturn() throws Exception {
        wanted("warn");
        program.ok("nightly", "--date", DAY);
        program.ok("registry", "import", answers("since.csv", OURS + THEIRS), "--date", DAY);
        program.ok(
                "registry",
                "import",
                answers("denied.csv", THEIRS.replace("true", "false").replace("2026-11-02", "2026-11-20")),
                "--date",
                DAY);
        Result denied = closed();
        assertThat(denied.exit()).as(denied.err()).isEqualTo(11);
        assertThat(denied.err()).contains("rests on 1 VAT ids", "C1011 RE-1 (supplier: DENIED)");

        program.ok(
                "registry", "import", answers("again.csv", THEIRS.replace("2026-11-02", "2026-11-23")), "--date", DAY);
        Result closed = closed();
        assertThat(closed.exit()).as(closed.err()).isZero();
        assertThat(closed.err()).doesNotContain("never confirmed");
        assertThat(program.ok("check")).isEmpty();
    }

    @Test
    void withoutAPolicyAReturnIsClosedWithAWarning() throws Exception {
        program.ok("nightly", "--date", DAY);
        Result closed = closed("--accept-provisional", "not asked for");
        assertThat(closed.exit()).as(closed.err()).isZero();
        assertThat(closed.err()).contains("2 VAT ids of it were never confirmed by a register");
        try (var records = new Records(database.open())) {
            assertThat(records.rows("select count(*) from quittance.vat_return_acceptance"))
                    .containsExactly("0");
        }
        assertThat(program.ok("check")).isEmpty();
    }

    private Result closed(String... more) {
        return program.run(Stream.concat(
                        Stream.of(
                                "vat",
                                "close",
                                "--entity",
                                "NL-BV",
                                "--period",
                                "2026-10",
                                "--as",
                                "ben",
                                "--date",
                                DAY),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    private static String invariant(String id) throws IOException {
        return Files.readString(Program.root().resolve("batch-jobs/app/src/main/resources/checks/" + id + ".sql"));
    }

    @Test
    void soundRowsStayAndTheSameFileTwiceIsOneFile() throws Exception {
        String wrong = OURS + THEIRS.replace("DE299144070", "DE299144071");
        Result first = program.run("registry", "import", answers("a.csv", wrong), "--date", DAY);
        Result again = program.run("registry", "import", answers("b.csv", wrong), "--date", DAY);
        program.ok("registry", "import", answers("c.csv", OURS + THEIRS), "--date", DAY);
        program.ok("registry", "import", answers("c.csv", OURS + THEIRS), "--date", DAY);
        Result other =
                program.run("registry", "import", answers("d.csv", THEIRS.replace("true", "false")), "--date", DAY);

        assertThat(List.of(first.exit(), again.exit(), other.exit())).containsOnly(65);
        assertThat(first.err())
                .isEqualTo(
                        "Q824 line 3 number: the check digit 1 does not fit (ISO 7064 MOD 11,10): the others ask for 0\n");
        assertThat(other.err())
                .isEqualTo("Q825 line 2 asked_at: another answer of VIES about DE299144070 at 2026-11-02T09:00:01Z is"
                        + " recorded; it stays\n");
        assertThat(program.ok("list", "registry", "--format", "csv").lines().skip(1))
                .hasSize(2)
                .anyMatch(row -> row.startsWith("VIES,NL823104175B01,DE,DE299144070,2026-11-02,t"));
        try (Stream<Path> quarantine = Files.walk(home.resolve("quarantine"))) {
            Path told = quarantine
                    .filter(file -> file.endsWith("what-is-wrong-registry-20261124-01.txt"))
                    .findFirst()
                    .orElseThrow();
            assertThat(told)
                    .content()
                    .contains("1 of its rows were taken in", "inbox/registry again", "line 3, number");
        }
        try (var records = new Records(database.open())) {
            assertThat(records.rows("select action, count(*) from quittance.audit_event where action like 'registry.%'"
                            + " group by 1"))
                    .containsExactly("registry.import 4");
        }
        assertThat(program.ok("check")).isEmpty();
    }

    @Test
    void whereTheRegisterSaysNoThePersonDecides() throws Exception {
        program.ok("registry", "import", answers("no.csv", THEIRS.replace("true", "false")), "--date", DAY);
        program.ok("nightly", "--date", DAY);
        program.ok(
                "invoice",
                "lift",
                "NL-BV/C1011/RE-1",
                "--code",
                "Q820",
                "--reason",
                "the tax office confirms by letter that he is registered since January",
                "--as",
                "anna",
                "--date",
                DAY);
        program.ok("nightly", "--date", DAY);

        try (var records = new Records(database.open())) {
            assertThat(records.rows(VERDICTS)).containsExactly("1 HELD Q820 HOLD", "2 ACCEPTED Q820 WARN");
            assertThat(program.ok("check")).isEmpty();
            try (var change = records.change("quittance.finding_lifted", "code", "'Q821'", "true")) {
                assertThat(program.run("check").out()).contains("I-65", "was not in force on 2026-10-31");
            }
            try (var change = records.change(
                    "quittance.registry_evidence", "age_days", "9", "attempt = 2 and role = 'SUPPLIER'")) {
                assertThat(program.run("check").out()).contains("I-67", "2 days away, not 9");
            }
            records.execute("delete from quittance.registry_evidence where role = 'PAYER' and attempt = 2");
            assertThat(program.run("check").out()).contains("I-66", "the VAT id of its payer");
        }
    }

    @Test
    void viesIsAskedOnceADayAndItsSilenceMakesWhatIsKnownProvisional() throws Exception {
        var questions = new AtomicInteger();
        HttpServer stub = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        stub.createContext("/check-vat-number", exchange -> {
            boolean down = questions.incrementAndGet() > 1;
            byte[] body = (down
                            ? "{\"actionSucceed\":false,\"errorWrappers\":[{\"error\":\"MS_UNAVAILABLE\"}]}"
                            : "{\"countryCode\":\"NL\",\"vatNumber\":\"811402666B01\",\"valid\":true,"
                                    + "\"requestIdentifier\":\"WAPI09\",\"traderNameMatch\":\"VALID\"}")
                    .getBytes(UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        stub.start();
        try {
            Result off = check("C1001");
            Path settings = config.resolve("quittance.yaml");
            Files.writeString(
                    settings,
                    Files.readString(settings)
                            .replace(
                                    "enabled: false",
                                    "enabled: true\n    address: http://127.0.0.1:"
                                            + stub.getAddress().getPort()));
            wanted("hold");
            Result asked = check("C1001");
            Result askedToday = check("C1001");
            program.ok("registry", "import", answers("november.csv", OURS + THEIRS), "--date", DAY);
            Result down = check("C1011");
            Result stranger = check("C9999");
            program.ok("nightly", "--date", DAY);

            assertThat(off.exit()).isEqualTo(78);
            assertThat(off.err()).contains("registry.vies is not enabled");
            assertThat(asked.exit()).isZero();
            assertThat(asked.out()).contains("C1001,NL811402666B01,in force,", ",WAPI09,same,not compared,");
            assertThat(askedToday.out()).contains("C1001,NL811402666B01,asked today,");
            assertThat(down.exit()).isEqualTo(69);
            assertThat(down.out()).contains("C1011,DE299144070,silent,,,,,VIES answered MS_UNAVAILABLE");
            assertThat(stranger.exit()).isEqualTo(2);
            assertThat(questions).hasValue(2);
        } finally {
            stub.stop(0);
        }
        try (var records = new Records(database.open())) {
            assertThat(records.rows(
                            "select number, request, brought from quittance.registry_answer where brought = 'ASKED'"))
                    .containsExactly("NL811402666B01 is NL811402666B01 in force; compare the name; asked by"
                            + " NL823104175B01 ASKED");
            String original = records.one("select original from quittance.registry_answer where brought = 'ASKED'");
            assertThat(home.resolve("archive").resolve(original.substring(0, 2)).resolve(original))
                    .content()
                    .contains("\"requestIdentifier\":\"WAPI09\"");
            assertThat(records.rows(VERDICTS)).containsExactly("1 ACCEPTED Q821 WARN");
            assertThat(records.rows(EVIDENCE))
                    .containsExactly(
                            "1 PAYER NL823104175B01 CONFIRMED VIES 2026-11-02 2 WAPI01",
                            "1 SUPPLIER DE299144070 PROVISIONAL VIES 2026-11-02 2 WAPI02");
        }
        assertThat(program.ok("registry", "list", "--open", "--format", "csv")
                        .lines()
                        .skip(1))
                .singleElement()
                .asString()
                .contains("supplier,DE299144070,PROVISIONAL");
        assertThat(program.ok("check")).isEmpty();
    }

    private Result check(String contractor) {
        return program.run(
                "registry", "check", "--entity", "NL-BV", "--contractor", contractor, "--date", DAY, "--format", "csv");
    }

    private void wanted(String required) throws IOException {
        Path rules = config.resolve("rules.yaml");
        Files.writeString(rules, Files.readString(rules).replace("required: none", "required: " + required));
    }

    private String answers(String name, String rows) throws IOException {
        return Files.writeString(folder.resolve(name), COLUMNS + rows).toString();
    }
}
