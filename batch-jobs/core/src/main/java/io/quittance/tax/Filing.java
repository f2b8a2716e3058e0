package io.quittance.tax;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an entry of the VAT ledger stands in returns. Fixed when the document is assessed; rows that are recorded later
 * change nothing of it.
 *
 * @param due the month that it belongs to, as its first day: that of its tax point, and of the invoice in hand where tax is charged
 * @param reason why it goes into a later period than that; null when it does not
 * @param boxRow the row of {@code config/tax/return-boxes.csv}; null when none speaks of the treatment: no box is sourced
 * @param base boxes that take its base
 * @param outputTax boxes that take its output tax
 * @param inputTax boxes that take its input tax
 */
public record Filing(
        LocalDate due,
        @Nullable String reason,
        @Nullable String boxRow,
        List<String> base,
        List<String> outputTax,
        List<String> inputTax) {

    public Filing {
        base = List.copyOf(base);
        outputTax = List.copyOf(outputTax);
        inputTax = List.copyOf(inputTax);
    }

    /** In the period of its own month and without a sourced box. */
    public static Filing unsourced(LocalDate due) {
        return new Filing(due, null, null, List.of(), List.of(), List.of());
    }
}
