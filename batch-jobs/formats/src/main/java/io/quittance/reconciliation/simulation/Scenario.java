package io.quittance.reconciliation.simulation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What the bank does on one day. Payments are named by {@code InstrId} (our payment's id) or by {@code EndToEndId}; what is not
 * named goes well. Every method that returns a scenario leaves this one as it is.
 *
 * @param day the day of booking and value
 * @param sequence {@code ElctrncSeqNb} of the statements, at least 1
 * @param acceptance status code of what goes well: ACSP in process, ACSC settled
 * @param openings opening balance by number of each debit account: also tells the account's currency
 * @param rates the bank's rate by pair, {@code USD/EUR} for the euro that one dollar costs
 * @param rejected reason code by payment: answered RJCT, never booked
 * @param returned reason code by payment: booked back
 * @param charges what the bank takes on top, by payment, in the account's currency
 */
public record Scenario(
        LocalDate day,
        long sequence,
        String acceptance,
        Map<String, Money> openings,
        Map<String, BigDecimal> rates,
        Map<String, String> rejected,
        Map<String, String> returned,
        Map<String, Money> charges) {

    public Scenario {
        openings = Map.copyOf(openings);
        rates = Map.copyOf(rates);
        rejected = Map.copyOf(rejected);
        returned = Map.copyOf(returned);
        charges = Map.copyOf(charges);
        if (sequence < 1) {
            throw new IllegalArgumentException("Statement number " + sequence + ", the first is 1");
        }
    }

    /** A day on which everything goes well. */
    public static Scenario of(LocalDate day, long sequence) {
        return new Scenario(day, sequence, "ACSP", Map.of(), Map.of(), Map.of(), Map.of(), Map.of());
    }

    /** The same with another status for what goes well, e.g. ACSC. */
    public Scenario accepting(String status) {
        return new Scenario(day, sequence, status, openings, rates, rejected, returned, charges);
    }

    /**
     * The same with an account and its opening balance.
     *
     * @param account IBAN or other number
     */
    public Scenario opening(String account, Money balance) {
        return new Scenario(
                day, sequence, acceptance, with(openings, account, balance), rates, rejected, returned, charges);
    }

    /**
     * The same with a rate.
     *
     * @param pair {@code USD/EUR}: rate is the euro that one dollar costs, at most 10 decimals
     */
    public Scenario rate(String pair, BigDecimal rate) {
        return new Scenario(day, sequence, acceptance, openings, with(rates, pair, rate), rejected, returned, charges);
    }

    /**
     * The same with one payment rejected.
     *
     * @param reason ISO status reason, e.g. AC01
     */
    public Scenario rejecting(String payment, String reason) {
        return new Scenario(
                day, sequence, acceptance, openings, rates, with(rejected, payment, reason), returned, charges);
    }

    /**
     * The same with one payment returned.
     *
     * @param reason ISO return reason, e.g. AC01
     */
    public Scenario returning(String payment, String reason) {
        return new Scenario(
                day, sequence, acceptance, openings, rates, rejected, with(returned, payment, reason), charges);
    }

    /** The same with a charge on one payment. */
    public Scenario charging(String payment, Money charge) {
        return new Scenario(
                day, sequence, acceptance, openings, rates, rejected, returned, with(charges, payment, charge));
    }

    @Nullable
    String rejection(Order order) {
        return named(rejected, order);
    }

    @Nullable
    String returnReason(Order order) {
        return named(returned, order);
    }

    Money charge(Order order, CurrencyUnit account) {
        Money charge = named(charges, order);
        return charge == null ? Money.zero(account) : charge;
    }

    /** What the account is charged for an amount, rounded half up. */
    Money converted(Money amount, CurrencyUnit account) {
        return amount.getCurrencyUnit().equals(account)
                ? amount
                : amount.convertedTo(account, rate(amount.getCurrencyUnit(), account), RoundingMode.HALF_UP);
    }

    BigDecimal rate(CurrencyUnit from, CurrencyUnit account) {
        return require(rates, from + "/" + account, "rate");
    }

    Money opening(String account) {
        return require(openings, account, "opening balance");
    }

    private static <T> T require(Map<String, T> map, String key, String what) {
        T value = map.get(key);
        if (value == null) {
            throw new IllegalArgumentException("The scenario has no " + what + " for " + key);
        }
        return value;
    }

    private static <T> @Nullable T named(Map<String, T> map, Order order) {
        T byInstruction = map.get(order.instructionId());
        return byInstruction == null ? map.get(order.endToEndId()) : byInstruction;
    }

    private static <T> Map<String, T> with(Map<String, T> map, String key, T value) {
        Map<String, T> more = new TreeMap<>(map);
        more.put(key, value);
        return more;
    }
}
