package io.quittance.invoice.profile;

import static io.quittance.invoice.file.Reading.readable;
import static io.quittance.invoice.file.Reading.refusals;
import static io.quittance.invoice.file.Reading.refused;
import static io.quittance.invoice.file.Reading.understood;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Findings;
import io.quittance.invoice.DocumentKind;
import io.quittance.invoice.Invoice;
import io.quittance.invoice.detection.InvoiceFiles;
import io.quittance.invoice.file.DeliveredFile;
import io.quittance.invoice.file.InvoiceFile;
import io.quittance.invoice.file.ReadDocument;
import io.quittance.invoice.file.ReadLimits;
import io.quittance.invoice.file.Term;
import io.quittance.invoice.profile.ColumnProfile.TaxMode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfiledCsvTest {

    private static final String HEADER = "Number;Date;Supplier;Net;VAT;Gross\n";
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    @Test
    void readsARowByDeclaredConventions() {
        Invoice invoice = understood(only(declared(), HEADER + "R-1;15.02.2026;C1;1.234,50;246,90;1.481,40\n"));
        assertThat(invoice.number()).isEqualTo("R-1");
        assertThat(invoice.issueDate()).hasToString("2026-02-15");
        assertThat(invoice.entity()).as("default").isEqualTo("NL-BV");
        assertThat(invoice.contractor()).isEqualTo("C1");
        assertThat(invoice.totals().net()).hasToString("EUR 1234.50");
        assertThat(invoice.totals().vat()).hasToString("EUR 246.90");
        assertThat(invoice.totals().due()).hasToString("EUR 1481.40");
        assertThat(invoice.lines()).hasSize(1);
        assertThat(invoice.lines().getFirst().unitPrice()).isEqualByComparingTo("1234.50");
        assertThat(invoice.lines().getFirst().line()).isEqualTo(2);
    }

    @Test
    void headingsMayBeWrittenAnyhowAndInAnyOrder() {
        Invoice invoice = understood(only(
                declared(),
                "gross,*SUPPLIER,net,Invoice no ,vat,date\n\"120,00\",C1,\"100,00\",7,\"20,00\",01.02.2026\n"));
        assertThat(invoice.number()).isEqualTo("7");
        assertThat(invoice.totals().gross()).hasToString("EUR 120.00");
    }

    @Test
    void statesItsTermsInNormalForm() {
        var document =
                (ReadDocument.Understood) only(declared(), HEADER + "R-1;15.02.2026;C1;1.234,50;246,90;1.481,40\n");
        assertThat(document.stated().syntax()).isEqualTo("CSV");
        assertThat(document.stated().first(Term.ISSUE_DATE)).isEqualTo("2026-02-15");
        assertThat(document.stated().gross()).hasToString("EUR 1481.40");
        assertThat(document.stated().vat().getFirst().base()).isEqualTo("1234.50");
    }

    /** A unit counts only beside its quantity: without a price that comes out exactly, a line is one piece of its amount. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # Qty | Price | Net    | Unit  | read
            40    | 92.50 | 3700   | HUR   | 40 x 92.50 HUR 2026-11-02 to 2026-11-08
            40    |       | 3700   | Std.  | 40 x 92.5 HUR 2026-11-02 to 2026-11-08
            40    |       | 3700   |       | 1 x 3700.00 null 2026-11-02 to 2026-11-08
            3     |       | 1000   | hours | 1 x 1000.00 null 2026-11-02 to 2026-11-08
            8     |       | -740   | h     | 8 x 92.5 HUR 2026-11-02 to 2026-11-08
            1     | 100   | 100    | usł.  | 1 x 100 usł. 2026-11-02 to 2026-11-08
            """)
    void readsUnitAndPeriod(String quantity, String price, String net, String unit, String read) {
        String row = String.join(
                ";", "1", "2026-11-16", "C1", quantity, blank(price), net, blank(unit), "2026-11-02", "2026-11-08");
        var line = understood(only(
                        Profiles.of(List.of(TestProfiles.points(TaxMode.EXCLUSIVE))),
                        "Number;Date;Supplier;Qty;Price;Net;Unit;From;To\n" + row + "\n"))
                .lines()
                .getFirst();
        assertThat(line.quantity().toPlainString() + " x " + line.unitPrice().toPlainString() + " " + line.unit() + " "
                        + line.period())
                .isEqualTo(read);
    }

    private static String blank(@Nullable String cell) {
        return cell == null ? "" : cell;
    }

    @Test
    void aPeriodThatEndsBeforeItBeginsIsRefused() {
        assertThat(codes(refused(only(
                                Profiles.of(List.of(TestProfiles.points(TaxMode.EXCLUSIVE))),
                                "Number;Date;Supplier;Net;From;To\n1;2026-11-16;C1;100;2026-11-08;2026-11-02\n"))
                        .findings()))
                .containsExactly("Q112");
    }

    @Test
    void daysOfThePeriodProveTheDateOfTheInvoice() {
        assertThat(understood(only(
                                proving(),
                                "Number;Date;Supplier;Net;VAT;From;To\n1;03/04/2026;C1;100;20;13/02/2026;20/02/2026\n"))
                        .issueDate())
                .hasToString("2026-04-03");
    }

    // What the file proves, and what it does not

    @Test
    void theDecimalSignIsProvenBySums() {
        assertThat(understood(only(proving(), HEADER + "1;2026-02-15;C1;1.234,50;246,90;1.481,40\n"))
                        .totals()
                        .net())
                .hasToString("EUR 1234.50");
        assertThat(understood(only(proving(), HEADER + "1;2026-02-15;C1;1,234.50;246.90;1,481.40\n"))
                        .totals()
                        .net())
                .hasToString("EUR 1234.50");
    }

    @Test
    void aSumThatHoldsBothWaysProvesNothing() {
        var points = refused(only(proving(), HEADER + "1;2026-02-15;C1;1.234;0.000;1.234\n"));
        assertThat(codes(points.findings()))
                .as("0.000 is a number with a point alone, and euros have no thousandths")
                .containsOnly("Q110");
        var three = refused(only(proving(), HEADER + "1;2026-02-15;C1;1.234;1.234;2.468\n"));
        assertThat(three.findings().all().getFirst().message())
                .isEqualTo("'2.468' could mean two amounts: the profile declares no decimal sign, and the rows do not"
                        + " prove one (net + VAT = gross with one and not with the other)");
    }

    @Test
    void oneRowThatIsProofServesTheOthers() {
        var documents = documents(
                proving(), HEADER + "1;2026-02-15;C1;1.230,00;246,00;1.476,00\n2;2026-02-15;C1;1.230;246;1.476\n");
        assertThat(understood(documents.get(1)).totals().net()).hasToString("EUR 1230.00");
    }

    @Test
    void wholeNumbersNeedNoProof() {
        assertThat(understood(only(proving(), HEADER + "1;2026-02-15;C1;1000;200;1200\n"))
                        .totals()
                        .net())
                .hasToString("EUR 1000.00");
    }

    @Test
    void aDateThatMeansTwoDaysIsRefused() {
        Finding finding = refused(only(proving(), HEADER + "1;03/04/2026;C1;100;20;120\n"))
                .findings()
                .all()
                .getFirst();
        assertThat(finding.code()).isEqualTo(FindingCode.DATE_MALFORMED);
        assertThat(finding.message())
                .isEqualTo(
                        "'03/04/2026' may be 2026-04-03 or 2026-03-04: the profile declares no single pattern and the"
                                + " file proves none");
        assertThat(understood(only(proving(), HEADER + "1;03/03/2026;C1;100;20;120\n"))
                        .issueDate())
                .as("the same day either way")
                .hasToString("2026-03-03");
    }

    @Test
    void anotherDateOfTheFileProvesThePattern() {
        var documents = documents(proving(), HEADER + "1;03/04/2026;C1;100;20;120\n2;25/04/2026;C1;100;20;120\n");
        assertThat(understood(documents.get(0)).issueDate()).hasToString("2026-04-03");
        var contradictory = documents(
                proving(),
                HEADER + "1;03/04/2026;C1;100;20;120\n2;25/04/2026;C1;100;20;120\n3;04/25/2026;C1;100;20;120\n");
        assertThat(refused(contradictory.get(0)).findings().has(FindingCode.DATE_MALFORMED))
                .isTrue();
    }

    // Encodings

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void aByteOrderMarkDecides(String charset) {
        byte[] bytes =
                ("\uFEFF" + HEADER + "Ä-1;15.02.2026;C1;100,00;20,00;120,00\n").getBytes(Charset.forName(charset));
        Invoice invoice =
                understood(read(declared(), DeliveredFile.of("x.csv", bytes)).getFirst());
        assertThat(invoice.number()).isEqualTo("Ä-1");
        assertThat(original(declared(), bytes)).isEqualTo(bytes);
    }

    @Test
    void theFallbackIsTakenWithAWarning() {
        byte[] bytes = (HEADER + "Müller €;15.02.2026;C1;100,00;20,00;120,00\n").getBytes(WINDOWS);
        var file = DeliveredFile.of("x.csv", bytes);
        assertThat(codes(readable(open(declared(), file)).warnings())).containsExactly("Q115");
        assertThat(understood(read(declared(), file).getFirst()).number()).isEqualTo("Müller €");
        assertThat(original(declared(), bytes)).isEqualTo(bytes);
    }

    @Test
    void aBadByteBehindAMarkIsRefused() {
        byte[] good = ("\uFEFF" + HEADER + "1;15.02.2026;C1;100,00;20,00;120,00\n").getBytes(UTF_8);
        good[good.length - 5] = (byte) 0xFC;
        assertThat(codes(refusals(open(declared(), DeliveredFile.of("x.csv", good)))))
                .containsExactly("Q101");
        byte[] odd = ("\uFEFF" + HEADER).getBytes(UTF_16LE);
        assertThat(refusals(open(declared(), DeliveredFile.of("x.csv", java.util.Arrays.copyOf(odd, odd.length - 1)))))
                .isNotEmpty();
        assertThat(("\uFEFF").getBytes(UTF_16BE)).as("what a mark is").containsExactly(0xFE, 0xFF);
    }

    // Which profile

    @Test
    void anUnknownHeaderIsRefusedWithTheNearestProfile() {
        Finding finding = refusals(open(declared(), file("Number;Date;Payee\n1;2;3\n")))
                .all()
                .getFirst();
        assertThat(finding.code()).isEqualTo(FindingCode.FILE_FORMAT_UNKNOWN);
        assertThat(finding.message())
                .isEqualTo("the header is that of no profile. Columns seen: Number, Date, Payee. The nearest profile is"
                        + " declared, which also needs: Supplier");
    }

    @Test
    void aHeaderOfTwoProfilesIsAmbiguousUntilOneIsNamed() {
        Profiles both = Profiles.of(List.of(TestProfiles.declared(), TestProfiles.points(TaxMode.EXCLUSIVE)));
        String text = HEADER + "1;15.02.2026;C1;100,00;20,00;120,00\n";
        Finding finding = refusals(open(both, file(text))).all().getFirst();
        assertThat(finding.message()).startsWith("the header is that of several profiles: declared, points.");
        assertThat(understood(read(both.choosing("declared"), file(text)).getFirst())
                        .number())
                .isEqualTo("1");
        var inFolder = DeliveredFile.of("declared/x.csv", text.getBytes(UTF_8));
        assertThat(understood(read(both, inFolder).getFirst()).number()).isEqualTo("1");
        assertThat(codes(refusals(open(both.choosing("nobody"), file(text))))).containsExactly("Q102");
    }

    @Test
    void aNamedProfileTellsEveryMissingColumn() {
        Findings findings = refusals(open(declared().choosing("declared"), file("Number;Remark\n1;x\n")));
        assertThat(codes(findings)).containsExactly("Q104", "Q104");
    }

    @Test
    void unknownColumnsAreListedAndUselessOnesAreNot() {
        var open = readable(open(
                declared(),
                file("Number;Date;Supplier;Net;VAT;Gross;Remark;Colour\n1;15.02.2026;C1;1,00;0,20;1,20;a;b\n")));
        assertThat(open.warnings().all()).hasSize(1);
        assertThat(open.warnings().all().getFirst().message())
                .isEqualTo("the column 'Colour' means nothing in the profile declared; it was ignored");
    }

    @Test
    void statusColumnsOfAnAnnotatedFileAreNoColumns() {
        String status = String.join(";", StatusColumns.HEADINGS);
        var open = readable(open(
                declared(),
                file("Number;Date;Supplier;Net;VAT;Gross;" + status + "\n1;15.02.2026;C1;1,00;0,20;1,20;a;b;c;d\n")));
        assertThat(open.warnings()).isEmpty();
    }

    /** Found by fuzzing: a quote as separator was a crash. */
    @ParameterizedTest
    @ValueSource(strings = {"sep=\"", "sep=1", "sep=x"})
    void whatCannotSeparateIsNoSeparator(String first) {
        var file = file(first + "\r\n" + HEADER + "1;15.02.2026;C1;100,00;20,00;120,00\n");
        assertThat(refusals(open(declared(), file)).all().getFirst().code())
                .isIn(FindingCode.FILE_FORMAT_UNKNOWN, FindingCode.ROW_MALFORMED);
    }

    @Test
    void excelMayNameTheSeparator() {
        Invoice invoice = understood(only(declared(), "sep=;\r\n" + HEADER + "1;15.02.2026;C1;100,00;20,00;120,00\n"));
        assertThat(invoice.lines().getFirst().line()).isEqualTo(3);
    }

    // Documents

    @Test
    void rowsOfOneNumberAndSupplierAreOneDocument() {
        var documents = documents(
                points(),
                "Number,Date,Supplier,Text,Qty,Price,Tax\n1,2026-02-15,C1,a,10,95,full\n1,2026-02-15,C1,b,1,12.50,none\n"
                        + "1,2026-02-15,C2,c,1,5,none\n");
        assertThat(documents).hasSize(2);
        Invoice first = understood(documents.getFirst());
        assertThat(first.totals().net()).hasToString("EUR 962.50");
        assertThat(first.totals().vat()).as("20 % of 950, exactly").hasToString("EUR 190.00");
        assertThat(first.vat()).hasSize(2);
        assertThat(first.lines()).extracting(line -> line.number()).containsExactly("1", "2");
    }

    @Test
    void headerValuesMustAgree() {
        var refused = refused(only(points(), "Number,Date,Supplier,Net\n1,2026-02-15,C1,1\n1,2026-02-16,C1,1\n"));
        assertThat(refused.findings().all().getFirst().message())
                .isEqualTo("Date is '2026-02-16' here and '2026-02-15' in line 2 of the same document");
    }

    @Test
    void aDocumentInTwoPlacesIsNeverPaidInParts() {
        var documents = documents(
                points(), "Number,Date,Supplier,Net\n1,2026-02-15,C1,1\n2,2026-02-15,C1,1\n1,2026-02-15,C1,1\n");
        assertThat(documents).hasSize(3);
        assertThat(codes(refused(documents.get(0)).findings())).containsExactly("Q106");
        assertThat(understood(documents.get(1)).number()).isEqualTo("2");
        assertThat(codes(refused(documents.get(2)).findings())).containsExactly("Q106");
    }

    /** Who follows a hint is not refused for it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            15.02.2026;1000.50 | Write digits with a decimal comma, no exponent: 1234,50
            2026-02-15;1000,50 | Write the date as 24.11.2026 (dd.MM.yyyy).
            """)
    void hintsAreWrittenAsTheProfileReads(String cells, String hint) {
        String header = "Number;Date;Net;Supplier;VAT;Gross\n";
        Finding finding = refused(only(declared(), header + "1;" + cells + ";C1;0,00;1000,50\n"))
                .findings()
                .all()
                .getFirst();
        assertThat(finding.hint()).isEqualTo(hint);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # row                                | code | at
            # Number,Date,Supplier,Qty,Price,Net,VAT,Gross,Tax,Discount,Currency
            1,2026-02-15,C1,3,33.333,,,,none,,EUR   | Q110 | Price
            1,2026-02-15,C1,1,,1234.51,,,full,,EUR  | Q110 | Net
            1,2026-02-15,C1,1,,100,20,121,full,,EUR | Q205 | Gross
            1,2026-02-15,C1,1,,100,20,120,half,,EUR | Q112 | Tax
            1,2026-02-15,C1,1,100,,,,none,5,EUR     | Q112 | Discount
            1,2026-02-15,C1,1,,€100,,,none,,USD     | Q109 | Net
            1,2026-02-15,C1,1,,1e5,,,none,,EUR      | Q109 | Net
            1,2026-02-15,C1,1,,-,,,none,,EUR        | Q109 | Net
            1,15.02.2026,C1,1,,100,,,none,,EUR      | Q111 | Date
            1,2026-02-15,,1,,100,,,none,,EUR        | Q108 | Supplier
            1.23E+11,2026-02-15,C1,1,,1,,,none,,EUR | Q112 | Number
            1,2026-02-15,C1,1,,100,,,none,,eur      | Q112 | Currency
            1,2026-02-15,C1,1,,100,,,none,EUR       | Q106 | null
            """)
    void refusesAndSaysWhere(String row, String code, String at) {
        String header = "Number,Date,Supplier,Qty,Price,Net,VAT,Gross,Tax,Discount,Currency\n";
        Finding finding =
                refused(only(points(), header + row + "\n")).findings().all().getFirst();
        assertThat(finding.code().id()).isEqualTo(code);
        assertThat(String.valueOf(finding.place().field())).isEqualTo(at);
        assertThat(finding.place().line()).isEqualTo(2);
    }

    @Test
    void amountsWithVatGiveNetExactly() {
        Profiles inclusive = Profiles.of(List.of(TestProfiles.points(TaxMode.INCLUSIVE)));
        Invoice stated = understood(
                only(inclusive, "Number,Date,Supplier,Qty,Price,VAT,Tax\n1,2026-02-15,C1,2,60.00,20.00,full\n"));
        assertThat(stated.totals().net()).hasToString("EUR 100.00");
        assertThat(stated.totals().gross()).hasToString("EUR 120.00");
        assertThat(stated.lines().getFirst().unitPrice())
                .as("stands as 1 x net")
                .isEqualByComparingTo("100");
        Invoice derived = understood(only(inclusive, "Number,Date,Supplier,Net,Tax\n1,2026-02-15,C1,120,full\n"));
        assertThat(derived.totals().vat()).hasToString("EUR 20.00");
        assertThat(codes(refused(only(inclusive, "Number,Date,Supplier,Net,Tax\n1,2026-02-15,C1,100,full\n"))
                        .findings()))
                .as("100 x 20 / 120 has a remainder")
                .containsExactly("Q110");
    }

    @Test
    void negativeTotalsGiveMoneyBack() {
        Invoice credit = understood(only(points(), "Number,Date,Supplier,Net,Tax\n1,2026-02-15,C1,(100.00),full\n"));
        assertThat(credit.kind()).isEqualTo(DocumentKind.CREDIT_NOTE);
        assertThat(credit.totals().due()).hasToString("EUR 120.00");
    }

    @Test
    void textThatASpreadsheetWrappedIsUnwrapped() {
        assertThat(understood(only(
                                points(), "Number,Date,Supplier,Net,Tax\n\"=\"\"001234\"\"\",2026-02-15,C1,1,none\n"))
                        .number())
                .isEqualTo("001234");
    }

    @Test
    void blankRowsAndTrailingSeparatorsAreNothing() {
        assertThat(documents(points(), "Number,Date,Supplier,Net,Tax\n,,,,\n1,2026-02-15,C1,1,none,,,\n\n,,,,\n"))
                .hasSize(1);
    }

    @Test
    void theOriginalIsGivenBackAsItCame() {
        String text = "sep=;\r\n" + "Number;Date;Supplier;Net;Tax\r\n" + "1;2026-02-15;C1;\"1\";none\r\n";
        String header = "Number;Date;Supplier;Net;Tax\r\n";
        assertThat(new String(original(points(), text.getBytes(UTF_8)), UTF_8))
                .as("quotes, line ends and separators; the header names the separator by itself")
                .isEqualTo(header + "1;2026-02-15;C1;\"1\";none\r\n");
    }

    private static Profiles declared() {
        return Profiles.of(List.of(TestProfiles.declared()));
    }

    private static Profiles proving() {
        return Profiles.of(List.of(TestProfiles.proving()));
    }

    private static Profiles points() {
        return Profiles.of(List.of(TestProfiles.points(TaxMode.EXCLUSIVE)));
    }

    private static DeliveredFile file(String text) {
        return DeliveredFile.of("x.csv", text.getBytes(UTF_8));
    }

    private static InvoiceFile open(Profiles profiles, DeliveredFile file) {
        return InvoiceFiles.open(file, ReadLimits.DEFAULT, profiles);
    }

    private static List<ReadDocument> documents(Profiles profiles, String text) {
        return read(profiles, file(text));
    }

    private static ReadDocument only(Profiles profiles, String text) {
        List<ReadDocument> documents = documents(profiles, text);
        assertThat(documents).hasSize(1);
        return documents.getFirst();
    }

    private static List<ReadDocument> read(Profiles profiles, DeliveredFile file) {
        try (var reader = readable(open(profiles, file)).documents()) {
            var documents = new ArrayList<ReadDocument>();
            reader.forEachRemaining(documents::add);
            return documents;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] original(Profiles profiles, byte[] bytes) {
        try (var reader =
                readable(open(profiles, DeliveredFile.of("x.csv", bytes))).documents()) {
            var out = new ByteArrayOutputStream();
            reader.original().writeTo(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> codes(Findings findings) {
        return findings.stream().map(finding -> finding.code().id()).toList();
    }
}
