package io.quittance.invoice.json;

import static io.quittance.invoice.file.Reading.documents;
import static io.quittance.invoice.file.Reading.file;
import static io.quittance.invoice.file.Reading.originals;
import static io.quittance.invoice.file.Reading.readable;
import static io.quittance.invoice.file.Reading.refusal;
import static io.quittance.invoice.file.Reading.refused;
import static io.quittance.invoice.file.Reading.understood;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.invoice.DocumentKind;
import io.quittance.invoice.Invoice;
import io.quittance.invoice.StatedAccount;
import io.quittance.invoice.detection.InvoiceFiles;
import io.quittance.invoice.file.DeliveredFile;
import io.quittance.invoice.file.GeneratedInvoices;
import io.quittance.invoice.file.InvoiceFormat;
import io.quittance.invoice.file.ReadDocument;
import io.quittance.invoice.file.ReadLimits;
import io.quittance.invoice.file.Reading;
import io.quittance.invoice.file.Samples;
import io.quittance.invoice.file.Term;
import io.quittance.xml.XmlLimits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonInvoicesTest {

    @Test
    void readsEveryMember() {
        var file = new JsonPage().with("\"net\"", """
                        "supplyDate": "2026-10-31", "contract": "CT-1", "purchaseReference": "PO-9",
                        "precedingInvoice": "INV-0", "paymentReference": "RF18",
                        "taxCurrency": "USD", "taxCurrencyVat": "200.10",
                        "payee": {"account": "DE02120300000000202051", "bic": "BYLADEM1001"},
                        "prepaid": "30.50", "rounding": "0.01", "due": "1100.01", "net\"""").file();
        Invoice invoice = understood(documents(file).getFirst());
        assertThat(invoice.id()).isEqualTo(file.documentId(1));
        assertThat(invoice.kind()).isEqualTo(DocumentKind.INVOICE);
        assertThat(invoice.number()).isEqualTo("INV-1");
        assertThat(invoice.issueDate()).isEqualTo(LocalDate.of(2026, 11, 2));
        assertThat(invoice.supplyDate()).isEqualTo(LocalDate.of(2026, 10, 31));
        assertThat(invoice.dueDate()).isEqualTo(LocalDate.of(2026, 12, 2));
        assertThat(invoice.contractor()).isEqualTo("C-007");
        assertThat(invoice.contractorName()).isEqualTo("Jane Roe");
        assertThat(invoice.contractorVatId()).isEqualTo("DE123456789");
        assertThat(invoice.entity()).isEqualTo("DE999999999");
        assertThat(invoice.contract()).isEqualTo("CT-1");
        assertThat(invoice.purchaseReference()).isEqualTo("PO-9");
        assertThat(invoice.precedingInvoice()).isEqualTo("INV-0");
        assertThat(invoice.paymentReference()).isEqualTo("RF18");
        assertThat(invoice.payee()).isEqualTo(new StatedAccount("DE02120300000000202051", "BYLADEM1001"));
        assertThat(invoice.totals().due()).hasToString("EUR 1100.01");
        assertThat(invoice.totals().prepaid()).hasToString("EUR 30.50");
        assertThat(invoice.lines()).hasSize(1);
        assertThat(invoice.lines().getFirst().line()).isEqualTo(17);
        var stated = ((ReadDocument.Understood) documents(file).getFirst()).stated();
        assertThat(stated.syntax()).isEqualTo("JSON");
        assertThat(stated.first(Term.TAX_CURRENCY_VAT)).isEqualTo("200.10");
        assertThat(stated.first(Term.SELLER_COUNTRY)).isEqualTo("DE");
        assertThat(stated.vat()).hasToString("[Vat[category=S, rate=19, base=950.00, tax=180.50, exemption=null]]");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20261124})
    void whatIsWrittenIsRead(long seed) {
        List<Invoice> invoices = GeneratedInvoices.of(seed, 100, seed % 2 == 0).toList();
        var read = documents(file("a.json", WrittenJson.of(invoices))).stream()
                .map(document -> Reading.withoutPlace(understood(document)))
                .toList();
        assertThat(read).isEqualTo(invoices);
    }

    @Test
    void whatIsNotStatedIsDueByTheArithmetic() {
        var prepaid = new JsonPage()
                .with("\"net\"", "\"prepaid\": \"130.50\", \"net\"")
                .file();
        assertThat(understood(documents(prepaid).getFirst()).totals().due()).hasToString("EUR 1000.00");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # in place of                | stands                     | code and place
            "INV-1"                      | ""                         | Q108 inv.json:2 /invoiceNumber
            "INV-1"                      | null                       | Q108 inv.json:2 /invoiceNumber
            "INV-1"                      | 7                          | Q112 inv.json:2 /invoiceNumber
            "INV-1"                      | "a\\u202eb"                | Q112 inv.json:2 /invoiceNumber
            "2026-11-02"                 | "02.11.2026"               | Q111 inv.json:3 /issueDate
            "2026-11-02"                 | 20261102                   | Q112 inv.json:3 /issueDate
            "2026-12-02"                 | "2026-02-30"               | Q111 inv.json:4 /dueDate
            "2026-12-02"                 | ""                         | Q108 inv.json:4 /dueDate
            "EUR"                        | "Euro"                     | Q112 inv.json:5 /currency
            "EUR"                        | "XXX"                      | Q112 inv.json:5 /currency
            "name": "Jane Roe",          | ''                         | Q108 inv.json:6 /supplier/name
            {"vatId": "DE999999999"}     | {}                         | Q108 inv.json:7 /buyer/id
            {"vatId": "DE999999999"}     | "ACME"                     | Q112 inv.json:7 /buyer
            "950.00"                     | "950,00"                   | Q109 inv.json:8 /net
            "950.00"                     | "1E3"                      | Q109 inv.json:8 /net
            "950.00"                     | 1e999999999                | Q109 inv.json:8 /net
            "950.00"                     | "950.005"                  | Q110 inv.json:8 /net
            "950.00"                     | true                       | Q112 inv.json:8 /net
            "950.00"                     | [950]                      | Q112 inv.json:8 /net
            [{"category": "S"            | [7, {"category": "S"       | Q112 inv.json:11 /vatBreakdown/0
            "category": "S"              | "category": "B"            | Q112 inv.json:11 /vatBreakdown/0/category
            , "vatRate": "19"            | ''                         | Q108 inv.json:13 /lines/0/vatRate
            "quantity": "10"             | "quantity": "ten"          | Q109 inv.json:13 /lines/0/quantity
            """)
    void refusesAMemberWithItsPointer(String old, String other, String expected) {
        var refused = refused(documents(new JsonPage().with(old, other).file()).getFirst());
        assertThat(findings(refused)).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # literal  | read as
            950        | 950.00
            950.0      | 950.00
            9.5e2      | 950.00
            0.95E+3    | 950.00
            95000e-2   | 950.00
            """)
    void takesANumberThatSaysTheSameExactly(String literal, String net) {
        var file = new JsonPage().with("\"950.00\"", literal).file();
        assertThat(understood(documents(file).getFirst()).totals().net()).hasToString("EUR " + net);
    }

    @Test
    void tellsEverythingAtOnceAndGivesTheDocumentBack() {
        String bad = new JsonPage()
                .with("\"INV-1\"", "\"\"")
                .with("\"950.00\"", "\"1,5\"")
                .with("\"rate\": \"19\"", "\"rate\": 1e-400")
                .text();
        String good = new JsonPage().text();
        var inv = file("inv.json", "[" + good + "," + bad + "," + good + "]");
        var read = documents(inv);
        assertThat(read).hasSize(3);
        understood(read.get(0));
        understood(read.get(2));
        var refused = refused(read.get(1));
        assertThat(findings(refused))
                .containsExactly(
                        "Q108 inv.json:18 /1/invoiceNumber",
                        "Q109 inv.json:24 /1/net",
                        "Q109 inv.json:27 /1/vatBreakdown/0/rate");
        assertThat(refused.place()).hasToString("inv.json:17 /1");
        String again = originals(inv)
                .get(1)
                .replace("\"\"", "\"INV-1\"")
                .replace("\"1,5\"", "\"950.00\"")
                .replace("1e-400", "\"19\"");
        assertThat(Reading.withoutPlace(
                        understood(documents(file("again.json", again)).getFirst())))
                .isEqualTo(Reading.withoutPlace(understood(read.get(0))));
    }

    @Test
    void namesThatNobodyReadsAreTold() {
        var file =
                new JsonPage().with("\"net\"", "\"discount\": \"5\", \"net\"").file();
        var document = (ReadDocument.Understood) documents(file).getFirst();
        assertThat(document.warnings().all())
                .singleElement()
                .satisfies(warning -> assertThat(warning)
                        .hasToString(
                                "Q105 WARN inv.json:8 /discount: the member discount is not known and was ignored"));
    }

    @Test
    void aCreditNoteMayBePositiveOrNegative() {
        String positive =
                new JsonPage().with("{", "{\"documentType\": \"credit_note\",").text();
        String negative = positive.replaceAll("\"(net|vat|gross|base|tax|quantity)\": \"", "\"$1\": \"-");
        Invoice one = understood(documents(file("a.json", positive)).getFirst());
        Invoice other = understood(documents(file("a.json", negative)).getFirst());
        assertThat(one.kind()).isEqualTo(DocumentKind.CREDIT_NOTE);
        assertThat(Reading.withoutPlace(other)).isEqualTo(Reading.withoutPlace(one));
    }

    @Test
    void tooManyLinesRefuseTheDocumentAndNotTheFile() {
        var limits = new ReadLimits(1 << 20, 1, 1 << 20, 1, XmlLimits.DOCUMENT);
        String line = new JsonPage().text().replaceAll("(?s).*\"lines\": \\[(.*)\\].*", "$1");
        String two =
                new JsonPage().with("\"lines\": [", "\"lines\": [" + line + ",").text();
        var read = documents(file("inv.json", "[" + two + "," + new JsonPage().text() + "]"), limits);
        assertThat(findings(refused(read.get(0)))).containsExactly("Q103 inv.json:12 /0/lines");
        understood(read.get(1));
    }

    @Test
    void skipsAndGivesOriginals() throws IOException {
        String page = new JsonPage().text();
        var open = readable(InvoiceFiles.open(file("a.json", "[" + page + "," + page.replace("INV-1", "INV-2") + "]")));
        assertThat(open.format()).isEqualTo(InvoiceFormat.JSON);
        try (var reader = open.documents()) {
            reader.skip(1);
            var second = new ByteArrayOutputStream();
            reader.original().writeTo(second);
            assertThat(second.toString(UTF_8)).contains("\"INV-2\"").doesNotContain("\"INV-1\"");
            assertThat(reader.hasNext()).isFalse();
            assertThatThrownBy(reader::next).isInstanceOf(NoSuchElementException.class);
        }
    }

    /** The sample states a header only: told by pointer, and what it states is kept. */
    @Test
    void aHeaderWithoutLinesIsRefusedByPointer() throws IOException {
        Assumptions.assumeFalse(Samples.areAbsent());
        var refused = refused(documents(DeliveredFile.of(Samples.FOLDER.resolve("own-intake.json")))
                .getFirst());
        assertThat(findings(refused))
                .containsExactlyInAnyOrder(
                        "Q108 own-intake.json:2 /0/buyer",
                        "Q108 own-intake.json:2 /0/lines",
                        "Q108 own-intake.json:7 /0/supplier/id",
                        "Q108 own-intake.json:2 /0/vatBreakdown");
        assertThat(refused.stated().first(Term.NUMBER)).isEqualTo("SC-3");
        assertThat(refused.stated().first(Term.SELLER_COUNTRY)).isEqualTo("US");
        assertThat(refused.stated().gross()).hasToString("USD 5000.00");
        assertThat(refused.stated().lines()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # text                     | code | says
            {"invoice": 1}             | Q102 | it begins with invoice
            [1]                        | Q102 | first document is no object
            []                         | Q101 | the array is empty
            {}                         | Q102 | first document is no object
            """)
    void saysWhatJsonIsNotTakenIn(String text, String code, String says) {
        Finding finding = refusal(file("f.json", text));
        assertThat(finding.code().id()).isEqualTo(code);
        assertThat(finding.message()).contains(says);
    }

    @Test
    void anElementThatIsNoObjectIsOneRefusal() {
        var read = documents(file("inv.json", "[" + new JsonPage().text() + ", 7, null]"));
        assertThat(findings(refused(read.get(1)))).containsExactly("Q106 inv.json:17 /1");
        assertThat(refused(read.get(2)).findings().has(FindingCode.ROW_MALFORMED))
                .isTrue();
    }

    private static List<String> findings(ReadDocument.Refused refused) {
        return refused.findings().stream()
                .map(finding -> finding.code().id() + " " + finding.place())
                .toList();
    }
}
