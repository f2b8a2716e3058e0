package io.quittance.fx;

import java.time.LocalDate;
import java.util.Optional;

/** Where an entity is established on a day: policies may be made for a whole jurisdiction. */
@FunctionalInterface
public interface Jurisdictions {

    /** Nobody is established anywhere: policies of jurisdictions are never found. */
    Jurisdictions NONE = (entity, on) -> Optional.empty();

    /** The VAT territory, ISO country or {@code XI}; empty for an entity that is not known on that day. */
    Optional<String> of(String entity, LocalDate on);
}
