package io.quittance.platform.configuration;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quittance.invoice.Invoice;
import io.quittance.invoice.InvoiceLine;
import io.quittance.invoice.Period;
import io.quittance.invoice.detection.InvoiceFiles;
import io.quittance.invoice.file.DeliveredFile;
import io.quittance.invoice.file.InvoiceFile;
import io.quittance.invoice.file.ReadDocument;
import io.quittance.invoice.file.ReadLimits;
import io.quittance.invoice.profile.ColumnProfile;
import io.quittance.invoice.profile.Profiles;
import io.quittance.platform.configuration.ShapedSheet.Line;
import io.quittance.platform.configuration.ShapedSheet.Meant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The profiles of {@code config/intake}, against the sheets they are for. */
class ShippedProfilesTest {

    private static final Path ROOT = Path.of(System.getProperty("quittance.root"));
    private static final Profiles SHIPPED = IntakeProfiles.read(ROOT.resolve("config/intake"));

    @TempDir
    Path folder;

    @Test
    void areSix() {
        assertThat(SHIPPED.all())
                .extracting(ColumnProfile::name)
                .containsExactly(
                        "contractor-sheet",
                        "german-excel",
                        "quickbooks-bills",
                        "quittance",
                        "tipalti-bills",
                        "xero-bills");
    }

    @Test
    void readTheXeroSample() throws IOException {
        Invoice invoice = only(sample("own-intake-bills.csv"));
        assertThat(invoice.number()).isEqualTo("SC-2");
        assertThat(invoice.contractor()).isEqualTo("Contractor One");
        assertThat(invoice.issueDate()).hasToString("2026-02-15");
        assertThat(invoice.dueDate()).hasToString("2026-03-17");
        assertThat(invoice.lines())
                .extracting(line -> line.description() + " " + line.net() + " " + line.vatGroup() + " " + line.vat())
                .containsExactly("Development GBP 950.00 S 20 % GBP 190.00", "Travel GBP 120.00 O 0 % GBP 0.00");
        assertThat(invoice.totals().net()).hasToString("GBP 1070.00");
        assertThat(invoice.totals().vat()).hasToString("GBP 190.00");
        assertThat(invoice.totals().due()).hasToString("GBP 1260.00");
    }

    @Test
    void readTheGermanSample() throws IOException {
        Invoice invoice = only(sample("own-intake-semicolon-de.csv"));
        assertThat(invoice.number()).isEqualTo("SC-1");
        assertThat(invoice.contractor()).isEqualTo("DE136695976").isEqualTo(invoice.contractorVatId());
        assertThat(invoice.issueDate()).hasToString("2026-02-15");
        assertThat(invoice.totals().net()).hasToString("EUR 1234.50");
        assertThat(invoice.totals().vat()).hasToString("EUR 234.56");
        assertThat(invoice.totals().gross()).hasToString("EUR 1469.06");
        assertThat(invoice.vat().getFirst().vatGroup()).hasToString("S 19 %");
    }

    private static DeliveredFile sample(String name) throws IOException {
        Path path = ROOT.resolve("../shared/reference/einvoice").resolve(name).normalize();
        assumeTrue(Files.isRegularFile(path), "there is no " + path);
        return DeliveredFile.of(path);
    }

    /** Twenty worlds in each shape: what was meant is what is read. */
    @TestFactory
    Stream<DynamicTest> whateverASenderWritesInTheirShapeReadsBack() {
        return SHIPPED.all().stream()
                .map(profile -> DynamicTest.dynamicTest(profile.name(), () -> {
                    for (long seed = 1; seed <= 20; seed++) {
                        var sheet = new ShapedSheet(profile, seed, 15);
                        var file = DeliveredFile.of("world.csv", sheet.csv().getBytes(UTF_8));
                        compare(sheet.meant(), read(file), profile.name() + " seed " + seed);
                        if (seed <= 3) {
                            var workbook = DeliveredFile.of("world.xlsx", sheet.xlsx());
                            compare(sheet.meant(), read(workbook), profile.name() + " workbook of seed " + seed);
                        }
                    }
                }));
    }

    static void compare(List<Meant> meant, List<ReadDocument> read, String what) {
        assertThat(read).as(what).hasSameSizeAs(meant);
        for (int i = 0; i < meant.size(); i++) {
            Meant one = meant.get(i);
            Invoice invoice = understood(read.get(i));
            assertThat(invoice.number()).as(what).isEqualTo(one.number());
            assertThat(invoice.issueDate()).as(what).isEqualTo(one.date());
            assertThat(invoice.contractor()).as(what).endsWith(one.contractor());
            assertThat(invoice.currency().getCode()).as(what).isEqualTo(one.currency());
            assertThat(invoice.totals().net().getAmount()).as(what).isEqualByComparingTo(one.net());
            assertThat(invoice.totals().vat().getAmount()).as(what).isEqualByComparingTo(one.vat());
            assertThat(invoice.totals().due().getAmount())
                    .as(what)
                    .isEqualByComparingTo(one.net().add(one.vat()));
            assertThat(invoice.lines()).as(what).hasSameSizeAs(one.lines());
            if (invoice.lines().getFirst().unit() != null) {
                var worked = new Period(one.date().minusDays(7), one.date());
                assertThat(invoice.lines()).as(what).allMatch(line -> worked.equals(line.period()));
            }
            for (int j = 0; j < one.lines().size(); j++) {
                compare(one.lines().get(j), invoice.lines().get(j), what);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # profile        | what its sheets say of the work
            contractor-sheet | HUR
            german-excel     | HUR
            quickbooks-bills |
            quittance        | HUR
            tipalti-bills    |
            xero-bills       |
            """)
    void unitsAreReadWhereAProfileHasThem(String name, String unit) throws IOException {
        ColumnProfile profile = SHIPPED.profile(name).orElseThrow();
        var file = DeliveredFile.of(
                "world.csv", new ShapedSheet(profile, 1, 3).csv().getBytes(UTF_8));
        assertThat(read(file))
                .flatExtracting(document -> understood(document).lines())
                .extracting(InvoiceLine::unit)
                .containsOnly(unit);
    }

    private static void compare(Line meant, InvoiceLine read, String what) {
        assertThat(read.net().getAmount()).as(what).isEqualByComparingTo(meant.net());
        assertThat(read.quantity().multiply(read.unitPrice())).as(what).isEqualByComparingTo(meant.net());
        assertThat(read.category()).as(what).isEqualTo(meant.tax().category());
        assertThat(read.vat().getAmount()).as(what).isEqualByComparingTo(meant.vat());
    }

    private static List<ReadDocument> read(DeliveredFile file) throws IOException {
        InvoiceFile open = InvoiceFiles.open(file, ReadLimits.DEFAULT, SHIPPED);
        assertThat(open).as(() -> open.toString()).isInstanceOf(InvoiceFile.Readable.class);
        try (var reader = ((InvoiceFile.Readable) open).documents()) {
            var documents = new ArrayList<ReadDocument>();
            reader.forEachRemaining(documents::add);
            return documents;
        }
    }

    private static Invoice only(DeliveredFile file) throws IOException {
        List<ReadDocument> documents = read(file);
        assertThat(documents).hasSize(1);
        return understood(documents.getFirst());
    }

    private static Invoice understood(ReadDocument document) {
        assertThat(document).as(() -> document.toString()).isInstanceOf(ReadDocument.Understood.class);
        return ((ReadDocument.Understood) document).invoice();
    }

    // What is wrong with a profile is told with file, line and key

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # instead of                  | stands                      | told
            decimal: point                | decimal: dot                | x.yaml:3 decimal: is 'dot', expected comma, point or proven.
            dates: [yyyy-MM-dd]           | dates: [dd.MM.yy]           | x.yaml:4 dates: has 'dd.MM.yy', expected a pattern such as dd.MM.yyyy or d/M/yyyy.
            tax: exclusive                | tax: maybe                  | x.yaml:5 tax: is 'maybe', expected one of exclusive, inclusive.
            tax: exclusive                | taxes: exclusive            | x.yaml:1 tax: is missing.
            separators: [comma]           | separators: [dot]           | x.yaml:2 separators: is 'dot', expected bar, comma, semicolon, tab.
            required: [invoice-number, invoice-date]|required: [invoice-number, contract]| x.yaml:6 required: names contract, which has no headings under columns.
            required: [invoice-number, invoice-date]|required: [invoice-number]| x.yaml:6 required: names 1 columns; a file is recognised by two at least.
            '  currency: [Currency]'      | '  currency: [NUMBER]'      | x.yaml:10 columns.currency: has the heading 'NUMBER', which invoice-number has already.
            '  currency: [Currency]'      | '  colour: [Currency]'      | x.yaml:10 columns.colour: is not a key known here
            '  currency: [Currency]'      | '  due-date: [Currency]'    | x.yaml:7 columns: has no heading for currency, and there is no default.
            '  entity: NL-BV'             | '  entity: NL-BV\\nx: y'    | x.yaml:13 x: is not a key known here
            '  entity: NL-BV'             | '  entity: NL-BV\\nderived: [vat-rate]'| x.yaml:1 rates: and derived: vat-rate go together
            """)
    void aFaultyProfileIsToldWithItsPlace(String instead, String stands, String told) throws IOException {
        String right = """
                title: X
                separators: [comma]
                decimal: point
                dates: [yyyy-MM-dd]
                tax: exclusive
                required: [invoice-number, invoice-date]
                columns:
                  invoice-number: [Number]
                  invoice-date: [Date]
                  currency: [Currency]
                defaults:
                  entity: NL-BV
                """;
        assertThat(right).contains(instead);
        Files.writeString(folder.resolve("x.yaml"), right);
        assertThat(IntakeProfiles.read(folder).all()).as("the right one").hasSize(1);
        Files.writeString(folder.resolve("x.yaml"), right.replace(instead, stands.replace("\\n", "\n")));
        assertThatThrownBy(() -> IntakeProfiles.read(folder))
                .isInstanceOf(ConfigurationError.class)
                .hasMessageContaining(told);
    }
}
