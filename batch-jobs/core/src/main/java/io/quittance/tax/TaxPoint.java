package io.quittance.tax;

import java.time.LocalDate;
import java.util.List;

/**
 * When the tax of a document arises, and why.
 *
 * @param day whose rules and rates hold, and whose month is the period of tax that the payer owes himself
 * @param exchangeDay whose rate converts foreign amounts; the same but where the law says otherwise
 * @param row the row of {@code config/tax/tax-points.csv} that says so, or {@link #COPIED}
 * @param basis the article of law
 * @param dates the days that it was derived from
 * @param provisional whether a payment that is not known yet may still move it
 */
public record TaxPoint(
        LocalDate day, LocalDate exchangeDay, String row, String basis, TaxDates dates, boolean provisional) {

    /** The row of a credit note: it has the tax point of what it corrects. */
    public static final String COPIED = "as corrected";

    /** That of a credit note: rate and exchange are those of the document that it corrects. */
    public static TaxPoint copied(LocalDate day, LocalDate exchangeDay, TaxDates dates) {
        return new TaxPoint(
                day, exchangeDay, COPIED, "a credit note copies the days of what it corrects", dates, false);
    }

    /** Whether it is that of the document that is corrected. */
    public boolean isCopied() {
        return row.equals(COPIED);
    }

    /** Step 7 of the determination. */
    TaxStep step() {
        return new TaxStep(
                Step.TAX_POINT,
                null,
                () -> day + ": " + dates.written() + (provisional ? "; until it is paid" : ""),
                List.of(row),
                () -> basis);
    }
}
