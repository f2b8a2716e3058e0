package io.quittance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code vat boxes} reads two files and prints; it needs no workspace. */
class VatBoxesTest {

    @Test
    void oneRowForEachTreatmentOfTheRulesInForce(@TempDir Path folder) {
        var program = new Program(folder.resolve("none"));
        String today = program.ok("vat", "boxes", "--format", "csv", "--date", "2026-11-26");

        assertThat(today.lines())
                .startsWith("jurisdiction,treatment,base_boxes,output_tax_boxes,input_tax_boxes")
                .contains(
                        "DE,EU_SERVICE_RC,46,47,67",
                        "ES,EU_SERVICE_RC,10 36,11,37",
                        "CH,IMPORT_SERVICE_RC,383,383,400",
                        "NO,IMPORT_SERVICE_RC,86,86,86",
                        "AU,NO_ABN_WITHHOLDING,,W4,",
                        "JP,IMPORT_SERVICE_RC_PARTIAL,specified taxable purchases,specified taxable purchases,"
                                + "specified taxable purchases x 7.8/100",
                        "IN,IMPORT_SERVICE_RC,3.1(d),3.1(d),4(A)(2)");
        assertThat(program.ok("vat", "boxes", "--format", "csv", "--date", "2023-12-31")
                        .lines())
                .contains("CH,IMPORT_SERVICE_RC,382,382,400");
        assertThat(folder).isEmptyDirectory();
    }
}
