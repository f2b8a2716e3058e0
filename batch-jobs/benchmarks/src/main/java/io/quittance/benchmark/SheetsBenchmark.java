package io.quittance.benchmark;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.quittance.invoice.detection.InvoiceFiles;
import io.quittance.invoice.file.DeliveredFile;
import io.quittance.invoice.file.InvoiceFile;
import io.quittance.invoice.file.ReadDocument;
import io.quittance.invoice.file.ReadLimits;
import io.quittance.invoice.profile.Profiles;
import io.quittance.platform.configuration.IntakeProfiles;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.xml.sax.InputSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Rows of large sheets read per second, beside a library that only splits them into cells: FastCSV for a CSV in our columns,
 * POI's own event model for a workbook of a profile. Ours makes an invoice of every row, with its rules of reading. Run it with
 * a small heap: no reader may hold the file.
 */
@Command(
        name = "sheets",
        mixinStandardHelpOptions = true,
        description = "Measures the reading of a large CSV and a large workbook in a small heap.")
final class SheetsBenchmark implements Callable<Integer> {

    private static final double NANOS = 1e9;

    /** The bar of the project: at most twice the time of the library alone. */
    private static final double BAR = 2;

    private static final String HEADER =
            "document_type,invoice_number,invoice_date,supply_date,due_date,entity,contractor,contractor_name,"
                    + "contractor_vat_id,contract,purchase_reference,currency,line_number,description,quantity,unit_price,"
                    + "net_amount,vat_category,vat_rate,vat_amount,invoice_net,invoice_vat,invoice_gross,amount_due,"
                    + "payee_account,payee_bic,payment_reference,preceding_invoice\n";

    private static final String ROW =
            "invoice,A-%1$07d,2026-11-02,2026-10-31,2026-11-24,NL-BV,C1001,Jansen Softwarebouw B.V.,NL811402666B01,CT-1001-NL,,"
                    + "EUR,1,Work of October,1,100.00,100.00,S,21,21.00,100.00,21.00,121.00,121.00,NL88TEST0417001010,TESTNL2A,,%n";

    /** The columns of the profile {@code contractor-sheet}. */
    private static final String[] COLUMNS = {
        "name", "recipientId", "invoice number", "invoice date", "amount", "amountCurrency", "description"
    };

    @Option(names = "--csv-rows", description = "Of the CSV (default: ${DEFAULT-VALUE}).")
    int csvRows = 1_000_000;

    @Option(names = "--xlsx-rows", description = "Of the workbook (default: ${DEFAULT-VALUE}).")
    int xlsxRows = 300_000;

    @Option(names = "--rounds", description = "How often each is read (default: ${DEFAULT-VALUE}).")
    int rounds = 3;

    @Option(names = "--config", description = "Whose profiles count (default: ${DEFAULT-VALUE}).")
    Path config = Path.of("config");

    private interface Reading {
        long rows(Path file) throws Exception;
    }

    @Override
    public Integer call() throws Exception {
        Path csv = Files.createTempFile("quittance-benchmark", ".csv");
        Path xlsx = Files.createTempFile("quittance-benchmark", ".xlsx");
        try {
            writeCsv(csv);
            compare("CSV", csv, csvRows, SheetsBenchmark::fastCsv);
            writeXlsx(xlsx);
            compare("XLSX", xlsx, xlsxRows, SheetsBenchmark::poi);
        } finally {
            Files.delete(csv);
            Files.delete(xlsx);
        }
        return 0;
    }

    private void compare(String name, Path file, int rows, Reading library) throws Exception {
        double best = Double.MAX_VALUE;
        for (int round = 1; round <= rounds; round++) {
            double alone = seconds(file, rows, library);
            var heap = new PeakHeap();
            double split = seconds(file, rows, this::split);
            double ours = seconds(file, rows, this::ours);
            best = Math.min(best, ours / alone);
            System.out.printf(
                    "%s round %d: %,d rows, %,d KiB; library alone %.2f s (%,.0f rows/s), Quittance %.2f s (%,.0f rows/s),"
                            + " %.1f times; of it rows only %.2f s, %.1f times; %s%n",
                    name,
                    round,
                    rows,
                    Files.size(file) >> 10,
                    alone,
                    rows / alone,
                    ours,
                    rows / ours,
                    ours / alone,
                    split,
                    split / alone,
                    heap);
        }
        System.out.printf(
                "%s: %.1f times the library's time at best (bar %.0f: %s)%n",
                name, best, BAR, best <= BAR ? "met" : "missed");
    }

    private static double seconds(Path file, int rows, Reading reading) throws Exception {
        long start = System.nanoTime();
        long read = reading.rows(file);
        if (read != rows) {
            throw new IllegalStateException(read + " rows instead of " + rows);
        }
        return (System.nanoTime() - start) / NANOS;
    }

    /** Hashed and read, as intake does. */
    private long ours(Path path) throws IOException {
        Profiles profiles = IntakeProfiles.read(config.resolve("intake"));
        var readable = (InvoiceFile.Readable) InvoiceFiles.open(DeliveredFile.of(path), ReadLimits.DEFAULT, profiles);
        long understood = 0;
        try (var documents = readable.documents()) {
            while (documents.hasNext()) {
                understood += documents.next() instanceof ReadDocument.Understood ? 1 : 0;
            }
        }
        return understood;
    }

    /** Hashed, looked through, decoded strictly and put together to documents, none of which is understood. */
    private long split(Path path) throws IOException {
        Profiles profiles = IntakeProfiles.read(config.resolve("intake"));
        var readable = (InvoiceFile.Readable) InvoiceFiles.open(DeliveredFile.of(path), ReadLimits.DEFAULT, profiles);
        long passed = 0;
        try (var documents = readable.documents()) {
            for (; documents.hasNext(); documents.skip(1)) {
                passed++;
            }
        }
        return passed;
    }

    private static long fastCsv(Path path) throws IOException {
        long rows = -1;
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(path)) {
            for (CsvRecord row : csv) {
                rows += row.getFieldCount() > 0 ? 1 : 0;
            }
        }
        return rows;
    }

    /** POI's event model with its own handler, which formats every cell. */
    private static long poi(Path path) throws Exception {
        var counted = new CountedRows();
        try (OPCPackage file = OPCPackage.open(path.toFile(), PackageAccess.READ)) {
            var reader = new XSSFReader(file);
            var handler = new XSSFSheetXMLHandler(
                    reader.getStylesTable(),
                    null,
                    new ReadOnlySharedStringsTable(file),
                    counted,
                    new DataFormatter(),
                    false);
            var parser = XMLHelper.newXMLReader();
            parser.setContentHandler(handler);
            try (InputStream sheet = reader.getSheetsData().next()) {
                parser.parse(new InputSource(sheet));
            }
        }
        return counted.rows - 1;
    }

    private static final class CountedRows implements XSSFSheetXMLHandler.SheetContentsHandler {
        private long rows;

        @Override
        public void startRow(int number) {
            rows++;
        }

        @Override
        public void endRow(int number) {
            // Counted when it began.
        }

        @Override
        public void cell(String reference, String text, org.apache.poi.xssf.usermodel.XSSFComment comment) {
            // Looked at by nobody: this is the cost of finding it.
        }
    }

    private void writeCsv(Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(HEADER);
            for (int i = 1; i <= csvRows; i++) {
                out.write(ROW.formatted(i).replace(System.lineSeparator(), "\n"));
            }
        }
    }

    private void writeXlsx(Path file) throws IOException {
        try (SXSSFWorkbook book = new SXSSFWorkbook(null, 100, false, false);
                OutputStream out = Files.newOutputStream(file)) {
            var sheet = book.createSheet("bills");
            var header = sheet.createRow(0);
            for (int i = 0; i < COLUMNS.length; i++) {
                header.createCell(i).setCellValue(COLUMNS[i]);
            }
            for (int i = 1; i <= xlsxRows; i++) {
                var row = sheet.createRow(i);
                row.createCell(0).setCellValue("Blue Mesa Consulting LLC");
                row.createCell(1).setCellValue("C1201");
                row.createCell(2).setCellValue("BM-" + i);
                row.createCell(3).setCellValue("2026-11-10");
                row.createCell(4).setCellValue(1200.5);
                row.createCell(5).setCellValue("USD");
                row.createCell(6).setCellValue("Services of October");
            }
            book.write(out);
        }
    }
}
