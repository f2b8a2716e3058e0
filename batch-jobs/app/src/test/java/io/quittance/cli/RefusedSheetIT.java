package io.quittance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.testkit.database.DatabaseTest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A workbook with a formula in place of an amount: refused, given back with a comment on the cell, corrected there, taken in. */
@DatabaseTest
class RefusedSheetIT {

    private static final String DAY = "2026-11-24";

    @Test
    void whatIsCorrectedInTheAnnotatedWorkbookIsAccepted(@TempDir Path folder) throws Exception {
        Path home = folder.resolve("workspace");
        Path inbox = Files.createDirectories(home.resolve("inbox/invoices"));
        Path rates = Files.createDirectories(home.resolve("inbox/rates"));
        Files.copy(
                Program.root().resolve("fixtures/demo/inbox/rates/eurofxref-hist.csv"),
                rates.resolve("eurofxref-hist.csv"));
        Files.copy(
                Program.root().resolve("fixtures/errors/Q116/inbox/invoices/formula.xlsx"),
                inbox.resolve("formula.xlsx"));
        try (var database = NightDatabase.onTestServer(home, folder)) {
            var program = new Program(home, Program.root().resolve("config"), database.options());
            program.ok("nightly", "--date", DAY, "--as", "anna");
            correct(annotated(home), inbox.resolve("corrected.xlsx"));
            program.ok("nightly", "--date", DAY, "--as", "anna");
            try (var records = new Records(database.open())) {
                assertThat(records.rows("select i.file_name, i.number, a.verdict from quittance.assessment a"
                                + " join quittance.invoice i on i.id = a.invoice"))
                        .containsExactly("corrected.xlsx INV-2101 ACCEPTED");
            }
        }
    }

    private static Path annotated(Path home) throws IOException {
        try (Stream<Path> tree = Files.walk(home.resolve("quarantine"))) {
            return tree.filter(path -> path.toString().endsWith(".annotated.xlsx"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void correct(Path annotated, Path corrected) throws IOException {
        try (InputStream in = Files.newInputStream(annotated);
                XSSFWorkbook book = new XSSFWorkbook(in);
                OutputStream out = Files.newOutputStream(corrected)) {
            Cell amount = book.getSheetAt(0).getRow(1).getCell(7);
            assertThat(amount.getCellComment().getString().getString()).contains("Q116", "formula");
            amount.setCellValue(1200);
            book.write(out);
        }
    }
}
