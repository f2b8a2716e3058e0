package io.quittance.party;

import java.time.LocalDate;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/**
 * An account of a contractor as the register knows it.
 *
 * @param verifiedOn the day a second person verified it, null when nobody has
 */
public record VerifiedAccount(
        String contractor,
        CurrencyUnit currency,
        PayeeAccount account,
        String holder,
        @Nullable LocalDate verifiedOn,
        Validity validity) {}
