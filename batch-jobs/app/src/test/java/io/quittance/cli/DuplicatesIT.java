package io.quittance.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quittance.testkit.database.DatabaseTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One invoice in every dress, on one night and on several: it is accepted once, and whoever sent it is told why. */
@DatabaseTest
class DuplicatesIT {

    private static final Path SAME = Program.root().resolve("fixtures/errors/Q403/inbox/invoices");
    private static final String UBL = "a-2026-0401.ubl.xml";
    private static final String CII = "b-2026-0401.cii.xml";
    private static final String CSV = "c-2026-0401.csv";
    private static final String JSON = "d-2026-0401.json";

    private static final String VERDICTS = """
            select i.file_name, a.verdict, coalesce((select string_agg(f.code, ' ' order by f.code) from quittance.finding f
                                                     where f.subject = i.id and f.attempt = a.attempt), '')
            from quittance.invoice i join quittance.assessment a on a.invoice = i.id and a.latest order by i.file_name
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
        lay(Program.root().resolve("config"), config);
        lay(Program.root().resolve("fixtures/errors/Q403/config"), config);
        lay(Program.root().resolve("fixtures/demo/inbox/rates"), home.resolve("inbox/rates"));
        database = NightDatabase.onTestServer(home, folder);
        program = new Program(home, config, database.options());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void nightAfterNightInAnotherSyntax() throws Exception {
        night("2026-11-20", Map.of(UBL, sample(UBL)));
        night("2026-11-21", Map.of(CII, sample(CII)));
        night("2026-11-22", Map.of("b-2026-0401.pdf", pdf(sample(CII))));
        night("2026-11-23", Map.of(CSV, sample(CSV)));
        night("2026-11-24", Map.of(JSON, sample(JSON)));

        assertThat(verdicts())
                .containsExactly(
                        UBL + " ACCEPTED ",
                        CII + " REJECTED Q403",
                        "b-2026-0401.pdf (factur-x.xml) REJECTED Q403",
                        CSV + " REJECTED Q403",
                        JSON + " REJECTED Q403");
        assertThat(rows("select message from quittance.finding where code = 'Q403'"))
                .hasSize(4)
                .allMatch(message -> message.contains("taken in before from " + UBL + " (UBL-Invoice) as 2026-0401"));
    }

    @Test
    void allOfThemInOneNight() throws Exception {
        night(
                "2026-11-24",
                Map.of(
                        CSV,
                        sample(CSV),
                        CII,
                        sample(CII),
                        UBL,
                        sample(UBL),
                        JSON,
                        sample(JSON),
                        "b-2026-0401.pdf",
                        pdf(sample(CII))));
        // In the frozen order: by number as written, then by file.
        assertThat(verdicts()).filteredOn(row -> row.contains("ACCEPTED")).containsExactly(UBL + " ACCEPTED ");
        assertThat(verdicts()).filteredOn(row -> row.contains("REJECTED Q403")).hasSize(4);
    }

    @Test
    void aSheetThatWasSavedAgainIsTheSameSheet() throws Exception {
        String sheet = new String(sample(CSV), UTF_8);
        night("2026-11-23", Map.of(CSV, sample(CSV)));
        night(
                "2026-11-24",
                Map.of(
                        "crlf.csv", sheet.replace("\n", "\r\n").getBytes(UTF_8),
                        "bom.csv", ("\uFEFF" + sheet).getBytes(UTF_8),
                        "zeros.csv", sheet.replace(",21,", ",21.00,").getBytes(UTF_8),
                        "spelt.csv",
                                sheet.replace(",2026-0401,", ", 2026/401 ,").getBytes(UTF_8)));
        assertThat(verdicts())
                .containsExactly(
                        "bom.csv REJECTED Q401",
                        CSV + " ACCEPTED ",
                        "crlf.csv REJECTED Q401",
                        "spelt.csv REJECTED Q402",
                        "zeros.csv REJECTED Q401");
    }

    /** It is held, and stays held when it is looked at again; the first one keeps number and key. */
    @Test
    void anotherAmountUnderTheNumberWaitsForAPerson() throws Exception {
        night("2026-11-23", Map.of("first.csv", sample(CSV)));
        night("2026-11-23", Map.of("other.csv", csv("2026-0401", "2026-11-10", "2026-11-09", "10", "9")));
        List<String> before = verdicts();
        assertThat(before).containsExactly("first.csv ACCEPTED ", "other.csv HELD Q404");
        night("2026-11-24", Map.of("third.csv", csv("2026-0401", "2026-11-10", "2026-11-09", "10", "9", "note")));
        assertThat(verdicts()).containsExactly("first.csv ACCEPTED ", "other.csv HELD Q404", "third.csv REJECTED Q401");
        assertThat(
                        rows(
                                "select i.file_name from quittance.document_key k join quittance.invoice i on i.id = k.invoice"))
                .containsExactly("first.csv");
    }

    /** Of two that look alike it is always the later one that waits, also when it is looked at first. */
    @Test
    void aSuspectThatIsLookedAtAgainStaysOne() throws Exception {
        byte[] withoutContract = new String(csv("2026-0499", "2026-11-10", "2026-11-09", "10", "95"), UTF_8)
                .replace("CT-1001-NL", "CT-NOBODY")
                .getBytes(UTF_8);
        night("2026-11-22", Map.of("first.csv", withoutContract));
        night("2026-11-23", Map.of("later.csv", csv("2026-0412", "2026-11-10", "2026-11-09", "10", "95")));
        List<String> found = verdicts();
        assertThat(found).containsExactly("first.csv HELD Q502", "later.csv HELD Q405");
        String why = "select message from quittance.finding where code = 'Q405' order by attempt desc limit 1";
        List<String> message = rows(why);
        night("2026-11-24", Map.of());
        assertThat(verdicts()).isEqualTo(found);
        assertThat(rows(why)).isEqualTo(message);
        assertThat(rows("select max(attempt) from quittance.assessment")).containsExactly("3");
    }

    @Test
    void whoGoesByAnotherIdNowIsStillTheSame() throws Exception {
        night("2026-11-22", Map.of(UBL, sample(UBL)));
        register("C2001", "NL823104175B01");
        night(
                "2026-11-22",
                Map.of("new-id.csv", underAnotherId(csv("2026-0402", "2026-11-17", "2026-11-16", "7", "95"))));
        night(
                "2026-11-22",
                Map.of("both.csv", underAnotherId(csv("2026-0401", "2026-11-10", "2026-11-09", "10", "8"))));
        assertThat(verdicts()).containsExactly(UBL + " ACCEPTED ", "both.csv HELD Q405", "new-id.csv ACCEPTED ");

        merge("C1001", "C2001");
        night(
                "2026-11-23",
                Map.of(
                        "again.csv", underAnotherId(sample(CSV)),
                        "again-old-id.csv",
                                new String(sample(CSV), UTF_8)
                                        .replace("NL811402666B01", "")
                                        .getBytes(UTF_8),
                        "other-amount.csv", underAnotherId(csv("2026-0401", "2026-11-10", "2026-11-09", "10", "9"))));
        assertThat(verdicts())
                .contains(
                        "again.csv REJECTED Q403",
                        "again-old-id.csv REJECTED Q403",
                        "both.csv HELD Q404",
                        "other-amount.csv HELD Q404");
        night("2026-11-24", Map.of());
        assertThat(rows("select contractor from quittance.document_key where number = '2026-401' order by 1"))
                .as("the key under both ids")
                .containsExactly("C1001", "C2001");
        assertThatThrownBy(
                        () -> rows("insert into quittance.document_key select 'NL-BV', 'C2001', 'INVOICE', '2026-401',"
                                + " 2026, id from quittance.invoice where file_name = 'new-id.csv' returning 1"))
                .as("the database refuses a second one, whoever asks")
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("document_key_pkey");
    }

    @Test
    void aCorrectedVatIdMakesNobodyAnother() throws Exception {
        night("2026-11-23", Map.of(UBL, sample(UBL)));
        Path contractors = config.resolve("register/contractors.csv");
        Files.writeString(contractors, Files.readString(contractors).replace("NL811402666B01", "NL823104175B01"));
        night("2026-11-24", Map.of(CII, sample(CII)));
        assertThat(verdicts().getLast()).startsWith(CII + " REJECTED").contains("Q403");
    }

    /** A suspect and a second one under the number, both owed: each is paid once, and each is known when it comes again. */
    @Test
    void whatAPersonLetsThroughIsPaidOnceBesideTheEarlierOne() throws Exception {
        String day = "2026-11-24";
        night(
                day,
                Map.of(
                        "first.csv", csv("2026-0401", "2026-11-10", "2026-11-09", "10", "95"),
                        "other.csv", csv("2026-0401", "2026-11-10", "2026-11-09", "10", "9"),
                        "later.csv", csv("2026-0410", "2026-11-10", "2026-11-09", "10", "95")));
        assertThat(verdicts()).containsExactly("first.csv ACCEPTED ", "later.csv HELD Q405", "other.csv HELD Q404");
        assertThat(program.ok("explain", "invoice:later.csv#1"))
                .contains(
                        "compared with, in the order in which they came",
                        "2026-0401 of 2026-11-10 from C1001, 1149.50 EUR, ACCEPTED, came before: the same amount (first.csv#1, CSV)");
        lift("later.csv#1", "Q405", day);
        lift("other.csv#1", "Q404", day);
        night(day, Map.of());
        night(
                day,
                Map.of(
                        "first.json", sample(JSON),
                        "other.json", json("2026/401", "90.00", "18.90", "108.90", "9"),
                        "later.json", json("2026/410", "950.00", "199.50", "1149.50", "95")));
        List<String> settled = List.of(
                "first.csv ACCEPTED ",
                "first.json REJECTED Q403",
                "later.csv ACCEPTED Q405",
                "later.json REJECTED Q403",
                "other.csv ACCEPTED Q404",
                "other.json REJECTED Q403");
        assertThat(verdicts()).isEqualTo(settled);
        assertThat(program.ok("invoice", "show", "other.json#1", "--format", "json"))
                .contains("\"alike\":[{", "\"same\":\"number\"", "\"same\":\"number, amount\"");

        for (String run : rows("select id from quittance.payment_run where entity = 'NL-BV' order by id")) {
            program.approve(run);
            program.ok("run", "release", run, "--date", day, "--as", "dev");
        }
        night(day, Map.of());
        assertThat(verdicts()).isEqualTo(settled);
        assertThat(rows(
                        "select i.file_name, s.minor from quittance.settlement s join quittance.invoice i on i.id = s.invoice"
                                + " where s.live and s.payment is not null order by 1"))
                .containsExactly("first.csv 114950", "later.csv 114950", "other.csv 10890");
    }

    @Test
    void whatWasLetThroughBeforeAMergerIsKnownAfterIt() throws Exception {
        night("2026-11-22", Map.of(UBL, sample(UBL)));
        register("C2001", "NL823104175B01");
        night(
                "2026-11-22",
                Map.of("both.csv", underAnotherId(csv("2026-0401", "2026-11-10", "2026-11-09", "10", "8"))));
        lift("both.csv#1", "Q405", "2026-11-22");
        night("2026-11-22", Map.of());
        assertThat(verdicts()).containsExactly(UBL + " ACCEPTED ", "both.csv ACCEPTED Q405");

        merge("C1001", "C2001");
        night(
                "2026-11-23",
                Map.of(
                        "again.csv", underAnotherId(sample(CSV)),
                        "both-again.json", withoutVatId(json("2026/401", "80.00", "16.80", "96.80", "8")),
                        "other.csv", underAnotherId(csv("2026-0401", "2026-11-10", "2026-11-09", "10", "9"))));
        lift("other.csv#1", "Q404", "2026-11-23");
        night(
                "2026-11-23",
                Map.of("other-again.json", withoutVatId(json("2026/401", "90.00", "18.90", "108.90", "9"))));
        assertThat(verdicts())
                .containsExactly(
                        UBL + " ACCEPTED ",
                        "again.csv REJECTED Q403",
                        "both-again.json REJECTED Q403",
                        "both.csv ACCEPTED Q405",
                        "other-again.json REJECTED Q403",
                        "other.csv ACCEPTED Q404");
    }

    private void lift(String reference, String code, String day) {
        program.ok(
                "invoice",
                "lift",
                reference,
                "--code",
                code,
                "--reason",
                "both are owed",
                "--as",
                "anna",
                "--date",
                day);
    }

    private static byte[] withoutVatId(byte[] json) {
        return new String(json, UTF_8)
                .replace("\"vatId\": \"NL811402666B01\", ", "")
                .getBytes(UTF_8);
    }

    /** The JSON of the fixture with other figures. */
    private static byte[] json(String number, String net, String vat, String gross, String price) throws IOException {
        return new String(sample(JSON), UTF_8)
                .replace("2026/401", number)
                .replace("1149.50", gross)
                .replace("950.00", net)
                .replace("199.50", vat)
                .replace("\"95\"", "\"" + price + "\"")
                .getBytes(UTF_8);
    }

    /** Two ids, one VAT id, no merger: nobody is asked to notice. */
    @Test
    void twoIdsWithOneVatIdInOneNight() throws Exception {
        register("C2001", "NL811402666B01");
        night("2026-11-24", Map.of("a.csv", sample(CSV), "b.csv", underAnotherId(sample(CSV))));
        assertThat(verdicts()).containsExactly("a.csv ACCEPTED ", "b.csv REJECTED Q403");
    }

    /** Each is changed past the program, met by a check, and taken back. */
    @ParameterizedTest(name = "{0}: {1}.{2}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            I-30 | document_key      | number          | 'OTHER'                                                     | kind = 'INVOICE'
            I-30 | assessment        | verdict         | 'REJECTED'                                                  | latest and payable_minor = 114950
            I-33 | document_likeness | verdict         | 'HELD'                                                      | kind = 'INVOICE'
            I-34 | document_likeness | gross_minor     | 114951                                                      | credited_number is not null
            I-34 | document_likeness | currency        | 'USD'                                                       | credited_number is not null
            """)
    void checkSeesWhatMustNotBe(String invariant, String table, String column, String value, String where)
            throws Exception {
        String credit = new String(csv("G-1", "2026-11-12", "2026-11-09", "1", "95"), UTF_8)
                .replace("\ninvoice,", "\ncredit_note,")
                .replace("TESTNL2A,,", "TESTNL2A,,2026-0401");
        night("2026-11-24", Map.of(CSV, sample(CSV), "note.csv", credit.getBytes(UTF_8)));
        assertThat(verdicts()).containsExactly(CSV + " ACCEPTED ", "note.csv ACCEPTED ");
        try (var records = new Records(database.open());
                var change = records.change("quittance." + table, column, value, where)) {
            assertThat(program.run("check").out()).contains(invariant);
        }
        assertThat(program.ok("check")).isEmpty();
    }

    private void night(String day, Map<String, byte[]> files) throws Exception {
        Path inbox = Files.createDirectories(home.resolve("inbox/invoices"));
        for (var file : files.entrySet()) {
            Files.write(inbox.resolve(file.getKey()), file.getValue());
        }
        program.ok("nightly", "--date", day, "--as", "anna");
        assertThat(program.ok("check")).isEmpty();
    }

    private List<String> verdicts() throws SQLException {
        return rows(VERDICTS);
    }

    private List<String> rows(String sql) throws SQLException {
        try (var records = new Records(database.open())) {
            return records.rows(sql);
        }
    }

    private void register(String id, String vatId) throws IOException {
        append(
                "contractors.csv",
                id + ",Jansen Softwarebouw B.V.,COMPANY,Spoorstraat,41,3511 KL,Utrecht,,NL,NL," + vatId
                        + ",REGISTERED,CE-1001,2025-01-01,,2025-01-01,");
        append(
                "accounts.csv",
                id + ",EUR,NL88TEST0417001010,TESTNL2A,,,NL,Jansen Softwarebouw B.V.,2025-03-14,2025-03-01,");
        append("contracts.csv", "CT-2001-NL,NL-BV," + id + ",,EUR,,GENERAL,2026-01-01,2027-12-31");
    }

    private void append(String table, String row) throws IOException {
        Path file = config.resolve("register").resolve(table);
        Files.writeString(file, Files.readString(file).stripTrailing() + "\n" + row + "\n");
    }

    private void merge(String from, String into) throws IOException {
        Path file = config.resolve("register/contractors.csv");
        List<String> lines = Files.readAllLines(file);
        String merged = lines.getFirst() + ",merged_into\n"
                + String.join(
                        "\n",
                        lines.stream()
                                .skip(1)
                                .map(line -> line + "," + (line.startsWith(from + ",") ? into : ""))
                                .toList());
        Files.writeString(file, merged + "\n");
    }

    private static byte[] underAnotherId(byte[] sheet) {
        return new String(sheet, UTF_8)
                .replace(",C1001,", ",C2001,")
                .replace("NL811402666B01", "")
                .replace("CT-1001-NL", "CT-2001-NL")
                .getBytes(UTF_8);
    }

    private static byte[] sample(String name) throws IOException {
        return Files.readAllBytes(SAME.resolve(name));
    }

    private static byte[] csv(String number, String issued, String supplied, String quantity, String price)
            throws IOException {
        return csv(number, issued, supplied, quantity, price, "Review");
    }

    /** The sheet of the fixture with one line of these figures. */
    private static byte[] csv(
            String number, String issued, String supplied, String quantity, String price, String description)
            throws IOException {
        String header = new String(sample(CSV), UTF_8).lines().findFirst().orElseThrow();
        long net = Long.parseLong(quantity) * Long.parseLong(price) * 100;
        String row = String.join(
                ",",
                "invoice",
                number,
                issued,
                supplied,
                "2026-11-25",
                "NL-BV",
                "C1001",
                "Jansen Softwarebouw B.V.",
                "NL811402666B01",
                "CT-1001-NL",
                "",
                "EUR",
                "1",
                description,
                quantity,
                price,
                amount(net),
                "S",
                "21",
                amount(net * 21 / 100),
                amount(net),
                amount(net * 21 / 100),
                amount(net * 121 / 100),
                amount(net * 121 / 100),
                "NL88TEST0417001010",
                "TESTNL2A",
                "",
                "");
        return (header + "\n" + row + "\n").getBytes(UTF_8);
    }

    private static String amount(long minor) {
        return java.math.BigDecimal.valueOf(minor, 2).toPlainString();
    }

    private static byte[] pdf(byte[] xml) throws IOException {
        try (var pdf = new PDDocument()) {
            pdf.addPage(new PDPage());
            var file = new PDComplexFileSpecification();
            file.setFile("factur-x.xml");
            file.setEmbeddedFile(new PDEmbeddedFile(pdf, new ByteArrayInputStream(xml)));
            var tree = new PDEmbeddedFilesNameTreeNode();
            tree.setNames(Map.of("factur-x.xml", file));
            var names = new PDDocumentNameDictionary(pdf.getDocumentCatalog());
            names.setEmbeddedFiles(tree);
            pdf.getDocumentCatalog().setNames(names);
            var out = new ByteArrayOutputStream();
            pdf.save(out);
            return out.toByteArray();
        }
    }

    private static void lay(Path from, Path to) throws IOException {
        try (Stream<Path> tree = Files.walk(from)) {
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
