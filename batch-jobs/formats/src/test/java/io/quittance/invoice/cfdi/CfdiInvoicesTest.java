package io.quittance.invoice.cfdi;

import static io.quittance.invoice.file.Reading.documents;
import static io.quittance.invoice.file.Reading.lines;
import static io.quittance.invoice.file.Reading.originals;
import static io.quittance.invoice.file.Reading.readable;
import static io.quittance.invoice.file.Reading.refusal;
import static io.quittance.invoice.file.Reading.refused;
import static io.quittance.invoice.file.Reading.understood;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.assessment.DocumentRules;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Severity;
import io.quittance.invoice.DocumentKind;
import io.quittance.invoice.Invoice;
import io.quittance.invoice.detection.InvoiceFiles;
import io.quittance.invoice.file.DeliveredFile;
import io.quittance.invoice.file.InvoiceFormat;
import io.quittance.invoice.file.ReadDocument;
import io.quittance.invoice.file.Term;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CfdiInvoicesTest {

    private static final String TAX = "Impuesto=\"002\" TipoFactor=\"Tasa\" TasaOCuota=\"0.160000\" Importe=\"152.00\"";

    @Test
    void readsAComprobante() {
        var file = new CfdiPage().file();
        var document = (ReadDocument.Understood) documents(file).getFirst();
        Invoice invoice = document.invoice();
        assertThat(invoice.number()).isEqualTo("A-7");
        assertThat(invoice.kind()).isEqualTo(DocumentKind.INVOICE);
        assertThat(invoice.issueDate()).isEqualTo(LocalDate.of(2026, 11, 2));
        assertThat(invoice.contractor()).isEqualTo("EKU9003173C9");
        assertThat(invoice.contractorName()).isEqualTo("Juana Perez");
        assertThat(invoice.entity()).isEqualTo("URE180429TM6");
        assertThat(lines(invoice)).containsExactly("1 10 x 95.00 = 950.00 S 16.0000");
        assertThat(figures(invoice)).isEqualTo("950.00 + 152.00 = 1102.00, prepaid 0.00, due 1102.00");
        assertThat(document.stated().first(Term.PAYMENT_MEANS)).isEqualTo("03");
        assertThat(document.warnings()).isEmpty();
        assertThat(readable(InvoiceFiles.open(file)).format()).isEqualTo(InvoiceFormat.CFDI);
    }

    @Test
    void whatTheTaxOfficeNumberedGoesByItsIdentifier() {
        var page = new CfdiPage()
                .with(" Serie=\"A\" Folio=\"7\"", "")
                .with(
                        "</c:Comprobante>",
                        "<c:Complemento><t:TimbreFiscalDigital xmlns:t=\"http://www.sat.gob.mx/TimbreFiscalDigital\" UUID=\"U-1\"/>"
                                + "</c:Complemento></c:Comprobante>");
        assertThat(understood(documents(page.file()).getFirst()).number()).isEqualTo("U-1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # instead of      | stands                            | unit
            Cantidad="10"     | ClaveUnidad="HUR" Cantidad="10"   | HUR
            Cantidad="10"     | ClaveUnidad="E48" Cantidad="10"   | E48
            Cantidad="10"     | Cantidad="10"                     |
            """)
    void readsTheUnitOfALine(String instead, String stands, String unit) {
        var page = new CfdiPage().with(instead, stands);
        var line = understood(documents(page.file()).getFirst()).lines().getFirst();
        assertThat(line.quantity()).hasToString("10");
        assertThat(line.unit()).isEqualTo(unit);
    }

    /** Fees of a professional: the payer keeps back income tax and two thirds of the VAT. */
    @Test
    void whatIsKeptBackIsToldAndHeld() {
        var page = new CfdiPage()
                .with(
                        "TotalImpuestosTrasladados=\"152.00\">",
                        "TotalImpuestosTrasladados=\"152.00\" TotalImpuestosRetenidos=\"196.33\">"
                                + "<c:Retenciones><c:Retencion Impuesto=\"001\" Importe=\"95.00\"/>"
                                + "<c:Retencion Impuesto=\"002\" Importe=\"101.33\"/></c:Retenciones>")
                .with("Total=\"1102.00\"", "Total=\"905.67\"");
        var document = (ReadDocument.Understood) documents(page.file()).getFirst();
        assertThat(figures(document.invoice()))
                .isEqualTo("950.00 + 152.00 = 1102.00, prepaid 0.00, due 1102.00, levy 196.33");
        assertThat(document.warnings().all()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(FindingCode.LEVY_STATED);
            assertThat(finding.severity()).isEqualTo(Severity.HOLD);
            assertThat(finding.place()).hasToString("c.xml:13 Impuestos/@TotalImpuestosRetenidos");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # tax of the line                                                                           | category and rate
            Impuesto="002" TipoFactor="Tasa" TasaOCuota="0.000000" Importe="0.00"                       | Z 0 %
            Impuesto="002" TipoFactor="Exento"                                                          | E 0 %
            """)
    void bringsTaxesToCategories(String tax, String category) {
        var page = new CfdiPage()
                .with(TAX, tax)
                .with("TotalImpuestosTrasladados=\"152.00\"", "")
                .with("1102.00", "950.00");
        Invoice invoice = understood(documents(page.file()).getFirst());
        assertThat(invoice.vat())
                .singleElement()
                .satisfies(vat -> assertThat(vat.vatGroup()).hasToString(category));
        assertThat(invoice.lines().getFirst().vatGroup()).hasToString(category);
    }

    @Test
    void whatIsNoObjectOfTheTaxIsOutsideItsScope() {
        String text = new CfdiPage().text();
        String line = text.substring(text.indexOf("<c:Impuestos><c:Tr"), text.indexOf("</c:Concepto>"));
        String total = text.substring(text.indexOf("<c:Impuestos Total"), text.indexOf("</c:Comprobante>"));
        var page = new CfdiPage()
                .with(line, "")
                .with(total, "")
                .with("ObjetoImp=\"02\"", "ObjetoImp=\"01\"")
                .with("1102.00", "950.00");
        Invoice invoice = understood(documents(page.file()).getFirst());
        assertThat(invoice.vat())
                .singleElement()
                .satisfies(vat -> assertThat(vat.vatGroup()).hasToString("O 0 %"));
        assertThat(figures(invoice)).isEqualTo("950.00 + 0.00 = 950.00, prepaid 0.00, due 950.00");
    }

    @Test
    void aDiscountIsALineOfItsOwn() {
        var page = new CfdiPage()
                .with("Cantidad=\"10\"", "Cantidad=\"11\" Descuento=\"95.00\"")
                .with("Importe=\"950.00\"", "Importe=\"1045.00\"")
                .with("SubTotal=\"950.00\"", "SubTotal=\"1045.00\" Descuento=\"95.00\"");
        var document = (ReadDocument.Understood) documents(page.file()).getFirst();
        assertThat(lines(document.invoice()))
                .containsExactly("1 11 x 95.00 = 1045.00 S 16.0000", "1/descuento -1 x 95.00 = -95.00 S 16.0000");
        assertThat(figures(document.invoice())).startsWith("950.00 + 152.00");
        assertThat(document.stated().first(Term.NET)).isEqualTo("950.00");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # in place of                | stands                       | code and place
            TipoDeComprobante="I"        | TipoDeComprobante="E"        | ''
            TipoDeComprobante="I"        | TipoDeComprobante="P"        | Q112 c.xml:3 Comprobante/@TipoDeComprobante
            TipoDeComprobante="I"        | TipoDeComprobante="N"        | Q112 c.xml:3 Comprobante/@TipoDeComprobante
            Version="4.0"                | Version="4.1"                | Q112 c.xml:3 Comprobante/@Version
            ' Serie="A" Folio="7"'       | ''                           | Q108 c.xml:3 Comprobante/@Folio
            2026-11-02T10                | 2026-02-30T10                | Q111 c.xml:3 Comprobante/@Fecha
            Moneda="MXN"                 | Moneda="XXX"                 | Q112 c.xml:3 Comprobante/@Moneda
            ' Total="1102.00"'           | ''                           | Q108 c.xml:3 Comprobante/@Total
            ' Total="1102.00"'           | ' Total="1,102.00"'          | Q109 c.xml:3 Comprobante/@Total
            Rfc="EKU9003173C9"           | ''                           | Q108 c.xml:4 Emisor/@Rfc
            ObjetoImp="02"               | ObjetoImp="03"               | Q112 c.xml:7 Concepto/@ObjetoImp
            Impuesto="002"               | Impuesto="003"               | Q112 c.xml:9 Traslado/@Impuesto
            TasaOCuota="0.160000"        | TasaOCuota="16"              | Q113 c.xml:9 Traslado/@TasaOCuota
            TipoFactor="Tasa"            | TipoFactor="Cuota"           | Q112 c.xml:9 Traslado/@TipoFactor
            <c:Conceptos>                | '<c:CfdiRelacionados TipoRelacion="04"><c:CfdiRelacionado UUID="U"/></c:CfdiRelacionados><c:Conceptos>' | Q112 c.xml:6 CfdiRelacionados/@TipoRelacion
            </c:Comprobante>             | '<c:Complemento><l:ImpuestosLocales xmlns:l="http://www.sat.gob.mx/implocal"/></c:Complemento></c:Comprobante>' | Q112 c.xml:18 implocal:ImpuestosLocales/@TotaldeTraslados
            """)
    void refusesWithThePlace(String old, String other, String expected) {
        var page = new CfdiPage().with(old, other);
        var document = documents(page.file()).getFirst();
        if (expected.isEmpty()) {
            assertThat(understood(document).kind()).isEqualTo(DocumentKind.CREDIT_NOTE);
            return;
        }
        assertThat(refused(document).findings().stream()
                        .map(finding -> finding.code().id() + " " + finding.place()))
                .contains(expected);
        assertThat(originals(page.file()).getFirst()).isEqualTo(page.text());
    }

    @Test
    void otherVersionsEncodingsAndCutFilesAreRefused() {
        assertThat(refusal(new CfdiPage().with("cfd/4", "cfd/3").file()).message())
                .contains("another version than 4.0");
        byte[] latin = new CfdiPage()
                .with("UTF-8", "ISO-8859-1")
                .with("Perez", "P\u00E9rez")
                .text()
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThat(refusal(DeliveredFile.of("c.xml", latin)).code()).isEqualTo(FindingCode.FILE_UNREADABLE);
        byte[] whole = new CfdiPage().text().strip().getBytes(StandardCharsets.UTF_8);
        IntStream.range(0, whole.length)
                .filter(length -> length % 29 == 0 || length > whole.length - 12)
                .forEach(length -> assertThat(refusal(DeliveredFile.of("c.xml", Arrays.copyOf(whole, length)))
                                .code())
                        .isIn(FindingCode.FILE_UNREADABLE, FindingCode.FILE_FORMAT_UNKNOWN));
    }

    private static String figures(Invoice in) {
        return in.totals().net().getAmount() + " + " + in.totals().vat().getAmount() + " = "
                + in.totals().gross().getAmount() + ", prepaid "
                + in.totals().prepaid().getAmount() + ", due "
                + in.totals().due().getAmount()
                + (in.totals().levy().isZero()
                        ? ""
                        : ", levy " + in.totals().levy().getAmount());
    }

    private static List<String> lines(Invoice in) {
        return in.lines().stream()
                .map(line -> line.number() + " " + line.quantity() + " x " + line.unitPrice() + " = "
                        + line.net().getAmount() + " " + line.category() + " " + line.rate())
                .toList();
    }

    /** Anexo 20 lets an Importe have six decimals, and SubTotal be the rounded sum of what was stated. */
    @Test
    void linesOfSixDecimalsAreRoundedAndStillAddUp() {
        String text = new CfdiPage().text();
        String one =
                text.substring(text.indexOf("<c:Concepto "), text.indexOf("</c:Concepto>") + "</c:Concepto>".length());
        String fine = one.replace("Cantidad=\"10\"", "Cantidad=\"1.5\"")
                .replace("ValorUnitario=\"95.00\"", "ValorUnitario=\"0.223333\"")
                .replace("Importe=\"950.00\"", "Importe=\"0.335000\" Descuento=\"0.001000\"");
        var page = new CfdiPage()
                .with(one, fine + fine + fine)
                .with("SubTotal=\"950.00\"", "SubTotal=\"1.01\" Descuento=\"0.01\"")
                .with("Total=\"1102.00\"", "Total=\"1.16\"")
                .with("TotalImpuestosTrasladados=\"152.00\"", "TotalImpuestosTrasladados=\"0.16\"")
                .with("Base=\"950.00\"", "Base=\"1.00\"")
                .with("Importe=\"152.00\"", "Importe=\"0.16\"");
        var document = (ReadDocument.Understood) documents(page.file()).getFirst();
        assertThat(lines(document.invoice()))
                .containsExactly(
                        "1 1 x 0.34 = 0.34 S 16.0000",
                        "2 1 x 0.34 = 0.34 S 16.0000",
                        "3 1 x 0.34 = 0.34 S 16.0000",
                        "rounding-S -1 x 0.02 = -0.02 S 16.0000");
        assertThat(document.warnings().stream().map(finding -> finding.code().id()))
                .containsExactly("Q130");
        assertThat(DocumentRules.judge(document.invoice()).stream()
                        .map(finding -> finding.code().id() + " " + finding.severity()))
                .as("an RFC has no country in front")
                .containsExactly("Q312 WARN");
    }
}
