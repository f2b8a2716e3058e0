package io.quittance.party;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
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

    /** The id of the entity that a document names by id, VAT id or legal id. */
    Optional<String> resolveEntity(String stated);

    /** The id of the contractor that a document names by id or VAT id. */
    Optional<String> resolveContractor(String stated);

    Collection<Entity> entities();
}
