package io.quittance.party;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** The register of lists of facts, all in memory: one entity group has thousands of contractors, not millions. */
final class InMemoryRegister implements Register {

    private static final Comparator<VerifiedAccount> LATEST_FIRST = Comparator.comparing(
                    (VerifiedAccount account) -> account.validity().from())
            .reversed()
            .thenComparing(account -> account.account().number());

    private final Versions<Entity> entities;
    private final Versions<Contractor> contractors;
    private final Map<String, Contract> contracts;
    private final Map<String, List<VerifiedAccount>> accounts;
    private final Mergers mergers;
    private final Kinship kinship;
    private final Map<String, Named> entityNames = new HashMap<>();
    private final Map<String, Named> contractorNames = new HashMap<>();
    private final Map<String, Named> contractorsByName = new HashMap<>();

    /** Whom a spelling names; {@code id} is null when it names more than one. */
    private record Named(@Nullable String id) {}

    InMemoryRegister(
            Collection<Entity> entities,
            Collection<Contractor> contractors,
            Collection<Contract> contracts,
            Collection<VerifiedAccount> accounts,
            Mergers mergers) {
        this.mergers = mergers;
        this.kinship = Kinship.of(contractors, accounts, mergers);
        this.entities = new Versions<>(entities, Entity::id, Entity::validity);
        this.contractors = new Versions<>(contractors, Contractor::id, Contractor::validity);
        this.contracts = contracts.stream()
                .collect(Collectors.toMap(Contract::id, Function.identity(), (one, other) -> {
                    throw new IllegalArgumentException("Contract " + one.id() + " is there twice");
                }));
        this.accounts =
                accounts.stream().sorted(LATEST_FIRST).collect(Collectors.groupingBy(VerifiedAccount::contractor));
        entities.forEach(this::nameEntity);
        contractors.forEach(this::nameContractor);
    }

    @Override
    public Optional<Entity> entity(String id, LocalDate on) {
        return entities.on(id, on);
    }

    @Override
    public Optional<Contractor> contractor(String id, LocalDate on) {
        return contractors.on(id, on);
    }

    @Override
    public Optional<Contract> contract(String id) {
        return Optional.ofNullable(contracts.get(id));
    }

    @Override
    public List<VerifiedAccount> accounts(String contractor, CurrencyUnit currency, LocalDate on) {
        return accounts.getOrDefault(contractor, List.of()).stream()
                .filter(account -> account.currency().equals(currency))
                .filter(account -> account.validity().covers(on))
                .toList();
    }

    @Override
    public Optional<String> resolveEntity(String stated) {
        return named(entityNames, stated);
    }

    @Override
    public Optional<String> resolveContractor(String stated) {
        return named(contractorNames, stated);
    }

    @Override
    public Optional<String> resolveContractorByName(String name) {
        return Optional.ofNullable(contractorsByName.get(folded(name))).map(Named::id);
    }

    @Override
    public String survivor(String contractor) {
        return mergers.survivor(contractor);
    }

    @Override
    public Set<String> samePerson(String contractor) {
        return kinship.samePerson(contractor);
    }

    @Override
    public Set<String> kin(String contractor) {
        return kinship.kin(contractor);
    }

    @Override
    public Map<String, String> mergers() {
        return mergers.all();
    }

    @Override
    public Collection<Entity> entities() {
        return entities.latest();
    }

    private void nameEntity(Entity entity) {
        name(entityNames, entity.id(), entity.id());
        nameByVatId(entityNames, entity.vatCountry(), entity.vatId(), entity.id());
        if (entity.legalId() != null) {
            name(entityNames, entity.legalId(), entity.id());
        }
    }

    private void nameContractor(Contractor contractor) {
        String id = mergers.survivor(contractor.id());
        name(contractorNames, contractor.id(), id);
        nameByVatId(contractorNames, contractor.vatCountry(), contractor.vatId(), id);
        contractorsByName.merge(
                folded(contractor.name()),
                new Named(id),
                (known, more) -> known.equals(more) ? known : new Named(null));
    }

    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .strip()
                .replaceAll("\\s+", " ");
    }

    /** Documents name a VAT id with the country or without it, and in its normal form. */
    private static void nameByVatId(Map<String, Named> names, String country, @Nullable String vatId, String id) {
        if (vatId != null) {
            String normalised = VatId.normalise(country, vatId);
            name(names, normalised, id);
            if (!normalised.startsWith(country) && !normalised.startsWith("EL")) {
                name(names, country + normalised, id);
            }
        }
    }

    private static void name(Map<String, Named> names, String spelling, String id) {
        names.merge(
                VatId.compact(spelling), new Named(id), (known, more) -> known.equals(more) ? known : new Named(null));
    }

    private static Optional<String> named(Map<String, Named> names, String stated) {
        return Optional.ofNullable(names.get(VatId.compact(stated))).map(Named::id);
    }
}
