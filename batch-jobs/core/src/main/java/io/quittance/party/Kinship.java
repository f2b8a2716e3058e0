package io.quittance.party;

import io.quittance.party.PayeeAccount.IbanAccount;
import io.quittance.party.PayeeAccount.LocalAccount;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which contractors' documents have to be looked at together. Facts of all times count: a VAT id that was corrected and an
 * account that was given up still say who somebody was.
 */
final class Kinship {

    private final Map<String, SortedSet<String>> persons;
    private final Map<String, SortedSet<String>> kin;

    private Kinship(Ties persons, Ties kin) {
        this.persons = persons.groups();
        this.kin = kin.groups();
    }

    static Kinship of(Collection<Contractor> contractors, Collection<VerifiedAccount> accounts, Mergers mergers) {
        var persons = new Ties();
        var kin = new Ties();
        for (Ties ties : new Ties[] {persons, kin}) {
            mergers.all().forEach(ties::tie);
            contractors.forEach(contractor -> byVatId(ties, contractor));
        }
        accounts.forEach(account -> kin.tie(account.contractor(), "account " + number(account.account())));
        return new Kinship(persons, kin);
    }

    Set<String> samePerson(String contractor) {
        return persons.getOrDefault(contractor, new TreeSet<>(Set.of(contractor)));
    }

    Set<String> kin(String contractor) {
        return kin.getOrDefault(contractor, new TreeSet<>(Set.of(contractor)));
    }

    private static void byVatId(Ties ties, Contractor contractor) {
        ties.know(contractor.id());
        String vatId = contractor.vatId();
        if (vatId != null) {
            String country = contractor.vatCountry();
            ties.tie(contractor.id(), "vat " + country + " " + VatId.normalise(country, vatId));
        }
    }

    /** Local numbers are the same only at the same bank. */
    private static String number(PayeeAccount account) {
        return switch (account) {
            case IbanAccount iban -> iban.number();
            case LocalAccount local ->
                String.join(
                        " ",
                        local.country(),
                        VatId.compact(local.number()),
                        String.valueOf(local.clearingMember()),
                        String.valueOf(local.bic()));
        };
    }

    /** Groups of what is tied together: contractors, and the facts that tie them, which have a blank in their names. */
    private static final class Ties {

        private final Map<String, String> parents = new HashMap<>();
        private final Set<String> contractors = new TreeSet<>();

        void know(String contractor) {
            contractors.add(contractor);
        }

        void tie(String contractor, String fact) {
            parents.put(root(contractor), root(fact));
        }

        private String root(String name) {
            String root = name;
            for (String up = parents.get(root); up != null && !up.equals(root); up = parents.get(root)) {
                root = up;
            }
            parents.put(name, root);
            return root;
        }

        Map<String, SortedSet<String>> groups() {
            Map<String, SortedSet<String>> byRoot = new TreeMap<>();
            contractors.forEach(id ->
                    byRoot.computeIfAbsent(root(id), unseen -> new TreeSet<>()).add(id));
            Map<String, SortedSet<String>> groups = new HashMap<>();
            byRoot.values().stream()
                    .filter(group -> group.size() > 1)
                    .forEach(group -> group.forEach(id -> groups.put(id, group)));
            return groups;
        }
    }
}
