package io.quittance.invoice.csv;

import static io.quittance.invoice.file.Reading.documents;
import static io.quittance.invoice.file.Reading.file;
import static io.quittance.invoice.file.Reading.readable;
import static io.quittance.invoice.file.Reading.refused;
import static io.quittance.invoice.file.Reading.understood;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quittance.finding.Finding;
import io.quittance.invoice.DocumentKind;
import io.quittance.invoice.Invoice;
import io.quittance.invoice.StatedAccount;
import io.quittance.invoice.detection.InvoiceFiles;
import io.quittance.invoice.file.InvoiceFormat;
import io.quittance.invoice.file.ReadDocument;
import io.quittance.invoice.file.ReadLimits;
import io.quittance.invoice.file.Reading;
import io.quittance.invoice.file.Term;
import io.quittance.xml.XmlLimits;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvInvoicesTest {

    @Test
    void readsADocument() {
        var file = new CsvPage().row().file();
        Invoice invoice = understood(documents(file).getFirst());
        assertThat(invoice.id()).isEqualTo(file.documentId(1));
        assertThat(invoice.source()).isEqualTo(file.source(1, 2));
        assertThat(invoice.kind()).isEqualTo(DocumentKind.INVOICE);
        assertThat(invoice.issueDate()).isEqualTo(LocalDate.of(2026, 11, 2));
        assertThat(invoice.payee()).isEqualTo(new StatedAccount("DE02120300000000202051", "BYLADEM1001"));
        assertThat(invoice.precedingInvoice()).isNull();
        assertThat(invoice.totals().due()).hasToString("EUR 1130.50");
        assertThat(invoice.totals().prepaid().isZero()).isTrue();
        assertThat(invoice.lines().getFirst().line()).isEqualTo(2);
        assertThat(vat(invoice)).containsExactly("S 19 EUR 950.00 EUR 180.50");
    }

    @Test
    void groupsRowsToDocumentsAndVatToRates() {
        var documents = documents(new CsvPage()
                .row("line_number", "1", "net_amount", "100", "vat_amount", "19.00")
                .row("line_number", "2", "net_amount", "50", "vat_rate", "19.0", "vat_amount", "9.50")
                .row("line_number", "3", "net_amount", "10", "vat_rate", "7", "vat_amount", "0.70")
                .row("line_number", "4", "net_amount", "1", "vat_category", "O", "vat_rate", "", "vat_amount", "0")
                .row("invoice_number", "INV-2")
                .row("invoice_number", "INV-2", "contractor", "C-008")
                .row("invoice_number", "INV-2", "contractor", "C-008", "document_type", "credit_note")
                .file());
        assertThat(documents).extracting(ReadDocument::position).containsExactly(1, 2, 3, 4);
        Invoice first = understood(documents.getFirst());
        assertThat(first.lines()).hasSize(4);
        assertThat(vat(first))
                .containsExactly("S 19 EUR 150.00 EUR 28.50", "S 7 EUR 10.00 EUR 0.70", "O null EUR 1.00 EUR 0.00");
        assertThat(documents.stream().map(d -> understood(d).source().line())).containsExactly(2L, 6L, 7L, 8L);
    }

    @Test
    void readsColumnsInAnyOrderWithByteOrderMarkCrLfAndQuotes() {
        String text =
                "\uFEFFline_number,Invoice_Number,document_type,invoice_date,entity,contractor, contractor_name,currency,description,"
                        + "quantity,unit_price,net_amount,vat_category,vat_rate,vat_amount,invoice_net,invoice_vat,invoice_gross,amount_due\r\n"
                        + "1,\"A \"\"1\"\"\",invoice,2026-11-02,E,C,\"Roe, Jane\",JPY,\"two\r\nlines\",1,5,5,Z,0,0,5,0,5,5\r\n\r\n"
                        + "1,A2,invoice,2026-11-02,E,C,Roe,JPY,x,1,5,5,Z,0,0,5,0,5,5";
        var documents = documents(file("inv.csv", text));
        Invoice first = understood(documents.getFirst());
        assertThat(first.number()).isEqualTo("A \"1\"");
        assertThat(first.contractorName()).isEqualTo("Roe, Jane");
        assertThat(first.lines().getFirst().description()).isEqualTo("two lines");
        assertThat(first.payee()).isNull();
        assertThat(understood(documents.get(1)).source().line())
                .as("a quoted line break is a line")
                .isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "null", textBlock = """
            # column          | it says      | code | read   | expected
            document_type     | bill         | Q112 | bill   | invoice or credit_note
            document_type     | ''           | Q108 | null   | a value
            invoice_number    | ''           | Q108 | null   | a value
            invoice_date      | 02/11/2026   | Q111 | 02/11/2026 | YYYY-MM-DD
            invoice_date      | ''           | Q108 | null   | a value
            supply_date       | 2026-02-30   | Q111 | 2026-02-30 | YYYY-MM-DD
            due_date          | soon         | Q111 | soon   | YYYY-MM-DD
            entity            | ''           | Q108 | null   | a value
            contractor        | ' '          | Q108 | null   | a value
            contractor_name   | ''           | Q108 | null   | a value
            currency          | EURO         | Q112 | EURO   | an ISO 4217 code in capitals
            line_number       | ''           | Q108 | null   | a value
            description       | ''           | Q108 | null   | a value
            quantity          | 1e3          | Q109 | 1e3    | digits and a decimal point, like 1234.50
            unit_price        | +95          | Q109 | +95    | digits and a decimal point, like 1234.50
            net_amount        | 950.005      | Q110 | 950.005 | at most 2 decimals
            vat_category      | B            | Q112 | B      | one of S Z E AE K G O L M
            vat_rate          | 19%          | Q109 | 19%    | digits and a decimal point, like 1234.50
            vat_rate          | ''           | Q108 | null   | a value
            vat_amount        | ''           | Q108 | null   | a value
            invoice_net       | 950.-        | Q109 | 950.-  | digits and a decimal point, like 1234.50
            invoice_vat       | ''           | Q108 | null   | a value
            invoice_gross     | 1130.501     | Q110 | 1130.501 | at most 2 decimals
            amount_due        | NaN          | Q109 | NaN    | digits and a decimal point, like 1234.50
            """)
    void refusesAFieldWithItsPlaceAndTellsTheRest(
            String column, String says, String code, String read, String expected) {
        var documents = documents(new CsvPage()
                .row("invoice_number", "INV-0")
                .row(column, says)
                .row("invoice_number", "INV-2")
                .file());
        assertThat(documents).hasSize(3);
        understood(documents.get(0));
        understood(documents.get(2));
        var refused = refused(documents.get(1));
        Finding finding = refused.findings().all().getFirst();
        assertThat(refused.findings().all()).hasSize(1);
        assertThat(finding.code().id()).isEqualTo(code);
        assertThat(finding.place()).hasToString("inv.csv:3 " + column);
        assertThat(finding.read()).isEqualTo(read);
        assertThat(finding.expected()).isEqualTo(expected);
    }

    @Test
    void tellsEverythingThatIsWrongAtOnce() {
        var refused = refused(documents(new CsvPage()
                        .row("invoice_date", "x", "quantity", "1,0", "vat_category", "")
                        .row("line_number", "2", "due_date", "2026-12-03", "net_amount", "1.001")
                        .file())
                .getFirst());
        // The comma in the quantity makes the first row one field too long, so its fields are not read.
        assertThat(places(refused)).containsExactly("Q106 inv.csv:2", "Q110 inv.csv:3 net_amount");
        refused = refused(documents(new CsvPage()
                        .row("invoice_date", "x", "quantity", "1 0", "vat_category", "")
                        .row("invoice_date", "x", "line_number", "2", "due_date", "2026-12-03", "net_amount", "1.001")
                        .file())
                .getFirst());
        assertThat(places(refused))
                .containsExactly(
                        "Q107 inv.csv:3 due_date",
                        "Q108 inv.csv:2 vat_category",
                        "Q109 inv.csv:2 quantity",
                        "Q110 inv.csv:3 net_amount",
                        "Q111 inv.csv:2 invoice_date");
    }

    @Test
    void aRaggedRowRefusesItsDocumentOnly() {
        var documents = documents(new CsvPage()
                .row("invoice_number", "INV-0")
                .row()
                .raw("invoice,INV-1,2026-11-02,2026-10-31,2026-12-02,ACME-DE,C-007,Jane Roe")
                .row("invoice_number", "INV-2")
                .raw("invoice,INV-2")
                .row("invoice_number", "INV-3")
                .file());
        assertThat(documents).hasSize(4);
        understood(documents.get(0));
        understood(documents.get(3));
        assertThat(places(refused(documents.get(1)))).containsExactly("Q106 inv.csv:4");
        assertThat(refused(documents.get(1)).findings().all().getFirst().message())
                .isEqualTo("the row has 8 fields, the header 28");
        assertThat(places(refused(documents.get(2))))
                .as("too short for a key: part of the document before it")
                .containsExactly("Q106 inv.csv:6");
    }

    @Test
    void headerFieldsMustAgreeAndAnAccountIsNeverShown() {
        var refused = refused(documents(new CsvPage()
                        .row()
                        .row(
                                "line_number",
                                "2",
                                "contractor_name",
                                "Jane Doe",
                                "payee_account",
                                "GB33BUKB20201555555555")
                        .file())
                .getFirst());
        assertThat(places(refused)).containsExactly("Q107 inv.csv:3 contractor_name", "Q107 inv.csv:3 payee_account");
        assertThat(refused.findings().all().getFirst().message())
                .isEqualTo("contractor_name is 'Jane Doe' here and 'Jane Roe' in line 2 of the same document");
        assertThat(refused.findings().toString())
                .contains("…5555")
                .doesNotContain("BUKB2020")
                .doesNotContain("DE0212");
    }

    @Test
    void aRefusedDocumentKeepsItsRowsAsTheyCame() {
        String odd =
                "invoice,INV-1,x,,,\"ACME, \"\"DE\"\"\",C-007,Jane Roe,,,,EUR,1,\"=a\nb\",1,1,1,S,19,0,1,0,\"1130.50\",1,,,,";
        var page = new CsvPage()
                .row("invoice_number", "INV-0")
                .raw(odd)
                .row("invoice_number", "INV-2")
                .file();
        var refused = refused(documents(page).get(1));
        String original = Reading.originals(page).get(1);
        assertThat(original).isEqualTo(CsvPage.HEADER + "\n" + odd + "\n");
        assertThat(refused.place()).hasToString("inv.csv:3");
        assertThat(refused.position()).isEqualTo(2);
        assertThat(refused.stated().first(Term.TYPE)).isEqualTo("invoice");
        assertThat(refused.stated().first(Term.NUMBER)).isEqualTo("INV-1");
        assertThat(refused.stated().buyer()).isEqualTo("ACME, \"DE\"");
        assertThat(refused.stated().seller()).isEqualTo("C-007");
        assertThat(refused.stated().gross()).hasToString("EUR 1130.50");
        var again = file("again.csv", original);
        assertThat(refused(documents(again).getFirst()).findings().all())
                .hasSameSizeAs(refused.findings().all());
        assertThat(Reading.originals(again))
                .as("what is dropped again is read alike")
                .containsExactly(original);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # type      | sign of quantity, net, VAT | totals: net, VAT, gross, due          | reads as
            invoice     |  10,  950.00,  180.50      |  950.00,  180.50,  1130.50,  1130.50  | INVOICE 10 950.00 180.50 1130.50
            credit_note |  10,  950.00,  180.50      |  950.00,  180.50,  1130.50,  1130.50  | CREDIT_NOTE 10 950.00 180.50 1130.50
            credit_note | -10, -950.00, -180.50      | -950.00, -180.50, -1130.50, -1130.50  | CREDIT_NOTE 10 950.00 180.50 1130.50
            credit_note | -10, -950.00,    0.00      | -950.00,    0.00,  -950.00,     0.00  | CREDIT_NOTE 10 950.00 0.00 0.00
            invoice     | -10, -950.00, -180.50      | -950.00, -180.50, -1130.50, -1130.50  | Q207
            credit_note | -10, -950.00, -180.50      | -950.00, -180.50, -1130.50,  1130.50  | Q207
            credit_note |  10,  950.00,  180.50      | -950.00, -180.50, -1130.50, -1130.50  | Q207
            invoice     |  10,  950.00,  180.50      |  950.00, -180.50,   769.50,   769.50  | Q207
            invoice     |  10,    0.00,    0.00      |    0.00,    0.00,     0.00,     0.00  | INVOICE 10 0.00 0.00 0.00
            """)
    void makesCreditNotesPositiveOnce(String type, String line, String totals, String readsAs) {
        String[] l = line.split(",\\s*");
        String[] t = totals.split(",\\s*");
        var document = documents(new CsvPage()
                        .row(
                                "document_type",
                                type,
                                "quantity",
                                l[0],
                                "net_amount",
                                l[1],
                                "vat_amount",
                                l[2],
                                "invoice_net",
                                t[0],
                                "invoice_vat",
                                t[1],
                                "invoice_gross",
                                t[2],
                                "amount_due",
                                t[3])
                        .file())
                .getFirst();
        assertThat(summary(document)).isEqualTo(readsAs);
    }

    @Test
    void aDiscountLineMayBeNegative() {
        Invoice invoice = understood(documents(new CsvPage()
                        .row(
                                "invoice_net",
                                "900.00",
                                "invoice_vat",
                                "171.00",
                                "invoice_gross",
                                "1071.00",
                                "amount_due",
                                "1071.00")
                        .row(
                                "line_number",
                                "2",
                                "quantity",
                                "-1",
                                "unit_price",
                                "50",
                                "net_amount",
                                "-50",
                                "vat_amount",
                                "-9.50",
                                "invoice_net",
                                "900.00",
                                "invoice_vat",
                                "171.00",
                                "invoice_gross",
                                "1071.00",
                                "amount_due",
                                "1071.00")
                        .file())
                .getFirst());
        assertThat(vat(invoice)).containsExactly("S 19 EUR 900.00 EUR 171.00");
    }

    @Test
    void headerFaults() {
        assertThat(headerFindings(CsvPage.HEADER.replace("currency,", "").replace(",vat_rate", "")))
                .containsExactly("Q104 inv.csv:1 currency", "Q104 inv.csv:1 vat_rate");
        assertThat(headerFindings(CsvPage.HEADER + ",currency")).containsExactly("Q101 inv.csv:1 currency");
        var open = readable(InvoiceFiles.open(file("inv.csv", CsvPage.HEADER + ",project,comment\n")));
        assertThat(open.warnings().stream().map(Finding::toString))
                .containsExactly(
                        "Q105 WARN inv.csv:1 comment: column 30 'comment' is not one of ours; it was ignored",
                        "Q105 WARN inv.csv:1 project: column 29 'project' is not one of ours; it was ignored");
        assertThat(open.format()).isEqualTo(InvoiceFormat.CSV);
        assertThat(open.documents().hasNext()).isFalse();
    }

    @Test
    void skipsWhatARestartHasAlready() throws IOException {
        var file = new CsvPage()
                .row()
                .row("line_number", "2")
                .row("invoice_number", "INV-2", "currency", "?")
                .row("invoice_number", "INV-3")
                .file();
        List<ReadDocument> all = documents(file);
        try (var reader = readable(InvoiceFiles.open(file)).documents()) {
            reader.skip(2);
            assertThat(reader.next()).isEqualTo(all.get(2));
            assertThat(reader.hasNext()).isFalse();
            assertThatThrownBy(() -> reader.skip(1)).isInstanceOf(NoSuchElementException.class);
        }
    }

    @Test
    void aDocumentWithTooManyRowsIsRefusedAloneAndTheNextOneRead() {
        var limits = new ReadLimits(1 << 20, 2_000, 1 << 20, 3, XmlLimits.DOCUMENT);
        var page = new CsvPage().row().row().row();
        assertThat(understood(documents(page.file(), limits).getFirst()).lines())
                .hasSize(3);
        var file = page.row().row().row("invoice_number", "INV-2").file();
        var documents = documents(file, limits);
        var refused = refused(documents.getFirst());
        assertThat(places(refused)).containsExactly("Q103 inv.csv:2");
        assertThat(refused.findings().all().getFirst().message()).contains("lines 2 to 6");
        assertThat(Reading.originals(file, limits).getFirst()).isEqualTo(CsvPage.HEADER + "\n");
        assertThat(refused.stated().gross()).hasToString("EUR 1130.50");
        assertThat(understood(documents.get(1)).number()).isEqualTo("INV-2");
    }

    /** A thousand lines that each fit and together do not: a finding, not a number that wraps or a job that dies. */
    @Test
    void linesThatComeToMoreThanCanBeBookedAreRefused() {
        var page = new CsvPage();
        for (int i = 1; i <= 1000; i++) {
            page.row(
                    "line_number",
                    Integer.toString(i),
                    "net_amount",
                    "9999999999999.99",
                    "unit_price",
                    "9999999999999.99",
                    "quantity",
                    "1");
        }
        assertThat(refused(documents(page.file()).getFirst()).findings().stream()
                        .map(found -> found.code().id() + " " + found.place().field()))
                .contains("Q113 lines", "Q113 VAT");
    }

    private static List<String> headerFindings(String header) {
        return io.quittance.invoice.file.Reading.refusals(InvoiceFiles.open(file("inv.csv", header + "\n"))).stream()
                .map(f -> f.code().id() + " " + f.place())
                .toList();
    }

    private static String summary(ReadDocument document) {
        return switch (document) {
            case ReadDocument.Understood(Invoice in, var stated, var warnings) ->
                in.kind() + " " + in.lines().getFirst().quantity() + " "
                        + in.lines().getFirst().net().getAmount() + " "
                        + in.totals().vat().getAmount() + " "
                        + in.totals().due().getAmount();
            case ReadDocument.Refused refused ->
                refused.findings().all().getFirst().code().id();
        };
    }

    private static List<String> places(ReadDocument.Refused refused) {
        return refused.findings().stream()
                .map(f -> f.code().id() + " " + f.place())
                .toList();
    }

    private static List<String> vat(Invoice invoice) {
        return invoice.vat().stream()
                .map(v -> v.category() + " " + v.rate() + " " + v.base() + " " + v.tax())
                .toList();
    }
}
