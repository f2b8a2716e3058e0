package io.quittance.withholding;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What one rule withholds from one document. Its tax may be zero: below a threshold, by a certificate, or where a form only
 * reports.
 *
 * @param rule id of its row
 * @param recordedAt which version of the row
 * @param countedOn the day of the rule's trigger: in its year or month the base counts towards the limit
 * @param ratePercent with surcharge, after certificate and treaty
 * @param base what the document adds to the sum of its period, in tax currency
 * @param taxed what the rate was taken from: more than {@code base} where a threshold catches up what was paid before
 * @param tax owed to the tax office, in tax currency
 * @param amount the same in the document's currency
 * @param fxRate units of the tax currency per unit of the document's; 1 where they are the same
 * @param payerBears whether it comes on top of the document instead of out of it
 * @param certificate id of the certificate that lowered the rate; null when none did
 * @param below why a rule with a limit keeps nothing back, in words: what the period comes to and which limit it does not pass; null
 *     where something is kept back or no limit decided
 * @param steps the evidence, in order
 */
public record Part(
        String rule,
        LocalDate recordedAt,
        TaxFamily family,
        String head,
        String name,
        IncomeKind income,
        LocalDate countedOn,
        BigDecimal ratePercent,
        Money base,
        Money taxed,
        Money tax,
        Money amount,
        BigDecimal fxRate,
        boolean payerBears,
        boolean finalTax,
        @Nullable String certificate,
        @Nullable String returnCode,
        @Nullable String below,
        List<String> steps) {

    public Part {
        steps = List.copyOf(steps);
    }

    /** What the payee is paid less because of it, in the document's currency. */
    public Money keptBack() {
        return payerBears ? Money.zero(amount.getCurrencyUnit()) : amount;
    }
}
