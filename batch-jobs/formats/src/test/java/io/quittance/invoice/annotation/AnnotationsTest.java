package io.quittance.invoice.annotation;

import static io.quittance.invoice.file.Reading.readable;
import static io.quittance.invoice.file.Reading.understood;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.invoice.Invoice;
import io.quittance.invoice.detection.InvoiceFiles;
import io.quittance.invoice.file.DeliveredFile;
import io.quittance.invoice.file.InvoiceFile;
import io.quittance.invoice.file.ReadDocument;
import io.quittance.invoice.file.ReadLimits;
import io.quittance.invoice.profile.ColumnProfile.TaxMode;
import io.quittance.invoice.profile.Profiles;
import io.quittance.invoice.profile.SheetDocuments;
import io.quittance.invoice.profile.TestProfiles;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class AnnotationsTest {

    private static final Profiles PROFILES = Profiles.of(List.of(TestProfiles.points(TaxMode.EXCLUSIVE)));

    private static final String CSV = """
            Number,Date,Supplier,Net,Tax
            1,2026-02-15,C1,100,full
            2,15.02.2026,C1,100,full
            3,2026-02-15,C1,"1,00",half
            3,2026-02-15,C1,7,none
            """;

    // Text

    @Test
    void refusedRowsOfATextAreGivenBackWithTheirReasons() throws IOException {
        String annotated = new String(annotated(DeliveredFile.of("x.csv", CSV.getBytes(UTF_8))), UTF_8);
        String date = "Date: '15.02.2026' is no day by the pattern yyyy-MM-dd";
        String amount = "Net: '1,00' is no number with the decimal sign '.'";
        String tax = "Tax: 'half' is not a tax of the profile's table: ";
        assertThat(annotated.lines().toList()).hasSize(4).satisfies(lines -> {
            assertThat(lines.get(0))
                    .isEqualTo(
                            "Number,Date,Supplier,Net,Tax,\"quittance: status\",\"quittance: codes\",\"quittance: what is wrong\",\"quittance: what to do\"");
            assertThat(lines.get(1))
                    .startsWith("2,15.02.2026,C1,100,full,\"correct this row\",\"Q111\",\"" + date + "\",");
            assertThat(lines.get(2))
                    .startsWith("3,2026-02-15,C1,\"1,00\",half,\"correct this row\",\"Q109 Q112\",\"" + amount + "; "
                            + tax);
            assertThat(lines.get(3)).isEqualTo("3,2026-02-15,C1,7,none,\"same document as above\",\"\",\"\",\"\"");
        });
    }

    @Test
    void correctedInPlaceAndDroppedAgainItIsTakenIn() throws IOException {
        String annotated = new String(annotated(DeliveredFile.of("x.csv", CSV.getBytes(UTF_8))), UTF_8);
        String corrected = annotated.replace("2,15.02.2026", "2,2026-02-15").replace("\"1,00\",half", "100,full");
        var file = DeliveredFile.of("x.annotated.csv", corrected.getBytes(UTF_8));
        assertThat(readable(open(file)).warnings())
                .as("status columns are nobody's")
                .isEmpty();
        assertThat(read(file))
                .extracting(document -> understood(document).totals().gross().toString())
                .containsExactly("EUR 120.00", "EUR 127.00");
    }

    @Test
    void refusedASecondTimeItHasTheColumnsOnce() throws IOException {
        byte[] once = annotated(DeliveredFile.of("x.csv", CSV.getBytes(UTF_8)));
        byte[] twice = annotated(DeliveredFile.of("x.csv", once));
        assertThat(new String(twice, UTF_8)).isEqualTo(new String(once, UTF_8));
    }

    @Test
    void encodingSeparatorAndMarkStayAsTheyCame() throws IOException {
        Charset windows = Charset.forName("windows-1252");
        byte[] came = "Number;Date;Supplier;Net;Tax\r\n1;2026-02-15;Müller;x;none\r\n".getBytes(windows);
        assertThat(new String(annotated(DeliveredFile.of("x.csv", came)), windows))
                .startsWith("Number;Date;Supplier;Net;Tax;\"quittance: status\"")
                .contains("\r\n1;2026-02-15;Müller;x;none;\"correct this row\";\"Q109\"");
        byte[] marked = ("\uFEFF" + CSV).getBytes(java.nio.charset.StandardCharsets.UTF_16LE);
        assertThat(new String(annotated(DeliveredFile.of("x.csv", marked)), java.nio.charset.StandardCharsets.UTF_16LE))
                .startsWith("\uFEFFNumber,Date");
    }

    /** People open it in a spreadsheet; dropped again, the texts are what they were. Figures stay figures (ASVS 1.2.10). */
    @Test
    void nothingThatSomebodySentRunsInASpreadsheetAndNothingIsLostByThat() throws IOException {
        String came = "Number,Date,Supplier,Text,Net,VAT\n+1,15.02.2026,=C1,\"=cmd|'/C calc'!A0\",-5.00,-1.00\n";
        String annotated = new String(annotated(DeliveredFile.of("x.csv", came.getBytes(UTF_8))), UTF_8);
        assertThat(annotated.lines().skip(1).findFirst().orElseThrow())
                .startsWith("+1,15.02.2026,'=C1,\"'=cmd|'/C calc'!A0\",-5.00,-1.00,");
        String corrected = annotated.replace("15.02.2026", "2026-02-15");
        Invoice invoice = understood(
                read(DeliveredFile.of("x.csv", corrected.getBytes(UTF_8))).getFirst());
        assertThat(invoice.contractor()).isEqualTo("=C1");
        assertThat(invoice.lines().getFirst().description()).isEqualTo("=cmd|'/C calc'!A0");
        assertThat(invoice.totals().gross()).hasToString("EUR 6.00");
    }

    @Test
    void nothingThatSomebodySentBecomesAFormulaInOurColumns() throws IOException {
        String text = "Number,Date,Supplier,Net,Tax\n1,2026-02-15,C1,1,=cmd|' /C calc'!A0\n";
        String annotated = new String(annotated(DeliveredFile.of("x.csv", text.getBytes(UTF_8))), UTF_8);
        assertThat(annotated).contains("\"Tax: '=cmd|' /C calc'!A0' is not a tax");
    }

    @Test
    void ourOwnColumnsAreAnnotatedToo() throws IOException {
        String header =
                "document_type,invoice_number,invoice_date,entity,contractor,contractor_name,currency,line_number,description,"
                        + "quantity,unit_price,net_amount,vat_category,vat_rate,vat_amount,invoice_net,invoice_vat,invoice_gross,amount_due\n";
        String row = "invoice,I-1,2026-02-31,NL-BV,C1,Jane,EUR,1,Work,1,10.00,10.00,S,20,2.00,10.00,2.00,12.00,12.00\n";
        byte[] annotated = annotated(DeliveredFile.of("x.csv", (header + row).getBytes(UTF_8)));
        assertThat(new String(annotated, UTF_8))
                .contains("\"correct this row\",\"Q111\",\"invoice_date: '2026-02-31' is not a day");
        var corrected = DeliveredFile.of(
                "x.csv",
                new String(annotated, UTF_8)
                        .replace("I-1,2026-02-31", "I-1,2026-02-28")
                        .getBytes(UTF_8));
        assertThat(readable(open(corrected)).warnings()).isEmpty();
        assertThat(understood(read(corrected).getFirst()).issueDate()).hasToString("2026-02-28");
    }

    // Workbooks

    /** Whoever corrects it looks at coloured cells and their comments, and at nothing else. */
    @Test
    void aNewcomerCorrectsAWorkbookByItsAnnotationsAlone() throws IOException {
        DeliveredFile broken = DeliveredFile.of("bills.xlsx", brokenBook());
        assertThat(read(broken)).allSatisfy(document -> assertThat(document).isInstanceOf(ReadDocument.Refused.class));
        byte[] annotated = annotated(broken);
        assertThat(annotated).as("the same bytes every time").isEqualTo(annotated(broken));

        var corrected = new ByteArrayOutputStream();
        int cells = 0;
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(annotated))) {
            for (Row row : book.getSheetAt(0)) {
                for (Cell cell : row) {
                    if (cell.getCellComment() != null) {
                        assertThat(cell.getCellStyle().getFillForegroundColor())
                                .as("coloured")
                                .isNotEqualTo((short) 64);
                        correct(cell, cell.getCellComment().getString().getString());
                        cells++;
                    }
                }
            }
            assertThat(book.getSheet("quittance findings").getLastRowNum()).isEqualTo(cells);
            book.write(corrected);
        }
        assertThat(cells).isEqualTo(5);

        var again = DeliveredFile.of("bills.annotated.xlsx", corrected.toByteArray());
        assertThat(readable(open(again)).warnings()).isEmpty();
        List<Invoice> invoices =
                read(again).stream().map(document -> understood(document)).toList();
        assertThat(invoices).extracting(Invoice::number).containsExactly("1", "2", "3");
        assertThat(invoices)
                .extracting(invoice -> invoice.totals().gross().toString())
                .containsExactly("EUR 120.00", "EUR 120.00", "EUR 120.00");
    }

    /** The first document of the file was right and is not in the copy: its row is another one's there. */
    @Test
    void cellsAreNamedAsTheyAreInTheCopy() throws IOException {
        String[][] rows = {
            {"Number", "Date", "Supplier", "Net", "Tax"},
            {"1", "2026-02-15", "C1", "100", "full"},
            {"2", "2026-02-15", "", "100,00", "full"}
        };
        try (var book =
                new XSSFWorkbook(new ByteArrayInputStream(annotated(DeliveredFile.of("bills.xlsx", book(rows)))))) {
            Row refused = book.getSheetAt(0).getRow(1);
            assertThat(refused.getCell(0).getStringCellValue()).isEqualTo("2");
            assertThat(refused.getCell(7).getStringCellValue())
                    .contains("C2 Supplier: the field C2 Supplier is empty", "D2 Net: '100,00'")
                    .doesNotContain("C3", "D3");
            assertThat(refused.getCell(2).getCellComment().getString().getString())
                    .contains("the field C2 Supplier is empty");
            assertThat(book.getSheet("quittance findings").getRow(0).getCell(1).getStringCellValue())
                    .isEqualTo("row of the original");
            assertThat(book.getSheet("quittance findings").getRow(1).getCell(1).getStringCellValue())
                    .isEqualTo("3");
        }
    }

    /** What a comment asks for, done by a program that knows no more than a comment. */
    private static void correct(Cell cell, String comment) {
        String expected = Arrays.stream(comment.split("\n"))
                .filter(line -> line.startsWith("Expected: "))
                .findFirst()
                .orElseThrow()
                .substring("Expected: ".length());
        String read = Arrays.stream(comment.split("\n"))
                .filter(line -> line.startsWith("Read: "))
                .map(line -> line.substring("Read: ".length()))
                .findFirst()
                .orElse("");
        if (expected.equals("yyyy-MM-dd")) {
            cell.setCellValue("2026-02-15");
        } else if (expected.startsWith("a number like 1234.50")) {
            cell.setCellValue(read.replace(",", "."));
        } else if (expected.equals("at most 2 decimals")) {
            cell.setCellValue(read.substring(0, read.indexOf('.') + 3));
        } else if (expected.startsWith("a tax of the profile's table: ")) {
            assertThat(expected).contains("full");
            cell.setCellValue("full");
        } else {
            assertThat(expected).isEqualTo("a value");
            cell.setCellValue("C1");
        }
    }

    private static byte[] brokenBook() throws IOException {
        String[][] rows = {
            {"Number", "Date", "Supplier", "Net", "Tax"},
            {"1", "15.02.2026", "C1", "100,00", "full"},
            {"2", "2026-02-15", "", "100.001", "full"},
            {"3", "2026-02-15", "C1", "100", "half"}
        };
        return book(rows);
    }

    private static byte[] book(String[][] rows) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var book = new XSSFWorkbook()) {
            var sheet = book.createSheet("Bills");
            for (int i = 0; i < rows.length; i++) {
                Row row = sheet.createRow(i);
                for (int j = 0; j < rows[i].length; j++) {
                    row.createCell(j).setCellValue(rows[i][j]);
                }
            }
            book.write(bytes);
        }
        return bytes.toByteArray();
    }

    private static byte[] annotated(DeliveredFile file) throws IOException {
        List<ReadDocument> documents = read(file);
        var out = new ByteArrayOutputStream();
        try (var reader = readable(open(file)).documents()) {
            var sheets = (SheetDocuments) reader;
            var refused = new ArrayList<Annotated>();
            for (ReadDocument document : documents) {
                if (document instanceof ReadDocument.Refused one) {
                    refused.add(new Annotated(sheets.rows(), one.findings().all()));
                } else {
                    sheets.skip(1);
                }
            }
            Annotations.write(sheets.sheet(), refused.iterator(), out);
        }
        return out.toByteArray();
    }

    private static InvoiceFile open(DeliveredFile file) {
        return InvoiceFiles.open(file, ReadLimits.DEFAULT, PROFILES);
    }

    private static List<ReadDocument> read(DeliveredFile file) throws IOException {
        try (var reader = readable(open(file)).documents()) {
            var documents = new ArrayList<ReadDocument>();
            reader.forEachRemaining(documents::add);
            return documents;
        }
    }
}
