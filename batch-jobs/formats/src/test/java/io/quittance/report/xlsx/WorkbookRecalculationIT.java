package io.quittance.report.xlsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** LibreOffice calculates the whole workbook anew: nothing may change by a minor unit, and a wrong amount must show. */
class WorkbookRecalculationIT {

    @TempDir
    Path folder;

    @BeforeAll
    static void libreOfficeIsThere() {
        assumeTrue(
                LibreOffice.isInstalled(),
                "skipped: no soffice on the PATH (Debian: apt-get install libreoffice-calc-nogui)");
    }

    @Test
    void recalculationChangesNothing() throws Exception {
        Path written = Files.write(
                folder.resolve("books.xlsx"),
                Written.of(SampleBooks.withReturn(3)).bytes());
        try (var ours = Recalculation.open(written);
                var theirs = Recalculation.open(new LibreOffice(folder).recalculated(written))) {
            assertThat(Recalculation.allOk(theirs)).isTrue();
            assertThat(Recalculation.compare(ours, theirs)).isGreaterThan(3_000);
        }
    }

    @Test
    void aChangedAmountFailsItsTies() throws Exception {
        Path written = folder.resolve("changed.xlsx");
        try (var file = Written.of(SampleBooks.of(1)).open();
                var out = Files.newOutputStream(written)) {
            file.getSheet("Payments").getRow(1).getCell(6).setCellValue(4000.01);
            file.write(out);
        }
        try (var theirs = Recalculation.open(new LibreOffice(folder).recalculated(written))) {
            assertThat(Recalculation.allOk(theirs)).isFalse();
            assertThat(theirs.getSheet("Checks"))
                    .filteredOn(row -> row.getRowNum() > 2)
                    .filteredOn(row -> row.getCell(1).getStringCellValue().equals("FAIL"))
                    .extracting(row -> row.getCell(0).getStringCellValue())
                    .containsExactly("T03", "T04", "T10");
        }
    }
}
