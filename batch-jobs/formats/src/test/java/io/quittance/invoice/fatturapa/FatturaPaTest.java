package io.quittance.invoice.fatturapa;

import static io.quittance.invoice.file.Reading.documents;
import static io.quittance.invoice.file.Reading.file;
import static io.quittance.invoice.file.Reading.lines;
import static io.quittance.invoice.file.Reading.originalBytes;
import static io.quittance.invoice.file.Reading.originals;
import static io.quittance.invoice.file.Reading.readable;
import static io.quittance.invoice.file.Reading.refusal;
import static io.quittance.invoice.file.Reading.refused;
import static io.quittance.invoice.file.Reading.understood;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.assessment.DocumentRules;
import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Severity;
import io.quittance.invoice.DocumentKind;
import io.quittance.invoice.Invoice;
import io.quittance.invoice.StatedAccount;
import io.quittance.invoice.detection.InvoiceFiles;
import io.quittance.invoice.file.DeliveredFile;
import io.quittance.invoice.file.InvoiceFormat;
import io.quittance.invoice.file.ReadDocument;
import io.quittance.invoice.file.ReadLimits;
import io.quittance.invoice.file.Term;
import io.quittance.xml.XmlLimits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FatturaPaTest {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final String RITENUTA =
            "<DatiRitenuta><TipoRitenuta>RT01</TipoRitenuta><ImportoRitenuta>190.00</ImportoRitenuta>"
                    + "<AliquotaRitenuta>20.00</AliquotaRitenuta><CausalePagamento>A</CausalePagamento></DatiRitenuta>";
    private static final String BOLLO =
            "<DatiBollo><BolloVirtuale>SI</BolloVirtuale><ImportoBollo>2.00</ImportoBollo></DatiBollo>";

    @Test
    void readsHeaderAndBody() {
        var file = new FatturaPage()
                .before(
                        "</DatiGenerali>",
                        "<DatiOrdineAcquisto><IdDocumento>PO-9</IdDocumento></DatiOrdineAcquisto>"
                                + "<DatiContratto><IdDocumento>CT-1</IdDocumento></DatiContratto>"
                                + "<DatiFattureCollegate><IdDocumento>6/A</IdDocumento></DatiFattureCollegate>")
                .before("<PrezzoUnitario>", "<DataFinePeriodo>2026-10-31</DataFinePeriodo>")
                .file();
        Invoice invoice = understood(documents(file).getFirst());
        assertThat(invoice.id()).isEqualTo(file.documentId(1));
        assertThat(invoice.kind()).isEqualTo(DocumentKind.INVOICE);
        assertThat(invoice.number()).isEqualTo("7/A");
        assertThat(invoice.issueDate()).isEqualTo(LocalDate.of(2026, 11, 2));
        assertThat(invoice.dueDate()).isEqualTo(LocalDate.of(2026, 12, 2));
        assertThat(invoice.supplyDate()).isEqualTo(LocalDate.of(2026, 10, 31));
        assertThat(invoice.contractor()).isEqualTo("IT12345678903");
        assertThat(invoice.contractorName()).isEqualTo("Maria Rossi");
        assertThat(invoice.entity()).isEqualTo("DE999999999");
        assertThat(invoice.contract()).isEqualTo("CT-1");
        assertThat(invoice.purchaseReference()).isEqualTo("PO-9");
        assertThat(invoice.precedingInvoice()).isEqualTo("6/A");
        assertThat(invoice.payee()).isEqualTo(new StatedAccount("IT60X0542811101000000123456", null));
        assertThat(figures(invoice)).isEqualTo("950.00 + 209.00 = 1159.00, prepaid 0.00, due 1159.00");
        assertThat(lines(invoice)).containsExactly("1 10.00 x 95.00 = 950.00 S 22.00");
    }

    @Test
    void everyBodyIsADocument() throws IOException {
        var page = new FatturaPage();
        String second = page.body().replace("7/A", "8/A").replace("2026-11-02", "2026-13-02");
        String third = page.body().replace("7/A", "9/A");
        var file = page.and(second, third).file();
        var read = documents(file);
        assertThat(read).hasSize(3);
        assertThat(understood(read.get(0)).number()).isEqualTo("7/A");
        assertThat(understood(read.get(2)).id()).isEqualTo(file.documentId(3));
        var refused = refused(read.get(1));
        assertThat(findings(refused.findings().all())).containsExactly("Q111 f.xml:61 BT-2 Data");
        String original = originals(file).get(1);
        assertThat(original).contains("8/A").doesNotContain("7/A").doesNotContain("9/A");
        var again = documents(file("again.xml", original.replace("2026-13-02", "2026-11-02")));
        assertThat(again).hasSize(1);
        assertThat(understood(again.getFirst()).number()).isEqualTo("8/A");
        try (var reader = readable(InvoiceFiles.open(file)).documents()) {
            reader.skip(2);
            var alone = new ByteArrayOutputStream();
            reader.original().writeTo(alone);
            assertThat(alone.toString(StandardCharsets.UTF_8)).contains("9/A").doesNotContain("8/A");
        }
        assertThat(readable(InvoiceFiles.open(file)).format()).isEqualTo(InvoiceFormat.FATTURAPA);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # bytes are in | declared     | the name is read as
            windows-1252   | windows-1252 | Società € Nº1
            windows-1252   | Windows-1252 | Società € Nº1
            UTF-8          | UTF-8        | Società € Nº1
            UTF-8          | utf-8        | Società € Nº1
            UTF-8          | windows-1252 | SocietÃ\u00A0 â‚¬ NÂº1
            """)
    void readsTheEncodingThatIsDeclared(String bytes, String declared, String name) throws IOException {
        var file = new FatturaPage()
                .with("ACME GmbH", "Società € Nº1")
                .with("UTF-8", declared)
                .file(Charset.forName(bytes));
        var stated = ((ReadDocument.Understood) documents(file).getFirst()).stated();
        assertThat(stated.first(Term.BUYER_NAME)).isEqualTo(name);
        assertThat(originalBytes(file, ReadLimits.DEFAULT).getFirst())
                .isEqualTo(file.open().readAllBytes());
    }

    @Test
    void latinOneIsReadAndItsControlCharactersAreNot() {
        var page = new FatturaPage().with("ACME GmbH", "Società").with("UTF-8", "ISO-8859-1");
        var stated = ((ReadDocument.Understood)
                        documents(page.file(StandardCharsets.ISO_8859_1)).getFirst())
                .stated();
        assertThat(stated.first(Term.BUYER_NAME)).isEqualTo("Società");
        Finding finding = refusal(page.with("Società", "5 €").file(WINDOWS_1252));
        assertThat(finding.toString())
                .startsWith("Q101 REJECT f.xml:16: column ")
                .endsWith("the byte 80 is no character in ISO-8859-1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # bytes are in | declared     | says
            windows-1252   | UTF-8        | not UTF-8
            windows-1252   | ISO-8859-15  | not UTF-8
            windows-1252   | cp1252       | not UTF-8
            UTF-16         | UTF-16       | not UTF-8
            UTF-8          | UTF-16       | declared encoding is not UTF-8
            UTF-8          | UTF-7        | declared encoding is not UTF-8
            """)
    void refusesEveryOtherEncoding(String bytes, String declared, String says) {
        var file = new FatturaPage()
                .with("ACME GmbH", "Società")
                .with("UTF-8", declared)
                .file(Charset.forName(bytes));
        assertThat(refusal(file).code()).isEqualTo(FindingCode.FILE_UNREADABLE);
        assertThat(refusal(file).message()).contains(says);
    }

    @Test
    void anUndefinedByteRefusesTheFile() {
        byte[] bytes = new FatturaPage().with("UTF-8", "windows-1252").text().getBytes(WINDOWS_1252);
        bytes[new FatturaPage().text().indexOf("ACME")] = (byte) 0x81;
        assertThat(refusal(DeliveredFile.of("f.xml", bytes)).message()).contains("the byte 81 is no character");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # Natura | category
            N1       | O
            N2.1     | AE
            N2.2     | O
            N3.1     | G
            N3.2     | K
            N3.3     | G
            N3.4     | G
            N3.5     | Z
            N3.6     | Z
            N4       | E
            N5       | E
            N6.1     | AE
            N6.9     | AE
            N7       | O
            """)
    void bringsNaturaToACategory(String natura, String category) {
        Invoice invoice = understood(documents(untaxed(natura).file()).getFirst());
        assertThat(invoice.lines().getFirst().category()).hasToString(category);
        assertThat(invoice.vat().getFirst().category()).hasToString(category);
        assertThat(invoice.vat().getFirst().vatGroup())
                .isEqualTo(invoice.lines().getFirst().vatGroup());
    }

    /** N2.1 to whoever owes the VAT in another member state is reverse charge; to anybody else it is outside VAT. */
    @ParameterizedTest
    @CsvSource({"DE, AE", "NL, AE", "EL, AE", "IT, O", "GB, O", "CH, O", "US, O"})
    void aServiceOutOfItalyIsReverseChargeInTheUnionOnly(String buyer, String category) {
        var page = untaxed("N2.1").with("<IdPaese>DE</IdPaese>", "<IdPaese>" + buyer + "</IdPaese>");
        assertThat(understood(documents(page.file()).getFirst())
                        .lines()
                        .getFirst()
                        .category())
                .hasToString(category);
    }

    /** UnitaMisura is a text of the sender's; a discounted line is one piece and counts nothing. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # UnitaMisura | read
            ORE           | 10.00 HUR 2026-10-01 to 2026-10-31
            gg.           | 10.00 DAY 2026-10-01 to 2026-10-31
            N.            | 10.00 N. 2026-10-01 to 2026-10-31
            """)
    void readsUnitAndPeriodOfALine(String unit, String read) {
        var page = new FatturaPage()
                .with(
                        "<PrezzoUnitario>",
                        "<UnitaMisura>" + unit + "</UnitaMisura><DataInizioPeriodo>2026-10-01</DataInizioPeriodo>"
                                + "<DataFinePeriodo>2026-10-31</DataFinePeriodo><PrezzoUnitario>");
        var line = understood(documents(page.file()).getFirst()).lines().getFirst();
        assertThat(line.quantity() + " " + line.unit() + " " + line.period()).isEqualTo(read);
        page.with(
                "<PrezzoTotale>950.00",
                "<ScontoMaggiorazione><Tipo>SC</Tipo><Importo>0.00</Importo></ScontoMaggiorazione><PrezzoTotale>950.00");
        assertThat(understood(documents(page.file()).getFirst())
                        .lines()
                        .getFirst()
                        .unit())
                .isNull();
    }

    /** What our rules refuse about it; the page's own VAT id only warns. */
    private static List<String> refusals(Invoice invoice) {
        return DocumentRules.judge(invoice).stream()
                .filter(finding -> finding.severity() == Severity.REJECT)
                .map(finding -> finding.code().id())
                .toList();
    }

    private static final String LINE = """
            <DettaglioLinee><NumeroLinea>%d</NumeroLinea><Descrizione>Riga</Descrizione><Quantita>%s</Quantita>\
            <PrezzoUnitario>%s</PrezzoUnitario><PrezzoTotale>%s</PrezzoTotale><AliquotaIVA>22.00</AliquotaIVA></DettaglioLinee>
            """;

    /** The page with other lines: its own is replaced; base, VAT and total as given. */
    private static FatturaPage withLines(String base, String vat, String total, String... lines) {
        var page = new FatturaPage();
        String text = page.text();
        String own = text.substring(
                text.indexOf("<DettaglioLinee>"), text.indexOf("</DettaglioLinee>") + "</DettaglioLinee>".length());
        return page.with(own, String.join("", lines))
                .with("<ImponibileImporto>950.00", "<ImponibileImporto>" + base)
                .with("209.00", vat)
                .with("1159.00", total);
    }

    /** Whether the sender sums up what he states (1.00) or what he rounded (1.02), his taxable amount is what counts. */
    @ParameterizedTest
    @CsvSource({"1.00, 0.22, 1.22, -1 x 0.02 = -0.02", "1.01, 0.22, 1.23, -1 x 0.01 = -0.01", "1.02, 0.22, 1.24, ''"})
    void linesThatAreFinerThanACentAreRoundedAndStillAddUp(String base, String vat, String total, String closing) {
        String[] three = IntStream.rangeClosed(1, 3)
                .mapToObj(n -> LINE.formatted(n, "1", "0.335", "0.33500000"))
                .toArray(String[]::new);
        var document = (ReadDocument.Understood)
                documents(withLines(base, vat, total, three).file()).getFirst();
        var expected = new ArrayList<String>();
        for (int n = 1; n <= 3; n++) {
            expected.add(n + " 1 x 0.34 = 0.34 S 22.00");
        }
        if (!closing.isEmpty()) {
            expected.add("rounding-S " + closing + " S 22.00");
        }
        assertThat(lines(document.invoice())).isEqualTo(expected);
        assertThat(document.warnings().stream().map(Finding::toString))
                .containsExactly("Q130 WARN f.xml:32 BT-131 PrezzoTotale: 3 lines state a net amount finer than EUR,"
                        + " the first 0.33500000: each is rounded half up");
        assertThat(refusals(document.invoice())).isEmpty();
    }

    /** Three times half a cent may be lost by rounding, not two cents. */
    @Test
    void moreThanRoundingExplainsIsRefused() {
        String[] three = IntStream.rangeClosed(1, 3)
                .mapToObj(n -> LINE.formatted(n, "1", "0.335", "0.335"))
                .toArray(String[]::new);
        Invoice invoice = understood(
                documents(withLines("1.03", "0.23", "1.26", three).file()).getFirst());
        assertThat(refusals(invoice)).containsOnly("Q202");
    }

    /** 0.0049 stated as 0.005 rounds to a cent, the product itself to none: the line stands for what it states. */
    @Test
    void aFinerAmountIsComparedWithItsProductBeforeItIsRounded() {
        var page = withLines("0.01", "0.00", "0.01", LINE.formatted(1, "1", "0.0049", "0.005"));
        Invoice near = understood(documents(page.file()).getFirst());
        assertThat(lines(near)).containsExactly("1 1 x 0.01 = 0.01 S 22.00");
        assertThat(refusals(near)).isEmpty();

        Invoice far = understood(documents(withLines("10.01", "2.20", "12.21", LINE.formatted(1, "1", "9.99", "10.005"))
                        .file())
                .getFirst());
        assertThat(refusals(far)).contains("Q201");
    }

    /** BR-27 lets no price be negative: what Italy takes back by the price, we take back by the quantity. */
    @Test
    void aNegativePriceAndANegativeRoundingTurnTheQuantity() {
        var page = withLines(
                        "89.99",
                        "19.80",
                        "109.79",
                        LINE.formatted(1, "1.00", "100.00", "100.00"),
                        LINE.formatted(2, "1.00", "-10.00", "-10.00"))
                .before("<ImponibileImporto>", "<Arrotondamento>-0.01</Arrotondamento>");
        Invoice invoice = understood(documents(page.file()).getFirst());
        assertThat(lines(invoice))
                .containsExactly(
                        "1 1.00 x 100.00 = 100.00 S 22.00",
                        "2 -1.00 x 10.00 = -10.00 S 22.00",
                        "arrotondamento-3 -1 x 0.01 = -0.01 S 22.00");
        assertThat(refusals(invoice)).isEmpty();
    }

    private static FatturaPage untaxed(String natura) {
        return new FatturaPage()
                .with(
                        "<AliquotaIVA>22.00</AliquotaIVA>",
                        "<AliquotaIVA>0.00</AliquotaIVA><Natura>" + natura + "</Natura>")
                .with("209.00", "0.00")
                .with("1159.00", "950.00");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # ritenuta | bollo | stated total | to pay  | figures                                                  | told
            true       | false | 1159.00      | 969.00  | 950.00 + 209.00 = 1159.00, prepaid 0.00, due 1159.00, levy 190.00 | Q707
            true       | false | 1159.00      |         | 950.00 + 209.00 = 1159.00, prepaid 0.00, due 1159.00, levy 190.00 | Q707
            true       | false | 1159.00      | 1159.00 | 950.00 + 209.00 = 1159.00, prepaid 0.00, due 1159.00, levy 190.00 | Q707
            false      | true  | 1161.00      | 1161.00 | 952.00 + 209.00 = 1161.00, prepaid 0.00, due 1161.00    | Q707
            false      | true  | 1159.00      | 1159.00 | 950.00 + 209.00 = 1159.00, prepaid 0.00, due 1159.00    | Q707
            true       | true  | 1161.00      | 971.00  | 952.00 + 209.00 = 1161.00, prepaid 0.00, due 1161.00, levy 190.00 | Q707 Q707
            false      | false | ''           | 1159.00 | 950.00 + 209.00 = 1159.00, prepaid 0.00, due 1159.00    | ''
            false      | false | ''           | ''      | 950.00 + 209.00 = 1159.00, prepaid 0.00, due 1159.00    | ''
            false      | false | 1200.00      | 1159.00 | 950.00 + 209.00 = 1159.00, prepaid 0.00, due 1159.00    | Q205
            """)
    void whatIsWithheldAndStampedIsTold(
            boolean ritenuta, boolean bollo, String total, String toPay, String figures, String told) {
        var page = new FatturaPage()
                .with(
                        "<ImportoTotaleDocumento>1159.00</ImportoTotaleDocumento>",
                        (ritenuta ? RITENUTA : "")
                                + (bollo ? BOLLO : "")
                                + (total.isEmpty()
                                        ? ""
                                        : "<ImportoTotaleDocumento>" + total + "</ImportoTotaleDocumento>"));
        if (toPay == null || toPay.isEmpty()) {
            String text = page.text();
            String payment = text.substring(text.indexOf("<DatiPagamento>"), text.indexOf("</FatturaElettronicaBody>"));
            page.with(payment, "");
        } else {
            page.with("<ImportoPagamento>1159.00", "<ImportoPagamento>" + toPay);
        }
        var document = (ReadDocument.Understood) documents(page.file()).getFirst();
        assertThat(figures(document.invoice())).isEqualTo(figures);
        assertThat(document.warnings().stream().map(finding -> finding.code().id()))
                .containsExactly(told == null || told.isEmpty() ? new String[0] : told.split(" "));
        assertThat(document.warnings().all()).allMatch(finding -> finding.severity() == Severity.HOLD);
    }

    @Test
    void contributionsChargesAndDiscountsBecomeLines() {
        var page = new FatturaPage()
                .before(
                        "<ImportoTotaleDocumento>",
                        "<DatiCassaPrevidenziale><TipoCassa>TC04</TipoCassa><AlCassa>4.00</AlCassa>"
                                + "<ImportoContributoCassa>34.20</ImportoContributoCassa><AliquotaIVA>22.00</AliquotaIVA>"
                                + "</DatiCassaPrevidenziale>")
                .before(
                        "<PrezzoTotale>",
                        "<ScontoMaggiorazione><Tipo>SC</Tipo><Percentuale>10.00</Percentuale></ScontoMaggiorazione>")
                .with("<PrezzoTotale>950.00", "<PrezzoTotale>855.00")
                .before("<ImponibileImporto>", "<SpeseAccessorie>60.80</SpeseAccessorie>");
        Invoice invoice = understood(documents(page.file()).getFirst());
        assertThat(lines(invoice))
                .containsExactly(
                        "1 1 x 855.00 = 855.00 S 22.00",
                        "cassa-2 1 x 34.20 = 34.20 S 22.00",
                        "spese-3 1 x 60.80 = 60.80 S 22.00");
        assertThat(figures(invoice)).startsWith("950.00 + 209.00");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # type | read as
            TD01   | INVOICE
            TD02   | INVOICE
            TD03   | INVOICE
            TD04   | CREDIT_NOTE
            TD05   | INVOICE
            TD06   | INVOICE
            TD16   | refused
            TD17   | refused
            TD20   | refused
            TD24   | INVOICE
            TD25   | INVOICE
            TD26   | INVOICE
            TD27   | refused
            TD28   | refused
            TD99   | refused
            """)
    void takesTheTypesThatAskForMoney(String type, String kind) {
        var document = documents(new FatturaPage().with("TD01", type).file()).getFirst();
        if (kind.equals("refused")) {
            assertThat(findings(refused(document).findings().all()))
                    .containsExactly("Q112 f.xml:24 BT-3 TipoDocumento");
        } else {
            assertThat(understood(document).kind()).hasToString(kind);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # in place of                          | stands                                          | code and place
            <Numero>7/A</Numero>                   | ''                                              | Q108 f.xml:23 BT-1 Numero
            <Numero>7/A</Numero>                   | <Numero>7</Numero><Numero>8</Numero>            | Q107 f.xml:27 BT-1 Numero
            2026-12-02                             | 2026-02-30                                      | Q111 f.xml:50 BT-9 DataScadenzaPagamento
            >EUR<                                  | >EURO<                                          | Q112 f.xml:25 BT-5
            <PrezzoTotale>950.00                   | <PrezzoTotale>950,00                            | Q109 f.xml:37 BT-131 PrezzoTotale
            <Descrizione>Consulenza</Descrizione>  | ''                                              | Q108 f.xml:32 BT-153 Descrizione
            <IdFiscaleIVA><IdPaese>IT</IdPaese><IdCodice>12345678903</IdCodice></IdFiscaleIVA> | <!-- --> | ''
            <Imposta>209.00                        | <Imposta>209.00</Imposta><EsigibilitaIVA>S</EsigibilitaIVA><Imposta>209.00 | Q112 f.xml:43 EsigibilitaIVA
            <AliquotaIVA>22.00</AliquotaIVA>       | <AliquotaIVA>2200.00</AliquotaIVA>              | Q113 f.xml:38 AliquotaIVA
            <Imposta>                              | <Natura>N9</Natura><Imposta>                    | Q112 f.xml:43 Natura
            <Imposta>                              | <Natura>N4</Natura><Imposta>                    | Q112 f.xml:41 AliquotaIVA
            <ImportoTotaleDocumento>               | <ScontoMaggiorazione><Tipo>SC</Tipo></ScontoMaggiorazione><ImportoTotaleDocumento> | Q112 f.xml:28 ScontoMaggiorazione
            <PrezzoTotale>                         | <ScontoMaggiorazione><Tipo>SC</Tipo><Importo>1.00</Importo></ScontoMaggiorazione><PrezzoTotale> | Q201 f.xml:37 BT-131 PrezzoTotale
            """)
    void refusesWithThePlace(String old, String other, String expected) {
        var document = documents(new FatturaPage().with(old, other).file()).getFirst();
        if (expected.isEmpty()) {
            assertThat(understood(document).contractor())
                    .as("goes by its tax code")
                    .isEqualTo("RSSMRA80A01H501U");
        } else {
            assertThat(findings(refused(document).findings().all())).contains(expected);
        }
    }

    @Test
    void aRateOfZeroNeedsItsReason() {
        var page = untaxed("N4").with("<Natura>N4</Natura>", "");
        assertThat(findings(
                        refused(documents(page.file()).getFirst()).findings().all()))
                .contains("Q108 f.xml:32 Natura");
    }

    @Test
    void aSignedEnvelopeIsRefusedWithTheReason() {
        byte[] der = {
            0x30,
            (byte) 0x82,
            0x0F,
            0x00,
            0x06,
            0x09,
            0x2A,
            (byte) 0x86,
            0x48,
            (byte) 0x86,
            (byte) 0xF7,
            0x0D,
            0x01,
            0x07,
            0x02,
            (byte) 0xA0,
            (byte) 0x82,
            0,
            0,
            0x30,
            (byte) 0x80,
            2,
            1,
            1,
            0x31,
            0x0F,
            0x30,
            0x0D,
            6,
            9,
            0x60
        };
        String base64 = Base64.getEncoder().encodeToString(Arrays.copyOf(der, 300));
        for (DeliveredFile signed : List.of(
                DeliveredFile.of("f.xml.p7m", Arrays.copyOf(der, 300)),
                file("f.xml.p7m", base64),
                file("f.xml.p7m", "-----BEGIN PKCS7-----\n" + base64))) {
            assertThat(refusal(signed).code()).isEqualTo(FindingCode.FILE_FORMAT_UNKNOWN);
            assertThat(refusal(signed).message()).contains(".p7m").contains("send the XML");
        }
        assertThat(refusal(file("f.csv", "M" + "a".repeat(60))).message()).doesNotContain("p7m");
    }

    @Test
    void aFileWithoutBodyOrWithTwoHeadersIsRefused() {
        String body = new FatturaPage().body();
        assertThat(refusal(new FatturaPage().with(body, "").file()).message()).contains("0 FatturaElettronicaBody");
        var two = new FatturaPage()
                .before("<FatturaElettronicaBody>", "<FatturaElettronicaHeader></FatturaElettronicaHeader>");
        assertThat(refusal(two.file()).message()).contains("2 FatturaElettronicaHeader");
        var older = new FatturaPage().with("fatture/v1.2", "fatture/v1.1");
        assertThat(refusal(older.file()).message()).contains("another version than 1.2");
    }

    @Test
    void linesAreBoundedByDocument() {
        var limits = new ReadLimits(1, 1, 1, 1, XmlLimits.DOCUMENT);
        String line = new FatturaPage().text().replaceAll("(?s).*(<DettaglioLinee>.*</DettaglioLinee>).*", "$1");
        var page = new FatturaPage().and(new FatturaPage().body());
        assertThat(documents(page.file(), limits)).allMatch(ReadDocument.Understood.class::isInstance);
        var long1 = new FatturaPage().before("<DettaglioLinee>", line).and(new FatturaPage().body());
        var read = documents(long1.file(), limits);
        assertThat(refused(read.getFirst()).findings().has(FindingCode.FILE_TOO_LARGE))
                .isTrue();
        understood(read.getLast());
    }

    @Test
    void everyPrefixIsRefusedAndNoEntityIsRead() {
        byte[] whole =
                new FatturaPage().with("UTF-8", "windows-1252").text().strip().getBytes(WINDOWS_1252);
        IntStream.range(0, whole.length)
                .filter(length -> length % 41 == 0 || length > whole.length - 30)
                .forEach(length -> assertThat(refusal(DeliveredFile.of("f.xml", Arrays.copyOf(whole, length)))
                                .code())
                        .isIn(FindingCode.FILE_UNREADABLE, FindingCode.FILE_FORMAT_UNKNOWN));
        var entity = new FatturaPage()
                .before("<f:FatturaElettronica ", "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>")
                .with("7/A", "&e;");
        assertThat(refusal(entity.file()).code()).isEqualTo(FindingCode.FILE_UNREADABLE);
    }

    private static List<String> findings(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.code().id() + " " + finding.place())
                .toList();
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
}
