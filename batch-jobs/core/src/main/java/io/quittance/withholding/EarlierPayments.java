package io.quittance.withholding;

import java.time.LocalDate;
import java.util.List;

/** What was paid before, as far as thresholds add it up. Asked only where a rule has a threshold. */
@FunctionalInterface
public interface EarlierPayments {

    /** Nothing was. */
    EarlierPayments NONE = (payee, from, to) -> List.of();

    /**
     * What still stands: payments that were cancelled, refused or returned do not count.
     *
     * @param payee the contractor's id; whoever is the same person counts with it
     * @param from first day that the payments must count on at least; others may be among the answer
     * @param to last such day
     */
    List<Earlier> of(String payee, LocalDate from, LocalDate to);
}
