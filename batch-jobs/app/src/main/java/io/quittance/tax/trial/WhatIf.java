package io.quittance.tax.trial;

import io.quittance.assessment.Assessor;
import io.quittance.assessment.History.Occupant;
import io.quittance.assessment.History.TaxDays;
import io.quittance.assessment.Trial;
import io.quittance.assessment.Trial.Supposed;
import io.quittance.assessment.Verdict;
import io.quittance.finding.FindingCode;
import io.quittance.invoice.Invoice;
import io.quittance.invoice.VatBreakdown;
import io.quittance.invoice.VatCategory;
import io.quittance.tax.Ruling;
import io.quittance.tax.TaxTables;
import io.quittance.tax.Treatment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Asks the rules about invoices that nobody sent. */
public final class WhatIf {

    private final Assessor.Context context;
    private final TaxTables tables;

    /**
     * Over frozen rules.
     *
     * @param context whose rules, rates and business date count; its register is not asked
     * @param tables the rows that the rules of the context are over
     */
    public WhatIf(Assessor.Context context, TaxTables tables) {
        this.context = context;
        this.tables = tables;
    }

    /**
     * The invoice of the supposition. Where its VAT is open, the way of writing it that the rules expect; where they expect none,
     * the answer says why.
     */
    public Answer ask(Supposition given) {
        Answer answer = chosen(given);
        Trial trial = answer.trial().after(Trial.aboutParties(context, answer.supposed()));
        return new Answer(answer.supposed(), trial, answer.chosen());
    }

    /** By what tax alone says: who is inactive is so whatever his invoice says. */
    private Answer chosen(Supposition given) {
        Occupant corrects = corrected(given);
        List<VatBreakdown> claims = new ClaimsToTry(tables, given).inOrder();
        boolean chosen = claims.size() > 1;
        var answers = new ArrayList<Answer>(claims.size());
        for (VatBreakdown claim : claims) {
            Supposed supposed = SupposedInvoice.of(given, claim, corrects);
            var answer = new Answer(supposed, Trial.of(context, supposed), chosen);
            if (isUsual(answer) && answer.trial().verdict() == Verdict.ACCEPTED) {
                return firstUsual(answers)
                        .filter(before -> !isOtherwiseTheSame(before, answer))
                        .orElse(answer);
            }
            answers.add(answer);
        }
        return firstUsual(answers)
                .or(() -> first(answers, answer -> answer.trial().tax().treatment() != null))
                .or(() -> first(answers, WhatIf::isUnknownAndFree))
                .or(() -> first(answers, WhatIf::isNotTheClaimsFault))
                .orElse(answers.getFirst());
    }

    /** The invoice that a credit note takes back, with the days that it would have been accepted with. */
    private @Nullable Occupant corrected(Supposition given) {
        Supposition question = given.corrected();
        if (question == null) {
            return null;
        }
        Answer answer = chosen(question);
        Invoice invoice = answer.supposed().invoice();
        Ruling ruling = answer.trial().tax().ruling();
        LocalDate supplied = invoice.taxPoint();
        TaxDays days = ruling == null
                ? new TaxDays(supplied, supplied)
                : new TaxDays(ruling.point().day(), ruling.point().exchangeDay());
        return Occupant.of(invoice, Verdict.ACCEPTED, days);
    }

    private static Optional<Answer> firstUsual(List<Answer> answers) {
        return first(answers, WhatIf::isUsual);
    }

    /** The same treatment and category at another rate: of a service that is taxed elsewhere only one rate is right. */
    private static boolean isOtherwiseTheSame(Answer one, Answer other) {
        return one.trial().tax().treatment() == other.trial().tax().treatment() && category(one) == category(other);
    }

    private static VatCategory category(Answer answer) {
        return answer.supposed().invoice().vat().getFirst().category();
    }

    /** No rule speaks whatever the invoice says: then one without VAT shows it best. */
    private static boolean isUnknownAndFree(Answer answer) {
        return answer.trial().findings().has(FindingCode.TREATMENT_UNKNOWN)
                && answer.supposed().invoice().totals().vat().isZero();
    }

    /** What is held whatever the invoice says tells more than that VAT or category are not right. */
    private static boolean isNotTheClaimsFault(Answer answer) {
        return !answer.trial().findings().has(FindingCode.VAT_WRONGLY_CHARGED)
                && !answer.trial().findings().has(FindingCode.VAT_CATEGORY_CONTRADICTS);
    }

    private static boolean isUsual(Answer answer) {
        Treatment treatment = answer.trial().tax().treatment();
        return treatment != null && ClaimsToTry.usual(treatment) == category(answer);
    }

    private static Optional<Answer> first(List<Answer> answers, Predicate<Answer> wanted) {
        return answers.stream().filter(wanted).findFirst();
    }
}
