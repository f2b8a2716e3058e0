package io.quittance.withholding.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quittance.party.TaxNumber;
import io.quittance.party.TaxNumber.Kind;
import io.quittance.table.TableError;
import io.quittance.withholding.ContractTerms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Columns that came later, and numbers that no fault repeats. */
class RegisterCellsTest {

    @TempDir
    Path config;

    @BeforeEach
    void folder() throws IOException {
        Files.createDirectories(config.resolve("register"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            contract,income_kind,performed_in,borne_by           | CT-1,,,          |
            contract,income_kind,performed_in,borne_by,materials | CT-1,,,,         |
            contract,income_kind,performed_in,borne_by,materials | CT-1,,,,NONE     | NONE
            contract,income_kind,performed_in,borne_by,materials | CT-1,,,,Matériel | Matériel
            """)
    void theColumnOfMaterialsMayBeMissing(String header, String row, String materials) throws IOException {
        Path file = Files.writeString(config.resolve("contracts.csv"), header + "\n" + row + "\n");
        ContractTerms terms = RegisterCells.contracts(file).get("CT-1");
        assertThat(terms.materials()).isEqualTo(materials);
        assertThat(terms.isLabourOnly()).isEqualTo("NONE".equals(materials));
    }

    /** It becomes a part of a pattern: nothing of one is taken. */
    @Test
    void theWordIsAWord() throws IOException {
        Path file = Files.writeString(
                config.resolve("contracts.csv"),
                "contract,income_kind,performed_in,borne_by,materials\nCT-1,,,,(a|b)*\n");
        assertThatThrownBy(() -> RegisterCells.contracts(file))
                .isInstanceOf(TableError.class)
                .hasMessageContaining("the word that lines of materials begin with");
    }

    @Test
    void withoutAFileNobodyHasANumber() throws IOException {
        assertThat(TaxNumberFile.read(config).named()).isEmpty();
    }

    @Test
    void numbersAreReadByKind() throws IOException {
        numbers("C1,TIN,NL,111222333,2020-01-01,\nC1,BIRTH,,1984-05-06,1984-05-06,\n");
        LocalDate day = LocalDate.parse("2026-11-26");
        assertThat(TaxNumberFile.read(config).of("C1", Kind.BIRTH, day, day))
                .extracting(TaxNumber::number)
                .containsExactly("1984-05-06");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            C1,BIRTH,,6.5.1984,1984-05-06,                                    | 6.5.1984  | YYYY-MM-DD
            C1,TIN,,111222333,2020-01-01,                                     | 111222333 | has the country that issued it
            C1,BIRTH,NL,1984-05-06,1984-05-06,                                | 1984-05-06 | a date of birth has none
            """)
    void aFaultDoesNotRepeatTheNumber(String row, String number, String said) throws IOException {
        numbers(row + "\n");
        assertThatThrownBy(() -> TaxNumberFile.read(config))
                .isInstanceOfSatisfying(
                        TableError.class,
                        fault -> assertThat(fault.reason()).contains(said).doesNotContain(number));
    }

    private void numbers(String rows) throws IOException {
        Files.writeString(
                config.resolve("register/tax-numbers.csv"), "party,kind,country,number,valid_from,valid_to\n" + rows);
    }
}
