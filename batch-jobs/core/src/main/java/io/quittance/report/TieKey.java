package io.quittance.report;

import java.util.Comparator;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** One line of the sheet Checks. */
record TieKey(TieRule rule, String entity, @Nullable CurrencyUnit currency) {

    static final Comparator<TieKey> IN_ORDER =
            Comparator.comparing(TieKey::rule).thenComparing(TieKey::entity).thenComparing(TieKey::currencyCode);

    static TieKey of(DatabaseFigure figure) {
        return new TieKey(figure.rule(), Cell.entityName(figure.entity()), figure.currency());
    }

    /** From the words of a tally: entity, and currency where the rule is about money. */
    static TieKey of(TieRule rule, List<String> words) {
        return new TieKey(rule, words.get(0), rule.isMoney() ? CurrencyUnit.of(words.get(1)) : null);
    }

    /** Empty where documents are counted. */
    String currencyCode() {
        return currency == null ? "" : currency.getCode();
    }
}
