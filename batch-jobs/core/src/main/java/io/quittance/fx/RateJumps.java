package io.quittance.fx;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Findings;
import io.quittance.finding.Place;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import org.joda.money.CurrencyUnit;

/**
 * Looks for rates that moved by more than a fifth from one publication to the next. Real jumps exist (EGP and NGN in
 * 2024), so this asks a person and refuses nothing.
 */
public final class RateJumps {

    private static final BigDecimal FIVE = BigDecimal.valueOf(5);

    private record Pair(String source, CurrencyUnit base, CurrencyUnit quote) {}

    private RateJumps() {}

    /** One {@link FindingCode#RATE_JUMP} for each jump among these rates. */
    public static Findings in(List<Rate> rates, Place place) {
        var ordered = new ArrayList<>(rates);
        ordered.sort(Comparator.comparing(Rate::from));
        var newest = new HashMap<Pair, Rate>();
        var jumps = new ArrayList<Finding>();
        for (Rate rate : ordered) {
            Rate before = newest.put(new Pair(rate.source(), rate.base(), rate.quote()), rate);
            if (before != null && isJump(before, rate)) {
                jumps.add(jump(before, rate, place));
            }
        }
        return new Findings(jumps);
    }

    /** |new - old| > old / 5, without a division. */
    private static boolean isJump(Rate before, Rate after) {
        return after.value().subtract(before.value()).abs().multiply(FIVE).compareTo(before.value()) > 0;
    }

    private static Finding jump(Rate before, Rate after, Place place) {
        String read = after.value().toPlainString();
        String expected = "within 20 % of " + before.value().toPlainString();
        return Finding.of(
                FindingCode.RATE_JUMP,
                place.at(after.quote().getCode()),
                read,
                expected,
                "%s went from %s on %s to %s on %s"
                        .formatted(after.pair(), before.value().toPlainString(), before.from(), read, after.from()));
    }
}
