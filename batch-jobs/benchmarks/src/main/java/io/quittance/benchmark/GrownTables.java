package io.quittance.benchmark;

import io.quittance.party.Validity;
import io.quittance.tax.TaxTables;
import io.quittance.tax.TreatmentRule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The shipped tables with more rules: half for countries to come, half earlier versions of the rules of today. */
final class GrownTables {

    private static final int COUNTRIES = 400;

    private GrownTables() {}

    static TaxTables of(TaxTables shipped, int rules) {
        List<TreatmentRule> today = shipped.rules();
        var all = new ArrayList<TreatmentRule>(rules);
        for (int i = 0; all.size() < rules - today.size(); i++) {
            TreatmentRule like = today.get(i % today.size());
            all.add(i % 2 == 0 ? another(like, i) : earlier(like, i));
        }
        all.addAll(today);
        return TaxTables.of(shipped.territories(), shipped.rates(), all);
    }

    private static TreatmentRule another(TreatmentRule like, int number) {
        TreatmentRule.Match match = like.match();
        return copy(
                like,
                "TN-" + number,
                new TreatmentRule.Match(
                        Set.of("N" + number % COUNTRIES),
                        match.relations(),
                        match.places(),
                        match.services(),
                        match.standings(),
                        match.categories(),
                        match.charges()),
                like.validity());
    }

    private static TreatmentRule earlier(TreatmentRule like, int number) {
        LocalDate from = LocalDate.of(1800, 1, 1).plusDays(number % 50_000);
        return copy(like, "TO-" + number, like.match(), new Validity(from, from.plusDays(30)));
    }

    private static TreatmentRule copy(TreatmentRule like, String id, TreatmentRule.Match match, Validity validity) {
        return new TreatmentRule(
                id,
                match,
                like.trigger(),
                like.outcome(),
                like.ids(),
                like.own(),
                like.expected(),
                like.legend(),
                like.basis(),
                validity,
                like.recordedAt(),
                like.source(),
                like.confidence());
    }
}
