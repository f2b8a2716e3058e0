package io.quittance.tax;

import static org.assertj.core.api.Assertions.assertThat;

import io.quittance.invoice.VatCategory;
import io.quittance.party.Contract.ServiceKind;
import io.quittance.party.Contractor.VatStanding;
import io.quittance.party.Validity;
import io.quittance.tax.TreatmentRule.Charge;
import io.quittance.tax.TreatmentRule.IdsNeeded;
import io.quittance.tax.TreatmentRule.Match;
import io.quittance.tax.TreatmentRule.Outcome;
import io.quittance.tax.TreatmentRule.Question;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The index finds what somebody finds who reads the table from top to bottom. */
class RuleIndexTest {

    private static final List<String> AREAS = List.of("NL", "DE", "FR", "PT-20", "CHE");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void findsTheFirstRowThatMatches(long seed) {
        var random = new Random(seed);
        var rules = new ArrayList<TreatmentRule>();
        for (int i = 0; i < 150; i++) {
            rules.add(rule("TR-" + i, random));
        }
        TaxTables tables = TaxTables.of(List.of(), List.of(), rules);
        int found = 0;

        for (int i = 0; i < 2_000; i++) {
            Question question = Questions.any(random, AREAS);
            Optional<TreatmentRule> first =
                    rules.stream().filter(rule -> speaks(rule, question)).findFirst();
            assertThat(tables.rule(question)).as("%s", question).isEqualTo(first);
            found += first.isPresent() ? 1 : 0;
        }

        assertThat(found).as("questions that some rule answers").isBetween(200, 1_999);
    }

    private static boolean speaks(TreatmentRule rule, Question question) {
        Match match = rule.match();
        boolean payer = match.payers().contains(question.payerArea())
                || match.payers().contains(question.payerGroup())
                || match.payers().contains("*");
        return payer
                && match.relations().contains(question.relation())
                && match.places().contains(question.place())
                && match.services().contains(question.service())
                && match.standings().contains(question.standing())
                && match.categories().contains(question.category())
                && match.charges().contains(question.charge())
                && rule.validity().covers(question.on())
                && rule.trigger().isMet(question);
    }

    private static TreatmentRule rule(String id, Random random) {
        LocalDate from = DAY.plusDays(random.nextInt(1000) - 700);
        return new TreatmentRule(
                id,
                new Match(
                        some(random, List.of("NL", "DE", "EU", "CHE", "*")),
                        some(random, List.of(Relation.values())),
                        some(random, List.of(Place.values())),
                        some(random, List.of(ServiceKind.values())),
                        some(random, List.of(VatStanding.values())),
                        some(random, List.of(VatCategory.values())),
                        some(random, List.of(Charge.values()))),
                Questions.one(random, triggers(random)),
                new Outcome.Treat(Questions.one(random, List.of(Treatment.values())), null),
                IdsNeeded.NONE,
                TreatmentRule.OwnTax.STANDARD,
                "",
                "",
                "test",
                new Validity(from, random.nextBoolean() ? null : from.plusDays(random.nextInt(400))),
                DAY,
                "test",
                Confidence.HIGH);
    }

    private static List<Trigger> triggers(Random random) {
        return List.of(
                new Trigger.Always(),
                new Trigger.NotFullyRecoverable(1 + random.nextInt(100)),
                new Trigger.NoDeduction(),
                new Trigger.Registered(),
                new Trigger.ExemptAcrossBorder());
    }

    private static <T> Set<T> some(Random random, List<T> values) {
        var chosen = new HashSet<T>();
        values.stream().filter(value -> random.nextInt(5) < 2).forEach(chosen::add);
        if (chosen.isEmpty()) {
            chosen.add(Questions.one(random, values));
        }
        return Set.copyOf(chosen);
    }
}
