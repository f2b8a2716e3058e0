package io.quittance.report;

import io.quittance.assessment.Verdict;
import io.quittance.engagement.Match.Outcome;
import io.quittance.invoice.DocumentKind;
import java.math.BigDecimal;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One line of a document beside its contract and its approved work, for the sheet Match. Figures are positive as in the document.
 *
 * @param invoice our id of the document
 * @param document outcome of the line that fits least
 * @param line BT-126
 * @param basis what kind of term of the contract the line is billed by, null where it is under none
 * @param unit what is counted, null of amounts
 * @param billed BT-129
 * @param approved of the work that the line bills
 * @param before of that, billed by earlier documents and lines
 * @param price BT-146
 * @param rate as agreed; null where there is none, or several
 * @param net BT-131
 * @param agreed what the covered work comes to by the contract, in the currency of the document
 * @param clause of the contract
 */
public record MatchRow(
        String invoice,
        String entity,
        String contractor,
        String number,
        DocumentKind kind,
        Verdict verdict,
        String contract,
        Outcome document,
        String line,
        Outcome outcome,
        @Nullable String basis,
        @Nullable String unit,
        BigDecimal billed,
        BigDecimal approved,
        BigDecimal before,
        BigDecimal price,
        @Nullable BigDecimal rate,
        Money net,
        BigDecimal agreed,
        String clause) {}
