package io.quittance.invoice.xlsx;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quittance.invoice.file.DeliveredFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workbook written part by part, so that a test can write what no program would. */
final class RawBook {

    private static final String MAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static final String REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private static final String NS = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    RawBook() {
        part("[Content_Types].xml", """
                <?xml version="1.0" encoding="UTF-8"?>
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                <Default Extension="xml" ContentType="application/xml"/>
                <Override PartName="/xl/workbook.xml" ContentType="%ssheet.main+xml"/>
                <Override PartName="/xl/worksheets/sheet1.xml" ContentType="%sworksheet+xml"/>
                <Override PartName="/xl/worksheets/sheet2.xml" ContentType="%sworksheet+xml"/>
                <Override PartName="/xl/styles.xml" ContentType="%sstyles+xml"/>
                <Override PartName="/xl/sharedStrings.xml" ContentType="%ssharedStrings+xml"/>
                </Types>
                """.formatted(MAIN, MAIN, MAIN, MAIN, MAIN));
        part(
                "_rels/.rels",
                relations("<Relationship Id=\"r1\" Type=\"" + REL + "officeDocument\" Target=\"xl/workbook.xml\"/>"));
        part(
                "xl/_rels/workbook.xml.rels",
                relations("<Relationship Id=\"r1\" Type=\"" + REL + "worksheet\" Target=\"worksheets/sheet1.xml\"/>"
                        + "<Relationship Id=\"r2\" Type=\"" + REL + "worksheet\" Target=\"worksheets/sheet2.xml\"/>"
                        + "<Relationship Id=\"r3\" Type=\"" + REL + "styles\" Target=\"styles.xml\"/>"
                        + "<Relationship Id=\"r4\" Type=\"" + REL + "sharedStrings\" Target=\"sharedStrings.xml\"/>"));
        workbook("", "<sheet name=\"Bills\" sheetId=\"1\" r:id=\"r1\"/>");
        styles();
        sharedStrings("<si><t>shared</t></si>");
        part("xl/worksheets/sheet2.xml", "<worksheet " + NS + "><sheetData/></worksheet>");
    }

    private static String relations(String inside) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + inside
                + "</Relationships>";
    }

    RawBook workbook(String properties, String sheets) {
        return part(
                "xl/workbook.xml",
                "<workbook " + NS + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
                        + properties + "<sheets>" + sheets + "</sheets></workbook>");
    }

    /** Style 1 shows a day, style 2 a day in a format of its own, style 3 two decimals. */
    private void styles() {
        part(
                "xl/styles.xml",
                "<styleSheet " + NS
                        + "><numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\"/></numFmts>"
                        + "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/>"
                        + "<xf numFmtId=\"164\"/><xf numFmtId=\"2\"/></cellXfs></styleSheet>");
    }

    RawBook sharedStrings(String inside) {
        return part("xl/sharedStrings.xml", "<sst " + NS + ">" + inside + "</sst>");
    }

    /** The first sheet: what stands before its rows, its rows, what stands behind them. */
    RawBook sheet(String before, String rows, String behind) {
        return part("xl/worksheets/sheet1.xml", worksheet(before, rows, behind));
    }

    RawBook secondSheet(String rows) {
        return part("xl/worksheets/sheet2.xml", worksheet("", rows, ""));
    }

    static String worksheet(String before, String rows, String behind) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><worksheet " + NS + ">" + before + "<sheetData>" + rows
                + "</sheetData>" + behind + "</worksheet>";
    }

    RawBook part(String name, String content) {
        parts.put(name, content.getBytes(UTF_8));
        return this;
    }

    /** What stands in a part. */
    String text(String name) {
        return new String(parts.get(name), UTF_8);
    }

    /** With properties of the package as Excel writes them: title, author, days. */
    RawBook withProperties(String inside) {
        String type = "application/vnd.openxmlformats-package.core-properties+xml";
        part(
                "[Content_Types].xml",
                text("[Content_Types].xml")
                        .replace(
                                "</Types>",
                                "<Override PartName=\"/docProps/core.xml\" ContentType=\"" + type + "\"/></Types>"));
        return part(
                "docProps/core.xml",
                "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\">"
                        + inside + "</cp:coreProperties>");
    }

    /** A row of texts, from A on. */
    static String texts(long row, String... cells) {
        var xml = new StringBuilder("<row r=\"" + row + "\">");
        for (int i = 0; i < cells.length; i++) {
            if (!cells[i].isEmpty()) {
                xml.append("<c r=\"")
                        .append(CellName.of(row, i))
                        .append("\" t=\"inlineStr\"><is><t>")
                        .append(cells[i])
                        .append("</t></is></c>");
            }
        }
        return xml.append("</row>").toString();
    }

    byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    DeliveredFile file() {
        return DeliveredFile.of("bills.xlsx", bytes());
    }
}
