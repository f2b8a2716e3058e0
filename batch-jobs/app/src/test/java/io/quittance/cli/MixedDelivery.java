package io.quittance.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;

/**
 * One night's post in seven formats, one document a file, every third one broken in a way of its own. What must become of each file is
 * known from the way it was made. The same bytes every time.
 */
final class MixedDelivery {

    private MixedDelivery() {}

    /** What a document is written in. */
    enum Syntax {
        CSV("csv", "C1001", "Jansen Softwarebouw B.V.", "EUR"),
        UBL("xml", "C1011", "Brandt &amp; Köhler GmbH", "EUR"),
        CII("xml", "C1011", "Brandt &amp; Köhler GmbH", "EUR"),
        PDF("pdf", "C1011", "Brandt &amp; Köhler GmbH", "EUR"),
        JSON("json", "C1051", "Kowalczyk Kod Sp. z o.o.", "PLN"),
        FATTURA("xml", "IT04271600373", "Officina Dati S.r.l.", "EUR"),
        XLSX("xlsx", "C1201", "Blue Mesa Consulting LLC", "USD");

        final String ending;
        final String contractor;
        final String name;
        final String currency;

        Syntax(String ending, String contractor, String name, String currency) {
            this.ending = ending;
            this.contractor = contractor;
            this.name = name;
            this.currency = currency;
        }
    }

    /** What is wrong with a file. */
    enum Fault {
        NONE(Fate.UNDERSTOOD),
        EMPTY(Fate.REFUSED_FILE),
        CUT_OFF(Fate.REFUSED),
        NUL_BYTES(Fate.REFUSED),
        WRONG_ENCODING(Fate.REFUSED),
        XXE(Fate.REFUSED_FILE),
        UNKNOWN_TYPE(Fate.REFUSED_FILE),
        NO_NUMBER(Fate.REFUSED),
        WRONG_SUM(Fate.REJECTED),
        STRANGER(Fate.REJECTED),
        SAME_BYTES(Fate.DUPLICATE_FILE),
        SAME_NUMBER(Fate.DUPLICATE);

        final Fate fate;

        Fault(Fate fate) {
            this.fate = fate;
        }
    }

    /** Where a file has to end. */
    enum Fate {
        UNDERSTOOD,
        REFUSED_FILE,
        /** As a file or as a document, by the format. */
        REFUSED,
        REJECTED,
        DUPLICATE_FILE,
        DUPLICATE
    }

    /** A file of the delivery. @param gross in the currency of its syntax, whatever the file says */
    record Sent(String name, Syntax syntax, Fault fault, BigDecimal gross, byte[] bytes) {}

    private record Paper(Syntax syntax, String number, BigDecimal net, boolean wrong, boolean strange) {
        String contractor() {
            return strange ? "X999" : syntax.contractor;
        }

        BigDecimal vat() {
            int percent = syntax == Syntax.CSV ? 21 : 0;
            return net.multiply(BigDecimal.valueOf(percent))
                    .movePointLeft(2)
                    .setScale(2, java.math.RoundingMode.HALF_UP);
        }

        BigDecimal gross() {
            return net.add(vat());
        }

        /** What it says is to be paid: a euro too much when it is wrong. */
        BigDecimal stated() {
            return wrong ? gross().add(BigDecimal.ONE) : gross();
        }
    }

    /** So many files. */
    static List<Sent> of(int files) throws IOException {
        var sent = new ArrayList<Sent>();
        Fault[] faults = Fault.values();
        for (int i = 0; i < files; i++) {
            Syntax syntax = Syntax.values()[i % Syntax.values().length];
            Fault fault = i % 3 == 2 ? faults[1 + i / 3 % (faults.length - 1)] : Fault.NONE;
            sent.add(one(i, syntax, fault, sent));
        }
        return sent;
    }

    /** Into a drop folder. */
    static void drop(List<Sent> sent, Path inbox) throws IOException {
        Files.createDirectories(inbox);
        for (Sent file : sent) {
            Files.write(inbox.resolve(file.name()), file.bytes());
        }
    }

    /**
     * The example's configuration without the official rules. They would hold most of these; what they say is tested elsewhere, and takes
     * its time.
     */
    static Path configuration(Path config) throws IOException {
        Path example = Program.root().resolve("config");
        try (Stream<Path> tree = Files.walk(example)) {
            for (Path file : tree.filter(Files::isRegularFile).toList()) {
                Path copy = config.resolve(example.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        Path rules = config.resolve("rules.yaml");
        Files.writeString(
                rules,
                Files.readString(rules)
                        .replace("run: true", "run: false")
                        // these pages state neither ids of both parties nor why there is no VAT
                        .replace(
                                "overrides: []",
                                "overrides: [{ rule: BR-AE-02, severity: off }, { rule: BR-AE-10, severity: off }]"));
        return config;
    }

    /** The contract of those who write UBL, CII and PDF: by the hour. */
    static final String TERMS = """
            contract,basis,unit,rate,rate_tolerance_percent,rate_tolerance,quantity_tolerance_percent,quantity_tolerance,\
            amount_tolerance_percent,amount_tolerance,clause,valid_from,valid_to
            CT-1011-NL,TIME,HUR,500.00,,,,,,,4.2 Fees,2026-01-01,
            """;

    /** Two files: fewer hours than all of them bill, and one of which a row is refused. */
    static void dropTimeSheets(Path inbox) throws IOException {
        String columns =
                "contract,unit,period_from,period_to,quantity,milestone,amount,currency,status,approved_by,approved_on,revision\n";
        Files.createDirectories(inbox);
        Files.writeString(
                inbox.resolve("week-45.csv"),
                columns + "CT-1011-NL,HUR,2026-11-02,2026-11-08,3,,,,APPROVED,mira,2026-11-10,1\n");
        Files.writeString(
                inbox.resolve("week-46.csv"),
                columns + "CT-1011-NL,HUR,2026-11-09,2026-11-15,2,,,,SUBMITTED,,,1\n"
                        + "CT-1011-NL,HUR,2026-11-16,2026-11-22,many,,,,APPROVED,mira,2026-11-23,1\n");
    }

    /** Two answers about those whom the time sheets are of, and a row that is refused. */
    static void dropRegistry(Path inbox) throws IOException {
        Files.createDirectories(inbox);
        Files.writeString(inbox.resolve("november.csv"), """
                requester,territory,number,valid,name_match,address_match,consultation_number,asked_at,source
                NL823104175B01,NL,NL823104175B01,true,,,WAPI01,2026-11-02T09:00:00Z,VIES
                NL823104175B01,DE,DE299144070,true,SAME,,WAPI02,2026-11-02T09:00:01Z,VIES
                NL823104175B01,DE,DE299144071,true,SAME,,WAPI03,2026-11-02T09:00:02Z,VIES
                """);
    }

    private static Sent one(int i, Syntax syntax, Fault fault, List<Sent> before) throws IOException {
        String name = "%03d-%s-%s.%s"
                .formatted(
                        i,
                        syntax.name().toLowerCase(Locale.ROOT),
                        fault.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        syntax.ending);
        BigDecimal net = new BigDecimal(100 + i).setScale(2);
        if (fault == Fault.SAME_BYTES || fault == Fault.SAME_NUMBER) {
            Sent good = lastGood(before, syntax);
            byte[] bytes = fault == Fault.SAME_BYTES ? good.bytes() : written(again(good));
            return new Sent(name, syntax, fault, good.gross(), bytes);
        }
        var paper = new Paper(syntax, "MX-" + (1000 + i), net, fault == Fault.WRONG_SUM, fault == Fault.STRANGER);
        return new Sent(name, syntax, fault, paper.gross(), spoilt(written(paper), paper, fault));
    }

    private static Sent lastGood(List<Sent> before, Syntax syntax) {
        return before.reversed().stream()
                .filter(sent -> sent.syntax() == syntax && sent.fault() == Fault.NONE)
                .findFirst()
                .orElseThrow();
    }

    /** The same document, a second time, in other bytes: its number in another spelling. */
    private static Paper again(Sent good) {
        int i = Integer.parseInt(good.name().substring(0, 3));
        return new Paper(good.syntax(), "mx " + (1000 + i), new BigDecimal(100 + i).setScale(2), false, false);
    }

    private static byte[] spoilt(byte[] bytes, Paper paper, Fault fault) throws IOException {
        return switch (fault) {
            // one without a byte; the others differ, or they were deliveries of one file
            case EMPTY -> " ".repeat(paper.net().intValue() - 102).getBytes(UTF_8);
            case CUT_OFF -> Arrays.copyOf(bytes, bytes.length * 2 / 3);
            case NUL_BYTES -> with(bytes, bytes.length / 2, (byte) 0);
            case WRONG_ENCODING -> with(bytes, bytes.length / 2, (byte) 0xFF);
            case XXE ->
                ("<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x n=\""
                                + paper.number() + "\">&e;</x>")
                        .getBytes(UTF_8);
            case UNKNOWN_TYPE -> ("GIF89a " + paper.number()).getBytes(ISO_8859_1);
            case NO_NUMBER -> written(new Paper(paper.syntax(), "", paper.net(), false, false));
            default -> bytes;
        };
    }

    private static byte[] with(byte[] bytes, int at, byte value) {
        byte[] changed = bytes.clone();
        Arrays.fill(changed, at, Math.min(bytes.length, at + 64), value);
        return changed;
    }

    private static byte[] written(Paper paper) throws IOException {
        return switch (paper.syntax()) {
            case CSV -> filled(paper, CSV_PAGE);
            case UBL -> filled(paper, UBL_PAGE);
            case CII -> filled(paper, CII_PAGE);
            case JSON -> filled(paper, JSON_PAGE);
            case FATTURA -> filled(paper, FATTURA_PAGE);
            case PDF -> pdf(filled(paper, CII_PAGE));
            case XLSX -> workbook(paper);
        };
    }

    private static byte[] filled(Paper paper, String page) {
        return page.replace("{number}", paper.number())
                .replace("{contractor}", paper.contractor())
                .replace("{country}", paper.contractor().substring(0, 2))
                .replace("{code}", paper.contractor().substring(2))
                .replace("{name}", paper.syntax().name)
                .replace("{currency}", paper.syntax().currency)
                .replace("{net}", paper.net().toPlainString())
                .replace("{vat}", paper.vat().toPlainString())
                .replace("{gross}", paper.stated().toPlainString())
                .getBytes(UTF_8);
    }

    private static byte[] pdf(byte[] invoice) throws IOException {
        try (var pdf = new PDDocument()) {
            pdf.addPage(new PDPage());
            pdf.setDocumentId(1L);
            var file = new PDComplexFileSpecification();
            file.setFile("factur-x.xml");
            file.setEmbeddedFile(new PDEmbeddedFile(pdf, new ByteArrayInputStream(invoice)));
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

    /** Amounts of a sheet have no sum that could be wrong: it then names a currency that there is not. */
    private static byte[] workbook(Paper paper) throws IOException {
        String currency = paper.wrong() ? "US Dollars" : paper.syntax().currency;
        String header = row(
                1,
                "recipientId",
                "name",
                "Contract ID",
                "invoice number",
                "invoice date",
                "due date",
                "description",
                "amount",
                "amountCurrency");
        String line = row(
                2,
                paper.contractor(),
                paper.syntax().name,
                "CT-1201-NL",
                paper.number(),
                "2026-11-06",
                "2026-11-25",
                "Service",
                paper.net().toPlainString(),
                currency);
        var parts = new java.util.LinkedHashMap<>(BOOK);
        parts.put("xl/worksheets/sheet1.xml", SHEET.replace("{rows}", header + line));
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                var entry = new ZipEntry(part.getKey());
                entry.setTimeLocal(java.time.LocalDateTime.of(2026, 11, 24, 0, 0));
                zip.putNextEntry(entry);
                zip.write(part.getValue().getBytes(UTF_8));
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private static String row(int number, String... cells) {
        var row = new StringBuilder("<row r=\"" + number + "\">");
        for (int i = 0; i < cells.length; i++) {
            row.append("<c r=\"%c%d\" t=\"inlineStr\"><is><t>%s</t></is></c>".formatted('A' + i, number, cells[i]));
        }
        return row.append("</row>").toString();
    }

    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    private static final String SHEET = XML
            + "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{rows}</sheetData></worksheet>";

    private static final Map<String, String> BOOK = new java.util.TreeMap<>(Map.of(
            "[Content_Types].xml",
            XML + """
                    <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
                    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
                    <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>\
                    <Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>\
                    </Types>""",
            "_rels/.rels",
            XML + """
                    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
                    <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/>\
                    </Relationships>""",
            "xl/workbook.xml",
            XML + """
                    <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" \
                    xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">\
                    <sheets><sheet name="Invoices" sheetId="1" r:id="rId1"/></sheets></workbook>""",
            "xl/_rels/workbook.xml.rels",
            XML + """
                    <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
                    <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/>\
                    </Relationships>"""));

    private static final String CSV_PAGE = """
            document_type,invoice_number,invoice_date,supply_date,due_date,entity,contractor,contractor_name,contractor_vat_id,contract,purchase_reference,\
            currency,line_number,description,quantity,unit_price,net_amount,vat_category,vat_rate,vat_amount,invoice_net,invoice_vat,invoice_gross,amount_due,\
            payee_account,payee_bic,payment_reference,preceding_invoice
            invoice,{number},2026-11-02,2026-10-31,2026-11-25,NL-BV,{contractor},{name},NL811402666B01,CT-1001-NL,,{currency},1,Work,1,{net},{net},S,21,{vat},\
            {net},{vat},{gross},{gross},NL88TEST0417001010,TESTNL2A,,
            """;

    private static final String UBL_PAGE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"
                xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
                xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
              <cbc:CustomizationID>urn:cen.eu:en16931:2017</cbc:CustomizationID>
              <cbc:ID>{number}</cbc:ID>
              <cbc:IssueDate>2026-11-19</cbc:IssueDate>
              <cbc:DueDate>2026-11-25</cbc:DueDate>
              <cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>
              <cbc:DocumentCurrencyCode>{currency}</cbc:DocumentCurrencyCode>
              <cac:ContractDocumentReference><cbc:ID>CT-1011-NL</cbc:ID></cac:ContractDocumentReference>
              <cac:AccountingSupplierParty><cac:Party>
                <cac:PartyIdentification><cbc:ID>{contractor}</cbc:ID></cac:PartyIdentification>
                <cac:PartyLegalEntity><cbc:RegistrationName>{name}</cbc:RegistrationName></cac:PartyLegalEntity>
              </cac:Party></cac:AccountingSupplierParty>
              <cac:AccountingCustomerParty><cac:Party>
                <cac:PartyIdentification><cbc:ID>NL-BV</cbc:ID></cac:PartyIdentification>
                <cac:PartyLegalEntity><cbc:RegistrationName>Halyard Talent B.V.</cbc:RegistrationName></cac:PartyLegalEntity>
              </cac:Party></cac:AccountingCustomerParty>
              <cac:TaxTotal>
                <cbc:TaxAmount currencyID="{currency}">0.00</cbc:TaxAmount>
                <cac:TaxSubtotal>
                  <cbc:TaxableAmount currencyID="{currency}">{net}</cbc:TaxableAmount>
                  <cbc:TaxAmount currencyID="{currency}">0.00</cbc:TaxAmount>
                  <cac:TaxCategory><cbc:ID>AE</cbc:ID><cbc:Percent>0</cbc:Percent><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:TaxCategory>
                </cac:TaxSubtotal>
              </cac:TaxTotal>
              <cac:LegalMonetaryTotal>
                <cbc:LineExtensionAmount currencyID="{currency}">{net}</cbc:LineExtensionAmount>
                <cbc:TaxExclusiveAmount currencyID="{currency}">{net}</cbc:TaxExclusiveAmount>
                <cbc:TaxInclusiveAmount currencyID="{currency}">{gross}</cbc:TaxInclusiveAmount>
                <cbc:PayableAmount currencyID="{currency}">{gross}</cbc:PayableAmount>
              </cac:LegalMonetaryTotal>
              <cac:InvoiceLine>
                <cbc:ID>1</cbc:ID>
                <cbc:InvoicedQuantity unitCode="HUR">1</cbc:InvoicedQuantity>
                <cbc:LineExtensionAmount currencyID="{currency}">{net}</cbc:LineExtensionAmount>
                <cac:Item><cbc:Name>Work</cbc:Name>
                  <cac:ClassifiedTaxCategory><cbc:ID>AE</cbc:ID><cbc:Percent>0</cbc:Percent><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:ClassifiedTaxCategory>
                </cac:Item>
                <cac:Price><cbc:PriceAmount currencyID="{currency}">{net}</cbc:PriceAmount></cac:Price>
              </cac:InvoiceLine>
            </Invoice>
            """;

    private static final String CII_PAGE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <q:CrossIndustryInvoice xmlns:q="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"
                xmlns:a="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100"
                xmlns:u="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100">
              <q:ExchangedDocumentContext>
                <a:GuidelineSpecifiedDocumentContextParameter><a:ID>urn:cen.eu:en16931:2017</a:ID></a:GuidelineSpecifiedDocumentContextParameter>
              </q:ExchangedDocumentContext>
              <q:ExchangedDocument>
                <a:ID>{number}</a:ID><a:TypeCode>380</a:TypeCode>
                <a:IssueDateTime><u:DateTimeString format="102">20261119</u:DateTimeString></a:IssueDateTime>
              </q:ExchangedDocument>
              <q:SupplyChainTradeTransaction>
                <a:IncludedSupplyChainTradeLineItem>
                  <a:AssociatedDocumentLineDocument><a:LineID>1</a:LineID></a:AssociatedDocumentLineDocument>
                  <a:SpecifiedTradeProduct><a:Name>Work</a:Name></a:SpecifiedTradeProduct>
                  <a:SpecifiedLineTradeAgreement><a:NetPriceProductTradePrice><a:ChargeAmount>{net}</a:ChargeAmount></a:NetPriceProductTradePrice></a:SpecifiedLineTradeAgreement>
                  <a:SpecifiedLineTradeDelivery><a:BilledQuantity unitCode="HUR">1</a:BilledQuantity></a:SpecifiedLineTradeDelivery>
                  <a:SpecifiedLineTradeSettlement>
                    <a:ApplicableTradeTax><a:TypeCode>VAT</a:TypeCode><a:CategoryCode>AE</a:CategoryCode><a:RateApplicablePercent>0</a:RateApplicablePercent></a:ApplicableTradeTax>
                    <a:SpecifiedTradeSettlementLineMonetarySummation><a:LineTotalAmount>{net}</a:LineTotalAmount></a:SpecifiedTradeSettlementLineMonetarySummation>
                  </a:SpecifiedLineTradeSettlement>
                </a:IncludedSupplyChainTradeLineItem>
                <a:ApplicableHeaderTradeAgreement>
                  <a:SellerTradeParty><a:ID>{contractor}</a:ID><a:Name>{name}</a:Name></a:SellerTradeParty>
                  <a:BuyerTradeParty><a:ID>NL-BV</a:ID><a:Name>Halyard Talent B.V.</a:Name></a:BuyerTradeParty>
                  <a:ContractReferencedDocument><a:IssuerAssignedID>CT-1011-NL</a:IssuerAssignedID></a:ContractReferencedDocument>
                </a:ApplicableHeaderTradeAgreement>
                <a:ApplicableHeaderTradeDelivery/>
                <a:ApplicableHeaderTradeSettlement>
                  <a:InvoiceCurrencyCode>{currency}</a:InvoiceCurrencyCode>
                  <a:ApplicableTradeTax>
                    <a:CalculatedAmount>0.00</a:CalculatedAmount><a:TypeCode>VAT</a:TypeCode><a:BasisAmount>{net}</a:BasisAmount>
                    <a:CategoryCode>AE</a:CategoryCode><a:RateApplicablePercent>0</a:RateApplicablePercent>
                  </a:ApplicableTradeTax>
                  <a:SpecifiedTradePaymentTerms><a:DueDateDateTime><u:DateTimeString format="102">20261125</u:DateTimeString></a:DueDateDateTime></a:SpecifiedTradePaymentTerms>
                  <a:SpecifiedTradeSettlementHeaderMonetarySummation>
                    <a:LineTotalAmount>{net}</a:LineTotalAmount><a:TaxBasisTotalAmount>{net}</a:TaxBasisTotalAmount>
                    <a:TaxTotalAmount currencyID="{currency}">0.00</a:TaxTotalAmount>
                    <a:GrandTotalAmount>{gross}</a:GrandTotalAmount><a:DuePayableAmount>{gross}</a:DuePayableAmount>
                  </a:SpecifiedTradeSettlementHeaderMonetarySummation>
                </a:ApplicableHeaderTradeSettlement>
              </q:SupplyChainTradeTransaction>
            </q:CrossIndustryInvoice>
            """;

    private static final String JSON_PAGE = """
            {"invoiceNumber": "{number}", "issueDate": "2026-11-19", "dueDate": "2026-11-25", "currency": "{currency}",
             "contract": "CT-1051-NL",
             "supplier": {"id": "{contractor}", "name": "{name}"}, "buyer": {"id": "NL-BV"},
             "net": "{net}", "vat": "0.00", "gross": "{gross}",
             "vatBreakdown": [{"category": "AE", "rate": "0", "base": "{net}", "tax": "0.00"}],
             "lines": [{"number": "1", "description": "Work", "quantity": "1", "unitPrice": "{net}", "net": "{net}", "vatCategory": "AE", "vatRate": "0"}]}
            """;

    private static final String FATTURA_PAGE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <f:FatturaElettronica versione="FPR12" xmlns:f="http://ivaservizi.agenziaentrate.gov.it/docs/xsd/fatture/v1.2">
              <FatturaElettronicaHeader>
                <DatiTrasmissione><FormatoTrasmissione>FPR12</FormatoTrasmissione></DatiTrasmissione>
                <CedentePrestatore>
                  <DatiAnagrafici><IdFiscaleIVA><IdPaese>{country}</IdPaese><IdCodice>{code}</IdCodice></IdFiscaleIVA>
                    <Anagrafica><Denominazione>{name}</Denominazione></Anagrafica></DatiAnagrafici>
                  <Sede><Nazione>IT</Nazione></Sede>
                </CedentePrestatore>
                <CessionarioCommittente>
                  <DatiAnagrafici><IdFiscaleIVA><IdPaese>NL</IdPaese><IdCodice>823104175B01</IdCodice></IdFiscaleIVA>
                    <Anagrafica><Denominazione>Halyard Talent B.V.</Denominazione></Anagrafica></DatiAnagrafici>
                  <Sede><Nazione>NL</Nazione></Sede>
                </CessionarioCommittente>
              </FatturaElettronicaHeader>
              <FatturaElettronicaBody>
                <DatiGenerali>
                  <DatiGeneraliDocumento>
                    <TipoDocumento>TD01</TipoDocumento><Divisa>{currency}</Divisa><Data>2026-11-02</Data><Numero>{number}</Numero>
                    <ImportoTotaleDocumento>{gross}</ImportoTotaleDocumento>
                  </DatiGeneraliDocumento>
                </DatiGenerali>
                <DatiBeniServizi>
                  <DettaglioLinee><NumeroLinea>1</NumeroLinea><Descrizione>Consulenza</Descrizione><Quantita>1.00</Quantita>
                    <PrezzoUnitario>{net}</PrezzoUnitario><PrezzoTotale>{net}</PrezzoTotale><AliquotaIVA>0.00</AliquotaIVA><Natura>N6.9</Natura></DettaglioLinee>
                  <DatiRiepilogo><AliquotaIVA>0.00</AliquotaIVA><Natura>N6.9</Natura><ImponibileImporto>{net}</ImponibileImporto><Imposta>{vat}</Imposta></DatiRiepilogo>
                </DatiBeniServizi>
                <DatiPagamento><CondizioniPagamento>TP02</CondizioniPagamento>
                  <DettaglioPagamento><ModalitaPagamento>MP05</ModalitaPagamento><DataScadenzaPagamento>2026-11-25</DataScadenzaPagamento>
                    <ImportoPagamento>{gross}</ImportoPagamento></DettaglioPagamento></DatiPagamento>
              </FatturaElettronicaBody>
            </f:FatturaElettronica>
            """;
}
