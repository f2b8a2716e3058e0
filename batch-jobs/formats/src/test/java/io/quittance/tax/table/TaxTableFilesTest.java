package io.quittance.tax.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quittance.table.TableError;
import io.quittance.tax.ReturnBoxes;
import io.quittance.tax.ReturnBoxes.Boxes;
import io.quittance.tax.Treatment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said when a table of {@code config/tax} is spoilt, and the boxes as shipped. */
class TaxTableFilesTest {

    private static final Path SHIPPED = Path.of(System.getProperty("quittance.root"), "config/tax");

    @TempDir
    Path folder;

    @BeforeEach
    void copy() throws IOException {
        for (String table : List.of("rates.csv", "territories.csv", "treatment-rules.csv", "return-boxes.csv")) {
            Files.copy(SHIPPED.resolve(table), folder.resolve(table));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # table             | instead of                | there stands              | the error says
            rates.csv           | rate_percent              | rate                      | rates.csv:1 rate: unknown column
            rates.csv           | ,AD,,STANDARD,4.5          | ,AD,,STANDARD,4.5%         | rates.csv:2 rate_percent: "4.5%" is no plain decimal
            rates.csv           | ,AD,,STANDARD,4.5          | ,AD,,STANDARD,0            | rates.csv:2 rate_percent: "0" is not above zero
            rates.csv           | ,AD,,STANDARD              | ,AD,,NORMAL                | rates.csv:2 category: "NORMAL" is none of [STANDARD,
            rates.csv           | 2018-01-01,,2026-11-23,invopop | 2018-1-1,,2026-11-23,invopop | rates.csv:3 valid_from: "2018-1-1" is no date as YYYY-MM-DD
            rates.csv           | 2018-01-01,,2026-11-23,invopop | 2018-01-01,2017-12-31,2026-11-23,x | rates.csv:3 valid_to: the row ends on 2017-12-31 before it begins on 2018-01-01
            rates.csv           | 2020-07-01,2020-12-31     | 2020-06-30,2020-12-31     | id: Two rows of DE STANDARD hold on 2020-06-30: lines
            rates.csv           | AE-STANDARD-20180101      | AD-STANDARD-START         | /rates.csv:3 id: Two rows have the id AD-STANDARD-START: lines 2 and 3
            rates.csv           | vatnode (EC TEDB) 2026-08-22; sales-tax 2.23.0; start not stated,high | ,high | rates.csv:2 source: the cell is blank
            territories.csv     | VIES,high                 | VIES,sure                 | territories.csv:2 confidence: "sure" is none of [HIGH, MEDIUM, LOW]
            treatment-rules.csv | LAND ADMISSION            | LAND ADMISION             | treatment-rules.csv:9 service: "ADMISION" is none of [GENERAL, DIGITAL,
            treatment-rules.csv | ,CHARGED,ALWAYS,FOREIGN   | ,CHARGED,SOMETIMES,FOREIGN | treatment-rules.csv:9 trigger: "SOMETIMES" is none of ALWAYS, IF_NOT_FULLY_RECOVERABLE(per cent)
            treatment-rules.csv | RECOVERABLE(95)           | RECOVERABLE(101)          | trigger: 101 is no share from 1 to 100 per cent
            treatment-rules.csv | EU_SERVICE_RC Q713        | EU_SERVICE_RC Q702        | outcome: Q702 does not only warn
            treatment-rules.csv | PAYER,REDUCED,            | PAYER,SMALL,              | rate_class: "SMALL" is none of [STANDARD, INTERMEDIATE
            treatment-rules.csv | ,Q701,NONE,,,a contract   | ,Q701,NONE,REDUCED,,a contract | treatment-rules.csv:2 rate_class: only for a treatment that assesses our own tax
            treatment-rules.csv | ,NONE,,,,,"Directive      | ,NONE,,NON_DEDUCTIBLE,,,"Directive | treatment-rules.csv:9 base_share: only for a treatment that assesses our own tax
            treatment-rules.csv | PAYER,REDUCED,            | PAYER,REDUCED,HALF        | base_share: "HALF" is none of [WHOLE, NON_DEDUCTIBLE]
            rates.csv           | GST 5 QST 9.975           | GST 5 QST 9.5             | components: CA-QC-STANDARD-START is 14.975 %, but its taxes add up to 14.5 %
            rates.csv           | GST 5 QST 9.975           | GST 5 QST                 | components: each tax needs its percentage
            treatment-rules.csv | ,Q701,NONE,,,a contract   | ,Q719,NONE,,,a contract   | treatment-rules.csv:2 outcome: "Q719" is no finding code of tax
            treatment-rules.csv | ,DOMESTIC_ZERO,           | ,DOMESTIC_NOUGHT,         | "DOMESTIC_NOUGHT" is none of [DOMESTIC_TAXABLE
            treatment-rules.csv | ,a contract that says where the land or the event is, | ,, | treatment-rules.csv:2 expected: a row that refuses must say what was expected
            """)
    void saysWhichCellIsWrong(String table, String instead, String there, String error) throws IOException {
        Path file = folder.resolve(table);
        String good = Files.readString(file);
        int at = good.indexOf(instead);
        assertThat(at).as("%s in %s", instead, table).isNotNegative();
        Files.writeString(file, good.substring(0, at) + there + good.substring(at + instead.length()));

        assertThatThrownBy(() -> TaxTableFiles.read(folder))
                .isInstanceOf(TableError.class)
                .hasMessageContaining(error);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # jurisdiction, treatment, base,   output, input
            NL, DOMESTIC_TAXABLE,      ,       ,       5b
            NL, EU_SERVICE_RC,         4b,     4b,     5b
            NL, NON_EU_SERVICE_RC,     4a,     4a,     5b
            DE, EU_SERVICE_RC,         46,     47,     67
            DE, NON_EU_SERVICE_RC,     84,     85,     67
            FR, EU_SERVICE_RC,         A3,     08,     20
            FR, NON_EU_SERVICE_RC,     B4,     08,     20
            IE, EU_SERVICE_RC,         ES2,    T1,     T2
            IE, NON_EU_SERVICE_RC,     ,       T1,     T2
            GB, DOMESTIC_TAXABLE,      7,      ,       4
            GB, IMPORT_SERVICE_RC,     6 7,    1,      4
            SG, DOMESTIC_TAXABLE,      5,      ,       7
            SG, IMPORT_SERVICE_RC_PARTIAL, 1 5 14, 6,      7
            SG, OUT_OF_SCOPE,          ,       ,
            """)
    void boxes(String jurisdiction, Treatment treatment, String base, String output, String input) throws IOException {
        Boxes boxes = TaxTableFiles.boxes(SHIPPED).find(jurisdiction, treatment).orElseThrow();

        assertThat(String.join(" ", boxes.base())).isEqualTo(base == null ? "" : base);
        assertThat(String.join(" ", boxes.outputTax())).isEqualTo(output == null ? "" : output);
        assertThat(String.join(" ", boxes.inputTax())).isEqualTo(input == null ? "" : input);
    }

    /** Whoever owes the tax himself has a box for it, and every treatment of a jurisdiction is spoken of. */
    @Test
    void noReturnForgetsATreatment() throws IOException {
        ReturnBoxes boxes = TaxTableFiles.boxes(SHIPPED);

        assertThat(boxes.find("US", Treatment.DOMESTIC_TAXABLE)).isEmpty();
        for (String jurisdiction : List.of("DE", "FR", "IE", "NL", "GB", "SG")) {
            assertThat(given(jurisdiction))
                    .allSatisfy(treatment -> assertThat(boxes.find(jurisdiction, treatment))
                            .as("%s %s", jurisdiction, treatment)
                            .isPresent());
        }
        assertThat(boxes.all())
                .filteredOn(row -> row.treatment().isSelfAssessed())
                .allSatisfy(row -> assertThat(row.outputTax()).hasSize(1));
    }

    /** What the rules can say of a purchase there. */
    private static Set<Treatment> given(String jurisdiction) {
        Set<Treatment> everywhere = EnumSet.of(
                Treatment.DOMESTIC_TAXABLE,
                Treatment.DOMESTIC_ZERO,
                Treatment.DOMESTIC_EXEMPT,
                Treatment.FRANCHISE,
                Treatment.OUT_OF_SCOPE);
        everywhere.addAll(
                switch (jurisdiction) {
                    case "GB" -> Set.of(Treatment.IMPORT_SERVICE_RC);
                    case "SG" -> Set.of(Treatment.IMPORT_SERVICE_RC_PARTIAL);
                    default -> Set.of(Treatment.EU_SERVICE_RC, Treatment.NON_EU_SERVICE_RC);
                });
        return everywhere;
    }

    @Test
    void aTreatmentHasOneRowOfBoxes() throws IOException {
        Path file = folder.resolve("return-boxes.csv");
        Files.writeString(file, Files.readString(file).replace("DE,UStVA,DOMESTIC_ZERO", "DE,UStVA,DOMESTIC_TAXABLE"));

        assertThatThrownBy(() -> TaxTableFiles.boxes(folder))
                .isInstanceOf(TableError.class)
                .hasMessageContaining("id: Two rows of boxes for DOMESTIC_TAXABLE in DE: lines ");
    }
}
