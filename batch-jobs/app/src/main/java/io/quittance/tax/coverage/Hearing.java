package io.quittance.tax.coverage;

import io.quittance.assessment.Assessor;
import io.quittance.assessment.Suspicion;
import io.quittance.assessment.Verdict;
import io.quittance.finding.Finding;
import io.quittance.fx.table.FxTables;
import io.quittance.party.Contract.BuysAs;
import io.quittance.party.Contractor;
import io.quittance.party.Contractor.VatStanding;
import io.quittance.party.Entity;
import io.quittance.party.Register;
import io.quittance.tax.TaxDecision;
import io.quittance.tax.TaxPolicies;
import io.quittance.tax.TaxRules;
import io.quittance.tax.TaxStep;
import io.quittance.tax.TaxTables;
import io.quittance.tax.Territory;
import io.quittance.tax.trial.Answer;
import io.quittance.tax.trial.SupposedParties;
import io.quittance.tax.trial.SupposedParties.Party;
import io.quittance.tax.trial.Supposition;
import io.quittance.tax.trial.Supposition.Claim;
import io.quittance.tax.trial.WhatIf;
import io.quittance.vat.Filings;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Asks the rules all combinations of a payer, with the invoice written as they expect it. */
final class Hearing {

    private static final long NET = 1_000;
    private static final List<String> ABROAD = List.of("CH", "US", "JP");

    private final LocalDate on;
    private final List<Payer> all;
    private final SupposedParties parties;
    private final WhatIf asked;
    private final Map<Asked, Optional<Ruling>> heard = new HashMap<>();

    /** The rules that are asked, and the rows that they are over. */
    record Rules(TaxRules tax, TaxTables tables, TaxPolicies policies) {}

    private record Asked(Payer payer, Combination combination) {}

    /** @param all who may pay, and special territories: suppliers are taken from among them */
    Hearing(Rules rules, FxTables fx, LocalDate on, List<Payer> all) {
        TaxTables tables = rules.tables();
        this.on = on;
        this.all = all;
        this.parties = new SupposedParties(tables, fx.withdrawn(), on);
        Register nobody = Register.of(List.of(), List.of(), List.of(), List.of());
        this.asked = new WhatIf(
                new Assessor.Context(
                        on,
                        nobody,
                        fx.book(List.of()),
                        rules.tax(),
                        0,
                        Suspicion.DEFAULT,
                        rules.policies(),
                        Filings.NONE),
                tables);
    }

    /** What is said to a combination; empty where nobody can sit there. */
    Optional<Ruling> of(Payer payer, Combination combination) {
        return heard.computeIfAbsent(new Asked(payer, combination), key -> ask(payer, combination));
    }

    private Optional<Ruling> ask(Payer payer, Combination combination) {
        return supplier(payer, combination).map(country -> ruling(asked.ask(supposition(payer, country, combination))));
    }

    private Supposition supposition(Payer payer, String country, Combination combination) {
        Entity pays = parties.payer(
                new Party(payer.part(), null, parties.anyVatId(payer.part())),
                combination.recovery(),
                CurrencyUnit.EUR);
        String vatId = combination.standing() == VatStanding.NONE ? null : parties.anyVatId(country);
        Contractor supplies =
                parties.supplier(new Party(country, null, vatId), Contractor.Kind.COMPANY, combination.standing());
        Subject subject = combination.subject();
        String place = subject.atSupplier() ? country : payer.part();
        return new Supposition(
                pays,
                supplies,
                subject.service(),
                subject.service().followsTheCustomer() ? null : place,
                Money.of(pays.functionalCurrency(), NET),
                on,
                on,
                Claim.OPEN,
                null,
                BuysAs.BUILDER);
    }

    private Optional<String> supplier(Payer payer, Combination combination) {
        return switch (combination.where()) {
            case HOME -> combination.subject().atSupplier() ? Optional.empty() : Optional.of(payer.part());
            case UNION ->
                all.stream()
                        .filter(other -> other.group().equals(payer.group())
                                && !other.area().equals(payer.area()))
                        .map(Payer::code)
                        .findFirst();
            case ABROAD ->
                ABROAD.stream()
                        .filter(country -> !payer.names().contains(country))
                        .findFirst();
            case OWN_PART -> first(payer, other -> other.group().equals(Territory.SPECIAL + "-" + payer.area()));
            case SPECIAL ->
                first(
                        payer,
                        other -> other.group().startsWith(Territory.SPECIAL + "-")
                                && !other.group().endsWith("-" + payer.area()));
        };
    }

    /** The first by code; nobody asks for a payer who sits in such a part himself. */
    private Optional<String> first(Payer payer, Predicate<Payer> wanted) {
        return all.stream()
                .filter(other -> !payer.group().startsWith(Territory.SPECIAL) && wanted.test(other))
                .map(Payer::code)
                .findFirst();
    }

    private static Ruling ruling(Answer answer) {
        TaxDecision tax = answer.trial().tax();
        if (tax.treatment() != null && answer.trial().verdict() == Verdict.ACCEPTED) {
            return new Ruling(tax.treatment().name(), Ruling.Answer.DECIDED, rule(tax));
        }
        String codes = answer.trial().findings().stream()
                .map(Finding::printedId)
                .distinct()
                .collect(Collectors.joining(" "));
        String rule = rule(tax);
        return new Ruling(codes, Ruling.Answer.of(answer.trial().findings(), !rule.isEmpty()), rule);
    }

    private static String rule(TaxDecision tax) {
        return tax.steps().stream()
                .filter(step -> step.question().startsWith("6 "))
                .map(TaxStep::basis)
                .map(basis -> basis.split(",", 2)[0])
                .filter(id -> id.matches("[A-Z]{1,9}-[0-9A-Za-z.-]{1,60}"))
                .findFirst()
                .orElse("");
    }
}
