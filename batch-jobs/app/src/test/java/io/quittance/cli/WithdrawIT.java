package io.quittance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.cli.Program.Result;
import io.quittance.testkit.database.DatabaseTest;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A held document that nobody can lift: it is withdrawn, and the corrected one takes its number and is paid, once. */
@DatabaseTest
class WithdrawIT {

    private static final String DAY = "2026-11-24";
    private static final String HELD = "NL-BV/C1001/A-1";
    private static final String HEADER = """
            document_type,invoice_number,invoice_date,supply_date,due_date,entity,contractor,contractor_name,\
            contractor_vat_id,contract,purchase_reference,currency,line_number,description,quantity,unit_price,\
            net_amount,vat_category,vat_rate,vat_amount,invoice_net,invoice_vat,invoice_gross,amount_due,\
            payee_account,payee_bic,payment_reference,preceding_invoice
            """;
    private static final String STATES = """
            select i.file_name || ' ' || i.number || ' ' || a.attempt || ' ' || a.verdict
                   || coalesce((select ' ' || string_agg(f.code, ' ' order by f.position) from quittance.finding f
                                where f.subject = a.invoice and f.attempt = a.attempt), '')
            from quittance.assessment a join quittance.invoice i on i.id = a.invoice order by 1
            """;

    @TempDir
    Path folder;

    private Path home;
    private Program program;
    private NightDatabase database;

    /** A-1 states another VAT id than the registered one, A-2 is right, A-3 is of nobody, A-4 cannot be read. */
    @BeforeEach
    void assessed() throws IOException {
        home = folder.resolve("home");
        drop(
                "november.csv",
                HEADER
                        + row("A-1", "2026-11-02", "C1001", "NL004495445B01", "100.00", "121.00")
                        + row("A-2", "2026-11-10", "C1001", "NL811402666B01", "2500.00", "3025.00")
                        + row("A-3", "2026-11-02", "C9999", "", "100.00", "121.00")
                        + row("A-4", "02/11/2026", "C1001", "NL811402666B01", "100.00", "121.00"));
        database = NightDatabase.onTestServer(home, folder);
        program = new Program(home, Program.root().resolve("config"), database.options());
        program.ok("intake", "--date", DAY);
        program.ok("assess", "--date", DAY);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void theCorrectedOneTakesItsNumberAndIsPaidOnce() throws Exception {
        Path corrected = Files.writeString(
                folder.resolve("a-corrected.csv"),
                HEADER + row("A-1", "2026-11-02", "C1001", "NL811402666B01", "150.00", "181.50"));
        Result tooEarly = act("resubmit", HELD, corrected.toString());
        assertThat(tooEarly.exit()).isEqualTo(77);
        assertThat(tooEarly.err()).contains("is HELD and has its number", "quittance invoice withdraw " + HELD);

        assertThat(act("withdraw", HELD, "--reason", "wrong  VAT id").out())
                .contains(HELD + " withdrawn: withdrawn by anna on 2026-11-24: wrong VAT id");
        assertThat(act("withdraw", HELD, "--reason", "again").out()).contains("was already withdrawn");
        assertThat(program.ok("invoice", "list", "--state", "withdrawn", "--format", "csv")
                        .lines()
                        .skip(1))
                .singleElement()
                .asString()
                .contains("A-1");
        assertThat(act("lift", HELD, "--code", "Q313", "--reason", "x").exit()).isNotZero();
        assertThat(act("hold", HELD, "--reason", "x").err()).contains("is WITHDRAWN: no run pays it");
        assertThat(act("resubmit", HELD, corrected.toString()).exit()).isZero();
        program.ok("nightly", "--date", DAY);
        program.ok("nightly", "--date", DAY);

        try (var records = new Records(database.open())) {
            assertThat(records.rows(STATES))
                    .as("the withdrawn one is looked at first, whatever the files are called")
                    .containsExactly(
                            "a-corrected.csv A-1 1 ACCEPTED",
                            "november.csv A-1 1 HELD Q313",
                            "november.csv A-1 2 REJECTED Q313 Q826",
                            "november.csv A-2 1 ACCEPTED",
                            "november.csv A-3 1 REJECTED Q303");
            assertThat(records.rows(
                            "select number, count(*) from quittance.settlement where live group by 1 order by 1"))
                    .containsExactly("A-1 1", "A-2 1");
            assertThat(records.rows("select action, count(*) from quittance.audit_event where action like 'invoice.%'"
                            + " group by 1 order by 1"))
                    .containsExactly("invoice.resubmit 1", "invoice.withdraw 1");
        }
        assertThat(program.ok("invoice", "show", HELD)).contains("a-corrected.csv", "181.50");
        assertThat(program.ok("check")).isEmpty();
    }

    @Test
    void theSameBytesAgainStayWithdrawn() throws Exception {
        act("withdraw", HELD, "--reason", "wrong VAT id");
        program.ok("nightly", "--date", DAY);
        drop(
                "again.csv",
                Files.readString(home.resolve("archive")
                        .resolve(archived().substring(0, 2))
                        .resolve(archived())));
        program.ok("nightly", "--date", DAY);
        try (var records = new Records(database.open())) {
            assertThat(records.rows(STATES)).contains("november.csv A-1 3 REJECTED Q313 Q826");
        }
        assertThat(program.ok("check")).isEmpty();
    }

    private String archived() throws Exception {
        try (var records = new Records(database.open())) {
            return records.one("select distinct file from quittance.invoice");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NL-BV/C1001/A-2 | 77 | is accepted: it is booked, and no longer withdrawn
            NL-BV/C9999/A-3 | 77 | is REJECTED: nobody pays it, and its number is free
            november.csv#4  | 77 | is REJECTED: nobody pays it, and its number is free
            NL-BV/C1001/Z-9 | 66 | there is no document
            """)
    void whatCannotBeWithdrawn(String document, int exit, String says) throws Exception {
        Result refused = act("withdraw", document, "--reason", "x");
        assertThat(refused.err()).contains(says);
        assertThat(refused.exit()).isEqualTo(exit);
        try (var records = new Records(database.open())) {
            assertThat(records.rows("select 1 from quittance.document_withdrawn"))
                    .isEmpty();
        }
    }

    @Test
    void checkSeesWhatWasWithdrawnAndIsAcceptedAllTheSame() throws Exception {
        try (var records = new Records(database.open())) {
            records.execute("insert into quittance.document_withdrawn select id, 'x', 'anna', '2026-11-24'"
                    + " from quittance.invoice where number = 'A-2'");
        }
        assertThat(program.run("check").out()).contains("I-68", "withdrawn by anna, but it is accepted");
    }

    private Result act(String... words) {
        String[] all = new String[words.length + 5];
        all[0] = "invoice";
        System.arraycopy(words, 0, all, 1, words.length);
        all[words.length + 1] = "--as";
        all[words.length + 2] = "anna";
        all[words.length + 3] = "--date";
        all[words.length + 4] = DAY;
        return program.run(all);
    }

    private void drop(String name, String content) throws IOException {
        Files.createDirectories(home.resolve("inbox/invoices"));
        Files.writeString(home.resolve("inbox/invoices").resolve(name), content);
    }

    private static String row(String number, String date, String contractor, String vatId, String net, String gross) {
        String vat = new BigDecimal(gross).subtract(new BigDecimal(net)).toPlainString();
        return "invoice,%s,%s,2026-10-31,2026-11-24,NL-BV,%s,Jansen Softwarebouw B.V.,%s,CT-1001-NL,,EUR,1,Work,1,%s,%s,S,21,%s,%s,%s,%s,%s,NL88TEST0417001010,TESTNL2A,,%n"
                .formatted(number, date, contractor, vatId, net, net, vat, net, vat, gross, gross)
                .replace("\r", "");
    }
}
