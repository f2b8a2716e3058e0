package io.quittance.tax.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quittance.table.TableError;
import io.quittance.tax.TaxPolicies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said when a table of policies is spoilt, and what a later row does. */
class TaxPolicyFilesTest {

    private static final Path SHIPPED = Path.of(System.getProperty("quittance.root"), "config/tax");
    private static final List<String> TABLES = List.of("tax-points.csv", "rounding-policies.csv", "recovery-rules.csv");

    @TempDir
    Path folder;

    @BeforeEach
    void copy() throws IOException {
        for (String table : TABLES) {
            Files.copy(SHIPPED.resolve(table), folder.resolve(table));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # table               | instead of                     | there stands                | the error says
            tax-points.csv        | TP-DE-20                       | TP-DE-10                    | tax-points.csv:4 id: Two rows have the id TP-DE-10: lines 3 and 4
            tax-points.csv        | END_OF_RETURN_PERIOD,NOTHING   | END_OF_RETURN_PERIOD,SUPPLY | tax-points.csv:3 meanwhile: a day stands for the payment
            tax-points.csv        | ,PAYMENT,SUPPLY                | ,PAYMENT,NOTHING            | meanwhile: a day stands for the payment
            tax-points.csv        | ,LONG,YEAR_END                 | ,LONG,YEARS_END             | event: "YEARS_END" is none of [SUPPLY
            tax-points.csv        | *,END_OF_RETURN                | SOME,END_OF_RETURN          | supply: "SOME" is none of [SINGLE, CONTINUOUS, LONG]
            rounding-policies.csv | RP-ALL-10,*,                   | RP-ALL-10,FR,               | No row of rounding policies is for the payer of every
            rounding-policies.csv | LINE,3,5                       | LINE,3,0                    | step: a step is at least 1
            rounding-policies.csv | ,5 8,                          | ,5 0,                       | parts: "0" is not above zero
            rounding-policies.csv | CATEGORY_TOTAL,,,DOWN          | CATEGORY_TOTAL,,,FLOOR      | mode: "FLOOR" is none of [HALF_UP
            recovery-rules.csv    | PRO_RATA,80                    | PRO_RATA,180                | percent: "180" is more than 100
            recovery-rules.csv    | ,HOME,FRANCHISE NONE           | ,HOUSE,FRANCHISE NONE       | supplier: "HOUSE" is none of [ANY, HOME]
            recovery-rules.csv    | ,2026-11-26,mof                | ,26.11.2026,mof             | recorded_at: "26.11.2026" is no date as YYYY-MM-DD
            """)
    void saysWhichCellIsWrong(String table, String instead, String there, String error) throws IOException {
        Path file = folder.resolve(table);
        String good = Files.readString(file);
        int at = good.indexOf(instead);
        assertThat(at).as("%s in %s", instead, table).isNotNegative();
        Files.writeString(file, good.substring(0, at) + there + good.substring(at + instead.length()));

        assertThatThrownBy(() -> TaxPolicyFiles.read(folder))
                .isInstanceOf(TableError.class)
                .hasMessageContaining(error);
    }

    @Test
    void aFolderThatWasFrozenBeforeThereWerePoliciesHasTheGeneralOnes() throws IOException {
        for (String table : TABLES) {
            Files.delete(folder.resolve(table));
        }
        assertThat(TaxPolicyFiles.read(folder)).isEqualTo(TaxPolicies.GENERAL);
    }

    @Test
    void oneThatLostATableIsWrong() throws IOException {
        Files.delete(folder.resolve("recovery-rules.csv"));
        assertThatThrownBy(() -> TaxPolicyFiles.read(folder))
                .isInstanceOf(TableError.class)
                .hasMessageContaining("recovery-rules.csv: there is no such file");
    }
}
