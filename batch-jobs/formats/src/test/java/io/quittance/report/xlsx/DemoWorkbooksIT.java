package io.quittance.report.xlsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * LibreOffice calculates the demo's own workbooks anew. The gate runs the demo first and says where its reports are:
 * {@code -Dquittance.demo.reports=DIR}.
 */
class DemoWorkbooksIT {

    @TempDir
    Path folder;

    @Test
    void recalculationChangesNothing() throws Exception {
        String reports = System.getProperty("quittance.demo.reports", "");
        assumeTrue(!reports.isEmpty(), "skipped: -Dquittance.demo.reports names no folder");
        assumeTrue(LibreOffice.isInstalled(), "skipped: no soffice on the PATH");
        List<Path> books;
        try (Stream<Path> files = Files.list(Path.of(reports))) {
            books = files.filter(file -> file.toString().endsWith(".xlsx"))
                    .sorted()
                    .toList();
        }
        assertThat(books).as("workbooks in " + reports).isNotEmpty();
        int cells = 0;
        for (Path book : books) {
            try (var ours = Recalculation.open(book);
                    var theirs = Recalculation.open(new LibreOffice(folder).recalculated(book))) {
                assertThat(Recalculation.allOk(theirs)).as(book + " ALL_OK").isTrue();
                cells += Recalculation.compare(ours, theirs);
            }
        }
        System.out.println(books.size() + " workbooks of the demo recalculated, " + cells + " cells, none differs");
    }
}
