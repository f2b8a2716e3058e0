package io.quittance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.testkit.database.DatabaseTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A document that is right to the cent and breaks an official rule: an XRechnung without its buyer reference. It is the demo's
 * own UBL invoice under another profile.
 */
@DatabaseTest
class OfficialRulesIT {

    private static final String SAMPLE = "fixtures/demo/inbox/invoices/ubl-c1011-re-26-4520.xml";
    private static final String PLAIN = "<cbc:CustomizationID>urn:cen.eu:en16931:2017</cbc:CustomizationID>";
    private static final String XRECHNUNG =
            PLAIN.replace("2017<", "2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0<");
    private static final String DAY = "2026-11-24";

    @TempDir
    Path folder;

    private Path home;
    private Path config;
    private Path invoice;
    private Program program;
    private NightDatabase database;

    @BeforeEach
    void oneInvoice() throws IOException {
        home = folder.resolve("workspace");
        config = copyOfTheExample(folder.resolve("config"));
        database = NightDatabase.onTestServer(home, folder);
        program = new Program(home, config, database.options());
        String text = Files.readString(Program.root().resolve(SAMPLE));
        assertThat(text).contains(PLAIN);
        invoice = Files.createDirectories(home.resolve("inbox/invoices")).resolve("xrechnung.xml");
        Files.writeString(invoice, text.replace(PLAIN, XRECHNUNG));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void readingAFileTellsTheOfficialRuleAndTheStrictestVerdict() throws IOException {
        assertThat(row()).contains(",UBL-Invoice,").contains(",hold,").contains("BR-DE-15");
        assertThat(row("--no-official")).contains(",accept,").doesNotContain("BR-DE");
        set("error: hold", "error: reject");
        assertThat(row()).contains(",reject,");
        set("run: true", "run: false");
        assertThat(row()).contains(",accept,").doesNotContain("BR-DE");
    }

    private String row(String... options) {
        String[] words = Stream.concat(
                        Stream.of("invoice", "read", invoice.toString(), "--format", "csv"), Stream.of(options))
                .toArray(String[]::new);
        return program.ok(words).lines().skip(1).findFirst().orElseThrow();
    }

    @Test
    void aBrokenOfficialRuleHoldsTheDocumentUntilConfigurationSaysOtherwise() throws IOException, SQLException {
        program.ok("intake", "--date", DAY);
        program.ok("assess", "--date", DAY);
        try (Records records = new Records(database.open())) {
            assertThat(
                            records.rows(
                                    "select rule_set, version, binding, valid from quittance.official_verdict order by rule_set"))
                    .containsExactly("en16931 1.3.16 t t", "xrechnung 3.0.2 t f");
            assertThat(verdict(records)).isEqualTo("1 HELD");
            assertThat(records.rows("select distinct code, severity, rule from quittance.finding where attempt = 1"
                            + " and severity = 'HOLD' and rule = 'BR-DE-15'"))
                    .containsExactly("Q150 HOLD BR-DE-15");
            assertThat(records.one("select count(*) from quittance.list_findings where rule = 'BR-DE-15'"))
                    .as("found when taken in and counted when assessed: told once")
                    .isEqualTo("1");
        }
        set("error: hold", "error: warn");
        program.ok("assess", "--date", DAY);
        try (Records records = new Records(database.open())) {
            assertThat(verdict(records)).isEqualTo("2 ACCEPTED");
            assertThat(records.rows("select distinct severity from quittance.list_findings where rule = 'BR-DE-15'"))
                    .containsExactly("WARN");
        }
    }

    private static String verdict(Records records) throws SQLException {
        return records.one("select attempt, verdict from quittance.assessment where latest");
    }

    private void set(String old, String young) throws IOException {
        Path rules = config.resolve("rules.yaml");
        String text = Files.readString(rules);
        assertThat(text).contains(old);
        Files.writeString(rules, text.replace(old, young));
    }

    private static Path copyOfTheExample(Path copy) throws IOException {
        Path original = Program.root().resolve("config");
        try (Stream<Path> tree = Files.walk(original)) {
            for (Path file : tree.toList()) {
                Files.copy(file, copy.resolve(original.relativize(file).toString()));
            }
        }
        return copy;
    }
}
