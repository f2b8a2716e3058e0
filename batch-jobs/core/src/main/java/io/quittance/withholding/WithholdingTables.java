package io.quittance.withholding;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.joda.money.Money;

/** The rows that decide what is withheld, frozen for one stage. Rows are never changed, only followed by others. */
public final class WithholdingTables {

    /** No rows: nothing is withheld, and every payment of a country asks for a look. */
    public static final WithholdingTables NONE =
            new WithholdingTables(List.of(), List.of(), List.of(), Map.of(), Map.of());

    private final Map<String, List<WithholdingRule>> rules;
    private final List<TreatyRate> treaties;
    private final Map<String, List<Certificate>> certificates;
    private final Map<String, PartyTerms> parties;
    private final Map<String, ContractTerms> contracts;

    private WithholdingTables(
            Collection<WithholdingRule> rules,
            Collection<TreatyRate> treaties,
            Collection<Certificate> certificates,
            Map<String, PartyTerms> parties,
            Map<String, ContractTerms> contracts) {
        this.rules = rules.stream().collect(groupingBy(rule -> rule.match().payerCountry()));
        this.treaties = List.copyOf(treaties);
        this.certificates = certificates.stream().collect(groupingBy(Certificate::payee));
        this.parties = Map.copyOf(parties);
        this.contracts = Map.copyOf(contracts);
    }

    /**
     * These rows, rules in the order in which they are asked.
     *
     * @param parties by id of entity or contractor
     * @param contracts by id
     * @throws IllegalArgumentException when two versions of a row were recorded on the same day, or two certificates have one id
     */
    public static WithholdingTables of(
            Collection<WithholdingRule> rules,
            Collection<TreatyRate> treaties,
            Collection<Certificate> certificates,
            Map<String, PartyTerms> parties,
            Map<String, ContractTerms> contracts) {
        requireOnce(rules.stream()
                .map(rule -> rule.id() + " recorded on " + rule.recordedAt())
                .toList());
        requireOnce(treaties.stream()
                .map(rate -> rate.id() + " recorded on " + rate.recordedAt())
                .toList());
        requireOnce(certificates.stream().map(Certificate::id).toList());
        return new WithholdingTables(rules, treaties, certificates, parties, contracts);
    }

    private static void requireOnce(List<String> ids) {
        var seen = new HashSet<String>();
        ids.forEach(id -> {
            if (!seen.add(id)) {
                throw new IllegalArgumentException(id + " is there twice");
            }
        });
    }

    /** Whether a run of that day knows any row at all of payers in a country. */
    boolean knows(String payerCountry, LocalDate knownOn) {
        return rules.getOrDefault(payerCountry, List.of()).stream()
                .anyMatch(rule -> !rule.recordedAt().isAfter(knownOn));
    }

    /** Every rule, for tests of the table and for catalogues. */
    public List<WithholdingRule> all() {
        return rules.values().stream().flatMap(List::stream).toList();
    }

    /** The forms that rules report on, in order. */
    public SortedSet<String> forms() {
        return all().stream()
                .map(WithholdingRule::returnCode)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * From which sum of a year on a payee is on a form; empty where the form has no such limit. Of each id its latest version says
     * so, whenever it was recorded: a form is drawn up with what is known now.
     */
    public Optional<Money> reportedFrom(String form, LocalDate on) {
        return rules.keySet().stream()
                .sorted()
                .flatMap(payer -> heads(payer, LocalDate.MAX).values().stream())
                .flatMap(List::stream)
                .filter(rule ->
                        form.equals(rule.returnCode()) && rule.validity().covers(on))
                .map(WithholdingRule::threshold)
                .filter(Objects::nonNull)
                .map(Threshold::amount)
                .findFirst();
    }

    /** What the register says of a party beside its other facts; nothing where it has no row. */
    public PartyTerms party(String id) {
        return parties.getOrDefault(id, PartyTerms.NONE);
    }

    /** What a contract says; nothing where it has no row. */
    public ContractTerms contract(String id) {
        return contracts.getOrDefault(id, ContractTerms.NONE);
    }

    /** The words that lines of materials begin with, by contract; those for labour only are left out. */
    public SortedMap<String, String> materials() {
        var words = new TreeMap<String, String>();
        contracts.forEach((contract, said) -> {
            if (said.materials() != null && !said.isLabourOnly()) {
                words.put(contract, said.materials());
            }
        });
        return words;
    }

    /** Every certificate of a payee. */
    public List<Certificate> certificates(String payee) {
        return certificates.getOrDefault(payee, List.of());
    }

    /** Ids of entities and contractors that certificates and terms of parties name, in order. */
    public SortedSet<String> namedParties() {
        var named = new TreeSet<>(certificates.keySet());
        named.addAll(parties.keySet());
        return named;
    }

    /** Ids of contracts that have terms, in order. */
    public SortedSet<String> namedContracts() {
        return new TreeSet<>(contracts.keySet());
    }

    /**
     * The rules of a payer as a run knows them, by head: of each id its latest version, in the place that its first one has in the
     * table. A correction is appended and keeps the place of what it corrects.
     */
    Map<String, List<WithholdingRule>> heads(String payerCountry, LocalDate knownOn) {
        var latest = new LinkedHashMap<String, WithholdingRule>();
        rules.getOrDefault(payerCountry, List.of()).stream()
                .filter(rule -> !rule.recordedAt().isAfter(knownOn))
                .forEach(rule -> latest.merge(
                        rule.id(), rule, (one, other) -> one.recordedAt().isAfter(other.recordedAt()) ? one : other));
        return latest.values().stream().collect(groupingBy(WithholdingRule::head, LinkedHashMap::new, toList()));
    }

    /** Of each id its latest version alone: a correction that no longer speaks of a fee leaves no older one to speak in its place. */
    Optional<TreatyRate> treaty(Fee fee, Payee payee) {
        var latest = new LinkedHashMap<String, TreatyRate>();
        treaties.stream()
                .filter(rate -> !rate.recordedAt().isAfter(fee.knownOn()))
                .forEach(rate -> latest.merge(
                        rate.id(), rate, (one, other) -> one.recordedAt().isAfter(other.recordedAt()) ? one : other));
        return latest.values().stream()
                .filter(rate -> rate.speaksOf(fee, payee, fee.paidOn()))
                .max(comparing(TreatyRate::recordedAt));
    }
}
