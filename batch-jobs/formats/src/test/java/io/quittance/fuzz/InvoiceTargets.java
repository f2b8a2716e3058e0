package io.quittance.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.quittance.invoice.Invoice;
import io.quittance.invoice.cfdi.CfdiPage;
import io.quittance.invoice.cii.CiiPage;
import io.quittance.invoice.cii.CiiWriter;
import io.quittance.invoice.csv.InvoiceCsvWriter;
import io.quittance.invoice.fatturapa.FatturaPage;
import io.quittance.invoice.file.GeneratedInvoices;
import io.quittance.invoice.json.WrittenJson;
import io.quittance.invoice.ksef.KsefPage;
import io.quittance.invoice.pdf.PdfPage;
import io.quittance.invoice.ubl.UblBytes;
import io.quittance.testkit.fuzz.Bytes;
import io.quittance.testkit.fuzz.FuzzTarget;
import io.quittance.testkit.fuzz.Mutation;
import io.quittance.testkit.fuzz.Tokens;
import io.quittance.testkit.fuzz.Xml;
import io.quittance.testkit.fuzz.Zip;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Invoice files of every format, written by our own writers and test pages. */
final class InvoiceTargets {

    private static final Mutation TEXT = Mutation.oneOf(Tokens.ANY, Tokens.LINES);
    private static final Mutation SHEET = Mutation.oneOf(Tokens.ANY, Tokens.ANY, Tokens.LINES, Tokens.SEPARATORS);

    /** The XML inside is mutated before it is embedded, or the objects around it are afterwards. */
    private static final Mutation HYBRID = (good, other, random) -> random.nextBoolean()
            ? PdfPage.with("factur-x.xml", Xml.ANY.several(cii(1), cii(2), random))
            : Mutation.oneOf(Tokens.ANY, Bytes.ANY).of(good, other, random);

    private static final String INV_01 = """
            {
              "Version": "1.1",
              "TranDtls": {"TaxSch": "GST", "SupTyp": "B2B", "RegRev": "N"},
              "DocDtls": {"Typ": "INV", "No": "DOC/001", "Dt": "02/11/2026"},
              "SellerDtls": {"Gstin": "29AABCT1332L000", "LglNm": "Asha Rao", "Stcd": "29"},
              "BuyerDtls": {"Gstin": "29AWGPV7107B1Z1", "LglNm": "ACME", "Pos": "29"},
              "ItemList": [{"SlNo": "1", "PrdDesc": "Consulting", "IsServc": "Y", "HsnCd": "998314", "Qty": 10,
                "UnitPrice": 95, "TotAmt": 950, "AssAmt": 950, "GstRt": 18, "CgstAmt": 85.5, "SgstAmt": 85.5, "TotItemVal": 1121}],
              "ValDtls": {"AssVal": 950, "CgstVal": 85.50, "SgstVal": 85.50, "RndOffAmt": 0, "TotInvVal": 1121}
            }
            """;

    private static final String PROFILED = """
            Number;Date;Supplier;Text;Qty;Price;Net;VAT;Currency;Remark
            1;15.02.2026;C-007;Work at sea;2;1.234,50;2.469,00;493,80;EUR;x
            1;15.02.2026;C-007;More;1;1,00;1,00;0,20;EUR;
            2;16.02.2026;C-008;"a;b";1;-5,00;-5,00;-1,00;EUR;y
            """;

    private static final String PROVEN = """
            Number,Date,Supplier,Net,VAT,Gross
            1,2026-02-15,C-007,"1,234.50",246.90,"1,481.40"
            2,2026-02-28,C-008,100.00,20.00,120.00
            """;

    private InvoiceTargets() {}

    static List<FuzzTarget> all() {
        return List.of(
                xml("ubl", seeds(seed -> UblBytes.of(one(seed, false)))),
                xml("cii", List.of(cii(1), cii(2), new CiiPage().text().getBytes(UTF_8))),
                xml("fatturapa", List.of(fattura("windows-1252"), fattura("UTF-8"))),
                xml("ksef", List.of(new KsefPage().text().getBytes(UTF_8))),
                xml("cfdi", List.of(new CfdiPage().text().getBytes(UTF_8))),
                target("json", TEXT, seeds(InvoiceTargets::json)),
                target("inv01", TEXT, List.of(INV_01.getBytes(UTF_8))),
                target("csv", SHEET, seeds(InvoiceTargets::csv)),
                target(
                        "profiled",
                        "declared/",
                        SHEET,
                        List.of(
                                PROFILED.getBytes(UTF_8),
                                PROFILED.replace("sea", "\u00FCber").getBytes(ISO_8859_1),
                                ("\uFEFF" + PROFILED.replace(';', '\t')).getBytes(UTF_16LE),
                                PROFILED.replace("1.234,50", "\"1234,50\"").getBytes(UTF_8))),
                target("proven", "proving/", SHEET, List.of(PROVEN.getBytes(UTF_8))),
                target("xlsx", "declared/", Zip.ANY, List.of(workbook(1), workbook(40))),
                target(
                        "pdf",
                        HYBRID,
                        List.of(PdfPage.with("factur-x.xml", cii(1)), PdfPage.with("xrechnung.xml", ubl()))));
    }

    private static FuzzTarget xml(String name, List<byte[]> seeds) {
        return target(name, Xml.ANY, seeds);
    }

    private static FuzzTarget target(String name, Mutation mutation, List<byte[]> seeds) {
        return target(name, "", mutation, seeds);
    }

    private static FuzzTarget target(String name, String folder, Mutation mutation, List<byte[]> seeds) {
        return new FuzzTarget(name, seeds, mutation, new InvoiceFileCheck(folder));
    }

    private static List<byte[]> seeds(Function<Long, byte[]> of) {
        return LongStream.range(1, 9).boxed().map(of).toList();
    }

    private static Invoice one(long seed, boolean vatOnLines) {
        return GeneratedInvoices.of(seed, 1, vatOnLines).findFirst().orElseThrow();
    }

    private static byte[] ubl() {
        return UblBytes.of(one(3, false));
    }

    private static byte[] cii(long seed) {
        return CiiWriter.write(one(seed, false));
    }

    private static byte[] json(long seed) {
        return WrittenJson.of(GeneratedInvoices.of(seed, 3, false).toList()).getBytes(UTF_8);
    }

    private static byte[] fattura(String encoding) {
        return new FatturaPage().with("UTF-8", encoding).text().getBytes(ISO_8859_1);
    }

    private static byte[] csv(long seed) {
        var out = new ByteArrayOutputStream();
        try (var writer = InvoiceCsvWriter.exact(out)) {
            GeneratedInvoices.of(seed, 4, true).forEach(writer::write);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] workbook(int rows) {
        try (var book = new XSSFWorkbook();
                var out = new ByteArrayOutputStream()) {
            CellStyle day = book.createCellStyle();
            day.setDataFormat((short) 14);
            var sheet = book.createSheet("Bills");
            texts(sheet.createRow(0), "Number", "Date", "Supplier", "Text", "Qty", "Price", "Net", "VAT", "Currency");
            for (int i = 1; i <= rows; i++) {
                Row row = texts(sheet.createRow(i), "", "", "C-007", "Work " + i, "", "", "200,00", "40,00", "EUR");
                row.createCell(0).setCellValue(i);
                row.createCell(1).setCellValue(46_068 + i);
                row.getCell(1).setCellStyle(day);
                row.createCell(4).setCellValue(2);
                row.createCell(6).setCellValue(200.0 + 3e-14);
            }
            sheet.setColumnHidden(9, true);
            book.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row texts(Row row, String... texts) {
        for (int i = 0; i < texts.length; i++) {
            row.createCell(i).setCellValue(texts[i]);
        }
        return row;
    }
}
