package io.quittance.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quittance.party.Validity;
import io.quittance.tax.ReturnBoxes.Boxes;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which row speaks: of its rate, of the day, and what was recorded last. */
class ReturnBoxesTest {

    private static final ReturnBoxes BOXES = ReturnBoxes.of(List.of(
            row("A", "", "1900-01-01", "2023-12-31", "2026-01-01", "382"),
            row("B", "", "2024-01-01", "", "2026-01-01", "383"),
            row("C", "12", "1900-01-01", "", "2026-01-01", "88"),
            row("D", "", "2026-07-01", "", "2026-06-01", "384")));

    @ParameterizedTest
    @CsvSource(textBlock = """
            # rate,  tax point,  box, row
            8.1,     2024-01-01, 383, B
            8.1,     2023-12-31, 382, A
            12,      2024-05-05, 88,  C
            12.0000, 2024-05-05, 88,  C
            8.1,     2026-06-30, 383, B
            8.1,     2026-07-01, 384, D
            """)
    void theRowOfTheRateAndTheDay(BigDecimal rate, LocalDate taxPoint, String box, String id) {
        assertThat(BOXES.find("CH", Treatment.IMPORT_SERVICE_RC, rate, taxPoint))
                .hasValueSatisfying(row -> {
                    assertThat(row.id()).isEqualTo(id);
                    assertThat(row.outputTax()).containsExactly(box);
                });
    }

    @Test
    void whatNoRowSpeaksOfHasNoBox() {
        assertThat(BOXES.find("CH", Treatment.DOMESTIC_RC, BigDecimal.TEN, LocalDate.of(2026, 1, 1)))
                .isEmpty();
        assertThat(BOXES.find("LI", Treatment.IMPORT_SERVICE_RC)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2023-01-01, A", "2026-06-30, B", "2026-07-01, D"})
    void oneRowForEachTreatmentOnADay(LocalDate on, String id) {
        assertThat(BOXES.inForce(on)).extracting(Boxes::id).containsExactly(id);
    }

    @Test
    void rowsThatContradictEachOtherAreRefused() {
        Boxes row = row("A", "", "2024-01-01", "", "2026-01-01", "383");
        assertThatThrownBy(() -> ReturnBoxes.of(List.of(row, row))).hasMessage("Two rows of boxes have the id A");
        assertThatThrownBy(() -> ReturnBoxes.of(List.of(row, row("B", "", "2025-01-01", "", "2026-01-01", "384"))))
                .hasMessage("Two rows of boxes for IMPORT_SERVICE_RC in CH");
    }

    private static Boxes row(String id, String rate, String from, String to, String recorded, String box) {
        return new Boxes(
                id,
                "CH",
                "MWST",
                Treatment.IMPORT_SERVICE_RC,
                rate.isEmpty() ? null : new BigDecimal(rate),
                List.of(box),
                List.of(box),
                List.of("400"),
                new Validity(LocalDate.parse(from), to.isEmpty() ? null : LocalDate.parse(to)),
                LocalDate.parse(recorded),
                "",
                "test",
                Confidence.HIGH);
    }
}
