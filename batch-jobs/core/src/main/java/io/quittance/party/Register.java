package io.quittance.party;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.joda.money.CurrencyUnit;

/** The frozen master data that one stage works with. Look-ups by id say nothing of activity; look-ups with a day do. */
public interface Register {

    /** The entity with this id on that day; when no version covers the day, the latest one known. */
    Optional<Entity> entity(String id, LocalDate on);

    /** The contractor with this id on that day; when no version covers the day, the latest one known. */
    Optional<Contractor> contractor(String id, LocalDate on);

    /** The contract with this id. */
    Optional<Contract> contract(String id);

    /** The contractor's accounts in a currency on that day, verified or not. */
    List<VerifiedAccount> accounts(String contractor, CurrencyUnit currency, LocalDate on);

    /**
     * The id of the entity that a document names by id, VAT id or legal id, however it is spelt. Empty when none has it,
     * and when two have: nothing is guessed.
     */
    Optional<String> resolveEntity(String stated);

    /** The id of the contractor that a document names by id or VAT id, however it is spelt. Empty when none or two have it. */
    Optional<String> resolveContractor(String stated);

    /**
     * The id of the contractor that goes by this name, but for blanks and case: for documents that know no identifier, and only
     * where the profile of their columns allows it. Empty when none or two have it.
     */
    Optional<String> resolveContractorByName(String name);

    /** The id that a contractor goes by: of one that was merged into another the other's, else the same. */
    String survivor(String contractor);

    /**
     * The ids under which one person's documents may stand: those merged with it, and those with the same VAT id in any version.
     * Its own is among them.
     */
    Set<String> samePerson(String contractor);

    /** Those of {@link #samePerson}, and whoever has an account in common with one of them, directly or through others. */
    Set<String> kin(String contractor);

    /** The ids that were merged, each with the one that it goes by now. */
    Map<String, String> mergers();

    /** The latest version of each entity, by id. */
    Collection<Entity> entities();

    /**
     * A register of these facts. An entity or contractor may be there several times, with different days of validity.
     *
     * @throws IllegalArgumentException when two versions of one id hold on the same day, or a contract is there twice
     */
    static Register of(
            Collection<Entity> entities,
            Collection<Contractor> contractors,
            Collection<Contract> contracts,
            Collection<VerifiedAccount> accounts) {
        return of(entities, contractors, contracts, accounts, Map.of());
    }

    /**
     * The same with contractors that turned out to be one.
     *
     * @param mergedInto the id that was given up to the id that stays, or that was given up for another in turn
     * @throws IllegalArgumentException also when ids were merged in a circle
     */
    static Register of(
            Collection<Entity> entities,
            Collection<Contractor> contractors,
            Collection<Contract> contracts,
            Collection<VerifiedAccount> accounts,
            Map<String, String> mergedInto) {
        return new InMemoryRegister(entities, contractors, contracts, accounts, new Mergers(mergedInto));
    }
}
