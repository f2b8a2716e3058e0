package io.quittance.vat.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quittance.table.TableError;
import io.quittance.tax.Filing;
import io.quittance.tax.ReturnBoxes;
import io.quittance.tax.Treatment;
import io.quittance.tax.table.TaxTableFiles;
import io.quittance.vat.BoxKind;
import io.quittance.vat.Filings;
import io.quittance.vat.LedgerSum;
import io.quittance.vat.ReturnForms;
import io.quittance.vat.ReturnLine;
import io.quittance.vat.ReturnPeriods;
import io.quittance.vat.VatReturn;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The boxes and forms as shipped: every box of the reference, worked examples of authorities, and what each form makes of cents. */
class ReturnTablesTest {

    private static final Path ROOT = Path.of(System.getProperty("quittance.root"));
    private static final Path SHIPPED = ROOT.resolve("config/tax");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 26);

    private static final Set<String> WITH_TAX = Set.of(
            "DOMESTIC_TAXABLE",
            "DOMESTIC_RC",
            "EU_SERVICE_RC",
            "NON_EU_SERVICE_RC",
            "IMPORT_SERVICE_RC",
            "IMPORT_SERVICE_RC_PARTIAL",
            "IMPORT_SERVICE_RC_NON_DEDUCTIBLE");

    private static ReturnBoxes boxes;
    private static ReturnForms forms;

    @BeforeAll
    static void read() throws IOException {
        boxes = TaxTableFiles.boxes(SHIPPED);
        forms = ReturnTableFiles.forms(SHIPPED);
    }

    /** The closed list: what the reference says of a jurisdiction and treatment, and nothing else. */
    @Test
    void everyBoxOfTheReferenceIsInForce() throws IOException {
        Map<String, String> found = boxes.inForce(DAY).stream()
                .collect(Collectors.toMap(
                        row -> row.jurisdiction() + " " + row.treatment(),
                        row -> String.join(" ", row.base()) + "|" + String.join(" ", row.outputTax()) + "|"
                                + String.join(" ", row.inputTax())));
        Path reference =
                ROOT.resolve("../shared/reference/tax/vat-return-boxes.csv").normalize();
        assumeTrue(Files.isRegularFile(reference), "there is no " + reference);
        Map<String, String> expected = new TreeMap<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(reference)) {
            rows.forEach(row -> expected.put(
                    row.getField("jurisdiction") + " " + row.getField("treatment"),
                    row.getField("base_boxes") + "|" + row.getField("output_tax_boxes") + "|"
                            + row.getField("input_tax_boxes")));
        }
        assertThat(found).containsAllEntriesOf(expected);
        assertThat(expected).hasSize(51);
        assertThat(expected.keySet().stream().map(key -> key.substring(0, 2)).distinct())
                .hasSize(19);
    }

    @Test
    void everyBoxIsOnItsFormAndNoneCountsTwice() {
        forms.requireAll(boxes);
        Set<String> sourced = new TreeSet<>();
        boxes.all().forEach(row -> sourced.add(row.jurisdiction()));
        assertThat(sourced)
                .allSatisfy(jurisdiction -> assertThat(forms.find(jurisdiction, DAY))
                        .as(jurisdiction)
                        .isPresent());
    }

    /**
     * Entries as treatment, rate, base, charged, output and input tax. IE, GB, NL, ES and DE are the examples of tax.md and of
     * worked-examples.csv (IE-01, GB-02, GB-05, ES-08 to ES-10, NZ-02); the others show what a form does with cents.
     */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # form | entries                                               | declared
            IE | EU_SERVICE_RC 23 100000.00 0 23000.00 23000.00            | T1=23000.00 T2=23000.00 T3=0.00 T4=0.00 ES2=100000
            GB | IMPORT_SERVICE_RC 20 100.00 0 20.00 20.00                 | 1=20.00 2=0.00 3=20.00 4=20.00 5=0.00 6=100 7=100 8=0 9=0
            GB | DOMESTIC_RC 20 450.00 0 90.00 90.00                       | 1=90.00 3=90.00 4=90.00 5=0.00 6=0 7=450
            GB | DOMESTIC_TAXABLE 20 99.50 19.90 0 19.90                   | 1=0.00 3=0.00 4=19.90 5=19.90 6=0 7=100 net=-19.90
            ES | DOMESTIC_TAXABLE 21 6000.00 1260.00 0 1260.00             | 28=6000.00 29=1260.00 45=1260.00 46=-1260.00
            ES | EU_SERVICE_RC 21 3000.00 0 630.00 630.00                  | 10=3000.00 11=630.00 27=630.00 36=3000.00 37=630.00 46=0.00
            NZ | DOMESTIC_TAXABLE 15 1500.00 225.00 0 225.00               | 11=1725.00 12=225.00 14=225.00 15=-225.00
            AU | DOMESTIC_TAXABLE 10 8496.73 849.67 0 849.67               | G11=9346 1A=0 1B=849
            FR | EU_SERVICE_RC 20 1000.50 0 200.10 200.10                  | A3=1001 08 BASE=1001 08 OUTPUT=200 16=200 20=200 23=200 25=0 28=0
            FR | EU_SERVICE_RC 10 1000.00 0 100.00 100.00; EU_SERVICE_RC 5.5 100.00 0 5.50 5.50 | A3=1100 08 BASE=0 9B OUTPUT=100 09 OUTPUT=6 16=106 20=106
            NL | EU_SERVICE_RC 21 100.90 0 21.19 21.19                     | 4b BASE=100 4b OUTPUT=21 5a=21 5b=22 5g=-1
            NL | NON_EU_SERVICE_RC 21 -100.90 0 -21.19 -21.19              | 4a BASE=-101 4a OUTPUT=-22 5b=-21 5g=-1
            DE | NON_EU_SERVICE_RC 19 100.99 0 19.19 19.19                 | 84=100 85=19.19 67=19.19 83=0.00
            CH | IMPORT_SERVICE_RC 8.1 1000.00 0 81.00 81.00               | 383 BASE=1000.00 383 OUTPUT=81.00 382 BASE=0.00 399=81.00 479=81.00 500=0.00 510=0.00
            NO | IMPORT_SERVICE_RC 12 1000.40 0 120.05 120.05              | 88 BASE=1000 88 OUTPUT=120 88 INPUT=120 86 OUTPUT=0
            NO | IMPORT_SERVICE_RC_NON_DEDUCTIBLE 25 100.00 0 25.00 0      | 87 BASE=100 87 OUTPUT=25 net=25.00
            SG | IMPORT_SERVICE_RC_PARTIAL 9 200.80 0 18.07 9.00           | 1=200 5=200 14=200 6=18.07 7=9.00 8=9.07
            AE | IMPORT_SERVICE_RC 5 100.00 0 5.00 5.00                    | 3 BASE=100.00 3 OUTPUT=5.00 10 BASE=100.00 10 INPUT=5.00
            SA | IMPORT_SERVICE_RC 15 100.00 0 15.00 15.00                 | 9 BASE=100.00 9 OUTPUT=15.00 9 INPUT=15.00
            PL | EU_SERVICE_RC 23 100.00 0 23.00 23.00                     | K_29=100.00 K_30=23.00 K_42=100.00 K_43=23.00
            IT | NON_EU_SERVICE_RC 22 100.00 0 22.00 22.00                 | VP3=100.00 VP4=22.00 VP5=22.00 VP6=0.00
            IN | IMPORT_SERVICE_RC 18 100.40 0 18.07 18.07                 | 3.1(d) BASE=100 3.1(d) OUTPUT=18 4(A)(2)=18
            CA | IMPORT_SERVICE_RC_PARTIAL 13 100.00 0 13.00 5.00          | 405=13.00 106=5.00 108=5.00 109=-5.00
            ZA | IMPORT_SERVICE_RC_PARTIAL 15 100.00 0 15.00 0             | 12 OUTPUT=15.00 15=0.00
            SE | NON_EU_SERVICE_RC 25 100.90 0 25.23 25.23                 | 22=100 30=25 48=25
            BE | EU_SERVICE_RC 21 100.00 0 21.00 21.00                     | 82=100.00 88=100.00 55=21.00 59=21.00
            BE | NON_EU_SERVICE_RC 21 100.00 0 21.00 21.00                 | 82=100.00 87=100.00 56=21.00 59=21.00 55=0.00 88=0.00
            IE | DOMESTIC_RC 13.5 1000.00 0 135.00 135.00                  | T1=135.00 T2=135.00 ES2=0
            IN | DOMESTIC_TAXABLE 18 100.00 18.00 0 18.00                  | 4(A)(5)=18 4(A)(3)=0
            PT | EU_SERVICE_RC 13 100.00 0 13.00 13.00                     | 16=100.00 17=13.00 24=13.00 23=0.00 22=0.00
            PT | DOMESTIC_TAXABLE 6 100.00 6.00 0 6.00                     | 24=6.00 21=0.00
            PT | NON_EU_SERVICE_RC 23 100.00 0 23.00 23.00; NON_EU_SERVICE_RC 6 10.00 0 0.60 0.60 | 3=100.00 4=23.00 1=10.00 2=0.60 5=0.00 24=23.60 98=110.00
            AT | NON_EU_SERVICE_RC 20 100.00 0 20.00 20.00                 | 057=20.00 066=20.00
            """)
    void whatTheFormDeclares(String form, String entries, String declared) {
        VatReturn drawn = drawn(form, 2, entries);

        assertThat(drawn.faults()).isEmpty();
        assertThat(figures(drawn)).containsAllEntriesOf(written(declared));
    }

    /** Those whose boxes an authority, or who quotes it, has published: worked-examples.csv names the pages. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void theExamplesOfAuthorities(String id, NamedCsvRecord example) {
        VatReturn drawn = drawn(
                example.getField("payer_country"),
                2,
                "%s %s %s %s %s %s"
                        .formatted(
                                example.getField("expected_treatment"),
                                example.getField("expected_rate"),
                                example.getField("net"),
                                example.getField("vat_charged"),
                                example.getField("expected_output_tax"),
                                example.getField("expected_input_tax")));

        assertThat(drawn.faults()).isEmpty();
        assertThat(figures(drawn))
                .containsAllEntriesOf(written(example.getField("expected_boxes").replace(';', ' ')));
    }

    static Stream<Arguments> examples() throws IOException {
        Path published = ROOT.resolve("batch-jobs/core/src/test/resources/io/quittance/tax/worked-examples.csv");
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(published)) {
            List<NamedCsvRecord> examples = rows.stream()
                    .filter(row -> !row.getField("expected_boxes").isEmpty()
                            && !row.getField("expected_treatment").isEmpty()
                            && row.getField("kind").equals("BOXES"))
                    .toList();
            assertThat(examples).hasSizeGreaterThanOrEqualTo(5);
            return examples.stream().map(row -> Arguments.of(row.getField("id"), row));
        }
    }

    @Test
    void japanCutsTheBaseToThousandsAndHasNoDecimals() {
        VatReturn drawn = drawn("JP", 0, "IMPORT_SERVICE_RC_PARTIAL 10 123999 0 12399 6000");

        assertThat(drawn.faults()).isEmpty();
        assertThat(figures(drawn))
                .containsEntry("specified taxable purchases BASE", new BigDecimal("123000"))
                .containsEntry("specified taxable purchases OUTPUT", new BigDecimal("12399"))
                .containsEntry("specified taxable purchases x 7.8/100", new BigDecimal("6000"));
    }

    /** Of 110,000 paid to a supplier without a T-number, 70 % of the 10,000 in it are credited until 2028-09-30. */
    @Test
    void japanCreditsPartOfTheTaxOfASupplierWithoutANumber() {
        VatReturn drawn = drawn("JP", 0, "OUT_OF_SCOPE 10 110000 0 0 7000; DOMESTIC_TAXABLE 10 1000 100 0 100");

        assertThat(drawn.faults()).isEmpty();
        assertThat(figures(drawn)).containsEntry("taxable purchases x 7.8/110", new BigDecimal("7100"));
    }

    /** What a rule lets happen, and bears tax, has boxes wherever the form is sourced. */
    @Test
    void everyTreatmentWithTaxHasBoxesOnEverySourcedForm() throws IOException {
        Set<String> missing = new TreeSet<>();
        try (CsvReader<NamedCsvRecord> rules =
                CsvReader.builder().ofNamedCsvRecord(SHIPPED.resolve("treatment-rules.csv"))) {
            rules.forEach(rule -> payers(rule.getField("payer_groups"))
                    .filter(payer -> forms.find(payer, DAY).isPresent())
                    .flatMap(payer -> Arrays.stream(rule.getField("outcome").split(" "))
                            .filter(WITH_TAX::contains)
                            .filter(outcome -> boxes.find(payer, Treatment.valueOf(outcome))
                                    .isEmpty())
                            .map(outcome -> payer + " " + outcome))
                    .forEach(missing::add));
        }
        assertThat(missing).isEmpty();
    }

    private static Stream<String> payers(String groups) {
        return Arrays.stream(groups.split(" "))
                .flatMap(group -> group.equals("EU")
                        ? Stream.of("AT", "BE", "DE", "DK", "ES", "FI", "FR", "IE", "IT", "LU", "NL", "PL", "PT", "SE")
                        : Stream.of(group));
    }

    /** Every figure is the exact sum, the declared one, and what lies between. */
    @Test
    void theWayFromLedgerToReturnIsShown() {
        VatReturn drawn = drawn("NL", 2, "EU_SERVICE_RC 21 100.90 0 21.19 21.19; EU_SERVICE_RC 21 10.05 0 2.11 2.11");
        ReturnLine tax = line(drawn, "4b", BoxKind.OUTPUT);

        assertThat(tax.ledger()).isEqualTo("23.30");
        assertThat(tax.declared()).isEqualTo("23");
        assertThat(tax.difference()).isEqualTo("-0.30");
        assertThat(tax.entries()).isEqualTo(2);
        assertThat(drawn.roundingDifference()).isEqualTo("-1.00");
    }

    @Test
    void whatNoRowSpeaksOfIsToldByTreatment() {
        VatReturn drawn =
                drawn("LV", 2, "EU_SERVICE_RC 17 100.00 0 17.00 17.00; DOMESTIC_TAXABLE 17 10.00 1.70 0 1.70");

        assertThat(drawn.form()).isNull();
        assertThat(drawn.lines())
                .extracting(line -> line.box() + " " + line.kind() + " " + line.label() + " " + line.declared())
                .containsExactly(
                        "not sourced BASE no row says which box: DOMESTIC_TAXABLE 10.00",
                        "not sourced INPUT no row says which box: DOMESTIC_TAXABLE 1.70",
                        "not sourced BASE no row says which box: EU_SERVICE_RC 100.00",
                        "not sourced OUTPUT no row says which box: EU_SERVICE_RC 17.00",
                        "not sourced INPUT no row says which box: EU_SERVICE_RC 17.00",
                        "net TOTAL tax owed less tax deducted -1.70");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # tax of a franchise is in no box; a rate that is not the line's; more than HMRC takes
            NL | FRANCHISE 21 100.00 21.00 0 21.00                                | INPUT of 21 FRANCHISE is in no box by row BX-NL-FRANCHISE
            NL | IMPORT_SERVICE_RC 21 100.00 0 21.00 21.00                        | OUTPUT of 21 IMPORT_SERVICE_RC is in no box of OB: no row said which when it was entered
            DE | IMPORT_SERVICE_RC 19 100.00 0 0 19.00                            | INPUT of 19 IMPORT_SERVICE_RC is in no box of UStVA: no row said which when it was entered
            FR | EU_SERVICE_RC 19.6 1000.00 0 196.00 196.00                       | box 08 OUTPUT is 196 by the ledger and 200 by the return
            GB | DOMESTIC_TAXABLE 20 10000000000000.00 0 0 10000000000000.00      | box 4 is 10000000000000, and must lie between -9999999999999.99 and 9999999999999.99
            """)
    void whatMustNotBeFiled(String form, String entries, String fault) {
        assertThat(drawn(form, 2, entries).objections()).anyMatch(told -> told.startsWith(fault));
    }

    /** No table can mend it any more, so a person may answer for it; what a table can mend, nobody may. */
    @Test
    void whatNoRowPlacedIsToldApartFromTheFaultsOfTables() {
        VatReturn drawn = drawn("NL", 2, "IMPORT_SERVICE_RC 21 100.00 0 21.00 21.00; FRANCHISE 21 10.00 2.10 0 2.10");
        assertThat(drawn.unplaced()).hasSize(2).allMatch(told -> told.contains("IMPORT_SERVICE_RC is in no box of OB"));
        assertThat(drawn.faults()).anyMatch(told -> told.contains("FRANCHISE is in no box by row"));
        assertThat(drawn.lines())
                .extracting(line -> line.box() + " " + line.kind() + " " + line.declared())
                .contains("not sourced OUTPUT 21.00", "not sourced INPUT 21.00");
    }

    /** It is its boxes that say whether the form asks: an invoice and its credit come to nothing, tax may wait for its payment. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DE | DOMESTIC_TAXABLE 19 0.00 0.00 0 0.00                                         |
            FR | DOMESTIC_TAXABLE 20 100.00 20.00 0 0.00                                      |
            FR | DOMESTIC_TAXABLE 20 200.00 40.00 0 20.00; DOMESTIC_EXEMPT 0 50.00 0 0 0      | DOMESTIC_EXEMPT 50.00
            """)
    void whatTheFormDoesNotAskAbout(String form, String entries, String told) {
        assertThat(drawn(form, 2, entries).lines().stream()
                        .filter(line -> line.box().equals(VatReturn.NO_BOX))
                        .map(line -> line.label().replace("the form does not ask: ", "") + " " + line.declared())
                        .toList())
                .isEqualTo(told == null ? List.of() : List.of(told));
    }

    /** A late entry that names boxes of an older form: owed and deducted, so that the net tax does not show it. */
    @Test
    void taxInABoxThatTheFormDoesNotHaveIsNotLost() {
        var late = new LedgerSum(
                Treatment.EU_SERVICE_RC,
                "BX-NL-OLD",
                new LedgerSum.Boxes(List.of("4b"), List.of("4z"), List.of("5z")),
                new BigDecimal("100.00"),
                new BigDecimal("0.00"),
                new BigDecimal("100.00"),
                new BigDecimal("21.00"),
                new BigDecimal("21.00"),
                1);

        assertThat(VatReturn.of(forms.find("NL", DAY).orElseThrow(), 2, List.of(late))
                        .faults())
                .containsExactly(
                        "OUTPUT of 21 EU_SERVICE_RC goes by row BX-NL-OLD into a box that the form does not have",
                        "INPUT of 21 EU_SERVICE_RC goes by row BX-NL-OLD into a box that the form does not have");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # instead of                     | there stands                        | the error says
            NL,OB,5a,TOTAL                   | NL,OB,5a,SUM                        | kind: "SUM" is none of [BASE,
            [2a OUTPUT] + [4a OUTPUT]        | [2a OUTPUT] + 4a                    | is no formula
            [5a] - [5b]                      | [5a] - [5z]                         | the formula of RF-NL-5g-TOTAL names [5z], which does not stand before it
            RF-NL-5g-TOTAL                   | RF-NL-5a-TOTAL                      | Two rows have the id RF-NL-5a-TOTAL: lines
            ,-9999999999999.99,              | ,minus,                             | least: "minus" is no plain decimal
            """)
    void saysWhatIsWrongWithAForm(String instead, String there, String error, @TempDir Path folder) throws IOException {
        String good = Files.readString(SHIPPED.resolve("return-forms.csv"));
        assertThat(good).contains(instead);
        Files.writeString(folder.resolve("return-forms.csv"), good.replace(instead, there));

        assertThatThrownBy(() -> ReturnTableFiles.forms(folder))
                .isInstanceOf(TableError.class)
                .hasMessageContaining(error);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            NL-BV,   NL, 2026-11
            GB-LTD,  GB, 2026-Q4
            ANYBODY, DE, 2026-11
            # two months by law
            ANYBODY, IE, 2026-B6
            ANYBODY, NO, 2026-B6
            ANYBODY, NZ, 2026-10..2026-11
            # its own row before that of the state
            GB-LTD,  IE, 2026-Q4
            """)
    void entitiesFileByTheirOwnPeriods(String entity, String jurisdiction, String period) throws IOException {
        assertThat(ReturnTableFiles.periods(SHIPPED).of(entity, jurisdiction, DAY))
                .hasValueSatisfying(found -> assertThat(found).hasToString(period));
    }

    @ParameterizedTest
    @CsvSource({"0, is no month", "13, is no month", "March, is no month"})
    void saysWhatIsWrongWithAPeriod(String month, String error, @TempDir Path folder) throws IOException {
        String good = Files.readString(SHIPPED.resolve("return-periods.csv"));
        Files.writeString(
                folder.resolve("return-periods.csv"), good.replace("TWO_MONTHS,4,", "TWO_MONTHS," + month + ","));

        assertThatThrownBy(() -> ReturnTableFiles.periods(folder))
                .isInstanceOf(TableError.class)
                .hasMessageContaining(error);
    }

    private static VatReturn drawn(String form, int decimals, String entries) {
        return VatReturn.of(
                forms.find(form, DAY).orElse(null),
                decimals,
                Arrays.stream(entries.split(";"))
                        .map(entry -> sum(form, decimals, entry.strip().split(" ")))
                        .toList());
    }

    private static LedgerSum sum(String form, int decimals, String[] cells) {
        Treatment treatment = Treatment.valueOf(cells[0]);
        Filing filing = Filings.of(boxes, forms, List.of(), ReturnPeriods.of(List.of()))
                .filing("E", form, treatment, new BigDecimal(cells[1]), Filings.Days.of(DAY));
        return new LedgerSum(
                treatment,
                filing.boxRow(),
                new LedgerSum.Boxes(filing.base(), filing.outputTax(), filing.inputTax()),
                new BigDecimal(cells[2]).setScale(decimals),
                new BigDecimal(cells[3]).setScale(decimals),
                deducted(new BigDecimal(cells[2]), new BigDecimal(cells[3]), new BigDecimal(cells[5]), decimals),
                new BigDecimal(cells[4]).setScale(decimals),
                new BigDecimal(cells[5]).setScale(decimals),
                1);
    }

    /** As the database has it: base and tax, so far as the tax is deducted. */
    private static BigDecimal deducted(BigDecimal base, BigDecimal charged, BigDecimal input, int decimals) {
        return charged.signum() == 0
                ? base.setScale(decimals)
                : base.add(charged).multiply(input).divide(charged, decimals, RoundingMode.HALF_UP);
    }

    private static ReturnLine line(VatReturn drawn, String box, BoxKind kind) {
        return drawn.lines().stream()
                .filter(line -> line.box().equals(box) && line.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    /** By box, and by box and kind. */
    private static Map<String, BigDecimal> figures(VatReturn drawn) {
        var figures = new HashMap<String, BigDecimal>();
        for (ReturnLine line : drawn.lines()) {
            figures.put(line.box() + " " + line.kind(), line.declared());
            figures.putIfAbsent(line.box(), line.declared());
        }
        return figures;
    }

    private static Map<String, BigDecimal> written(String declared) {
        var figures = new HashMap<String, BigDecimal>();
        for (String figure : declared.split("(?<==-?[0-9.]{1,20}) ")) {
            int at = figure.lastIndexOf('=');
            figures.put(figure.substring(0, at), new BigDecimal(figure.substring(at + 1)));
        }
        return figures;
    }
}
