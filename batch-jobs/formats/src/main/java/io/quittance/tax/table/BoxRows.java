package io.quittance.tax.table;

import io.quittance.party.Validity;
import io.quittance.table.Cells;
import io.quittance.table.Row;
import io.quittance.tax.Confidence;
import io.quittance.tax.ReturnBoxes.Boxes;
import io.quittance.tax.Treatment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of {@code return-boxes.csv}. Codes are separated by blanks; a tilde stands for a blank within a code. */
final class BoxRows {

    static final List<String> COLUMNS = List.of(
            "id",
            "jurisdiction",
            "return",
            "treatment",
            "rate_percent",
            "valid_from",
            "valid_to",
            "recorded_at",
            "base_boxes",
            "output_tax_boxes",
            "input_tax_boxes",
            "condition",
            "source",
            "confidence");

    private BoxRows() {}

    static Boxes boxes(Row row) {
        String condition = row.optional("condition");
        return new Boxes(
                row.text("id"),
                row.text("jurisdiction"),
                row.text("return"),
                row.oneOf(Treatment.class, "treatment"),
                rate(row),
                codes(row, "base_boxes"),
                codes(row, "output_tax_boxes"),
                codes(row, "input_tax_boxes"),
                validity(row),
                row.date("recorded_at"),
                condition == null ? "" : condition,
                row.text("source"),
                row.oneOf(Confidence.class, "confidence"));
    }

    private static @Nullable BigDecimal rate(Row row) {
        String rate = row.optional("rate_percent");
        return rate == null ? null : Cells.decimal(rate, row.place().at("rate_percent"));
    }

    private static List<String> codes(Row row, String column) {
        return row.words(column).stream().map(code -> code.replace('~', ' ')).toList();
    }

    private static Validity validity(Row row) {
        LocalDate from = row.optionalDate("valid_from");
        return TaxTableFiles.validity(row, from == null ? TaxTableFiles.START_NOT_STATED : from);
    }
}
