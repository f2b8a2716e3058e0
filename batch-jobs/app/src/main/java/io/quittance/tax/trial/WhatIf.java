package io.quittance.tax.trial;

import io.quittance.assessment.Assessor;
import io.quittance.assessment.Trial;
import io.quittance.assessment.Trial.Supposed;
import io.quittance.finding.FindingCode;
import io.quittance.invoice.VatBreakdown;
import io.quittance.tax.TaxTables;
import io.quittance.tax.Treatment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

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
        List<VatBreakdown> claims = new ClaimsToTry(tables, given).inOrder();
        boolean chosen = claims.size() > 1;
        var answers = new ArrayList<Answer>(claims.size());
        for (VatBreakdown claim : claims) {
            Supposed supposed = SupposedInvoice.of(given, claim);
            var answer = new Answer(supposed, Trial.of(context, supposed), chosen);
            if (isUsual(answer)) {
                return answer;
            }
            answers.add(answer);
        }
        return first(
                answers,
                answer -> answer.trial().tax().treatment() != null,
                answer -> answer.trial().findings().has(FindingCode.TREATMENT_UNKNOWN));
    }

    private static boolean isUsual(Answer answer) {
        Treatment treatment = answer.trial().tax().treatment();
        return treatment != null
                && ClaimsToTry.usual(treatment)
                        == answer.supposed().invoice().vat().getFirst().category();
    }

    @SafeVarargs
    private static Answer first(List<Answer> answers, Predicate<Answer>... wanted) {
        for (Predicate<Answer> one : wanted) {
            var found = answers.stream().filter(one).findFirst();
            if (found.isPresent()) {
                return found.get();
            }
        }
        return answers.getFirst();
    }
}
