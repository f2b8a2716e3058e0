package io.quittance.world;

import io.quittance.party.Contractor.Kind;
import java.util.List;

/**
 * A contractor of a generated world, with the faults of its register entry.
 *
 * @param index from 0
 * @param payers for whom it works: at least one
 * @param hourMinor what an hour costs, in minor units of its currency
 * @param classified whether evidence says that it is no employee; without it everything is held
 * @param verified whether somebody checked its account; without that everything is held
 * @param capMinor what may be billed under each contract, 0 without a limit
 */
record Supplier(
        int index,
        Origin origin,
        Kind kind,
        String name,
        String street,
        String building,
        String postCode,
        String vatId,
        String account,
        List<Payer> payers,
        int hourMinor,
        boolean classified,
        boolean verified,
        long capMinor) {

    /** Behind those of the fixtures, whose numbers have four digits. */
    private static final int FIRST = 100_001;

    /** As the register calls it. */
    String id() {
        return "C" + (FIRST + index);
    }

    /** The contract with an entity. */
    String contract(Payer payer) {
        return "CT-" + (FIRST + index) + "-" + payer.country();
    }
}
