package io.quittance.money;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.joda.money.Money;

/**
 * Splits an amount so that not a cent is lost or made: every part gets its exact share rounded towards zero, and the
 * minor units left over go one by one to the largest remainders, the earlier part first where remainders are equal.
 * A negative amount splits like the positive one, mirrored.
 */
public final class Allocation {

    private Allocation() {}

    /**
     * Parts in proportion to the weights, in their order.
     *
     * @throws IllegalArgumentException when a weight is negative, or all are zero
     */
    public static List<Money> split(Money whole, List<BigDecimal> weights) {
        List<BigInteger> shares = asIntegers(weights);
        BigInteger sum = shares.stream().reduce(BigInteger.ZERO, BigInteger::add);
        if (sum.signum() == 0 || shares.stream().anyMatch(share -> share.signum() < 0)) {
            throw new IllegalArgumentException("Weights must not be negative, and one must be positive: " + weights);
        }
        BigInteger minor = whole.getAmount().unscaledValue().abs();
        List<BigInteger[]> quotients = shares.stream()
                .map(share -> minor.multiply(share).divideAndRemainder(sum))
                .toList();
        return inMoney(whole, withLeftovers(minor, quotients));
    }

    /** So many parts that differ by at most one minor unit, the larger ones first. */
    public static List<Money> evenly(Money whole, int parts) {
        return split(whole, Collections.nCopies(parts, BigDecimal.ONE));
    }

    /** The weights times a common power of ten. */
    private static List<BigInteger> asIntegers(List<BigDecimal> weights) {
        int scale = weights.stream().mapToInt(BigDecimal::scale).max().orElse(0);
        return weights.stream()
                .map(weight -> weight.movePointRight(scale).toBigIntegerExact())
                .toList();
    }

    private static BigInteger[] withLeftovers(BigInteger minor, List<BigInteger[]> quotients) {
        BigInteger[] parts = quotients.stream().map(quotient -> quotient[0]).toArray(BigInteger[]::new);
        BigInteger given =
                IntStream.range(0, parts.length).mapToObj(i -> parts[i]).reduce(BigInteger.ZERO, BigInteger::add);
        // The leftover is smaller than the number of parts: each remainder is less than one minor unit.
        int leftover = minor.subtract(given).intValueExact();
        IntStream.range(0, parts.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> quotients.get(i)[1]).reversed())
                .limit(leftover)
                .forEach(i -> parts[i] = parts[i].add(BigInteger.ONE));
        return parts;
    }

    private static List<Money> inMoney(Money whole, BigInteger[] parts) {
        int scale = whole.getScale();
        boolean negative = whole.isNegative();
        return IntStream.range(0, parts.length)
                .mapToObj(i -> new BigDecimal(negative ? parts[i].negate() : parts[i], scale))
                .map(amount -> Money.of(whole.getCurrencyUnit(), amount))
                .toList();
    }
}
