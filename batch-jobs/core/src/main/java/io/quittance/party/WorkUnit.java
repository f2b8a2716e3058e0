package io.quittance.party;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What time is billed in, by the codes of UN/ECE Recommendation 20 that invoices use (BT-130). */
public enum WorkUnit {
    /** Hours. */
    HUR,
    /** Days. */
    DAY,
    /** Weeks. */
    WEE,
    /** Months. */
    MON;

    /** The unit with this code, exactly as the recommendation writes it; empty for any other text. */
    public static Optional<WorkUnit> of(@Nullable String code) {
        return Arrays.stream(values()).filter(unit -> unit.name().equals(code)).findFirst();
    }
}
