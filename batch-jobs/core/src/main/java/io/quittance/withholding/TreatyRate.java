package io.quittance.withholding;

import io.quittance.party.Validity;
import io.quittance.tax.Confidence;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;

/**
 * What a treaty leaves to the country of source: operators' rows, since treaties are many and their protocols change.
 *
 * @param payerCountry country of source
 * @param residence of the payee
 * @param article of the treaty
 * @param recordedAt the day from which runs know the row
 */
public record TreatyRate(
        String id,
        String payerCountry,
        String residence,
        Set<IncomeKind> incomes,
        BigDecimal ratePercent,
        String article,
        Validity validity,
        LocalDate recordedAt,
        String source,
        Confidence confidence) {

    public TreatyRate {
        incomes = Set.copyOf(incomes);
    }

    boolean speaksOf(Fee fee, Payee payee, LocalDate paidOn) {
        return payerCountry.equals(fee.payerCountry())
                && residence.equals(payee.residence())
                && incomes.contains(fee.income())
                && validity.covers(paidOn)
                && !recordedAt.isAfter(fee.knownOn());
    }
}
