package io.quittance.reconciliation.simulation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the statement.
 *
 * @param amount in the account's currency, signed: what the account gains or loses, charges in it
 * @param order the payment, null when the batch is booked as one sum
 * @param count payments in it
 * @param rate what one unit of the payment's currency costs, null without conversion
 * @param charge in the account's currency, zero when there is none
 * @param returnReason null unless it is a return
 */
record Booking(
        OrderBatch batch,
        Money amount,
        @Nullable Order order,
        int count,
        @Nullable BigDecimal rate,
        Money charge,
        @Nullable String returnReason) {

    /** What a batch does to its account: debits first, then what came back. */
    static List<Booking> of(OrderBatch batch, Scenario scenario) {
        CurrencyUnit account = scenario.opening(batch.account()).getCurrencyUnit();
        List<Order> accepted = batch.orders().stream()
                .filter(order -> scenario.rejection(order) == null)
                .toList();
        boolean sameCurrency = accepted.stream()
                .allMatch(order -> order.amount().getCurrencyUnit().equals(account));
        boolean asOneSum = batch.batchBooking() && sameCurrency && !accepted.isEmpty();
        List<Booking> bookings = new ArrayList<>();
        if (asOneSum) {
            bookings.add(sum(batch, accepted, account, scenario));
        } else {
            accepted.forEach(order -> bookings.add(debit(batch, order, account, scenario)));
        }
        for (Order order : accepted) {
            String reason = scenario.returnReason(order);
            if (reason != null) {
                bookings.add(credit(batch, order, account, scenario, reason));
            }
        }
        return bookings;
    }

    /** Whether it brings money back. */
    boolean isReturn() {
        return returnReason != null;
    }

    private static Booking sum(OrderBatch batch, List<Order> orders, CurrencyUnit account, Scenario scenario) {
        Money total = Money.zero(account);
        Money charges = Money.zero(account);
        for (Order order : orders) {
            total = total.plus(order.amount());
            charges = charges.plus(scenario.charge(order, account));
        }
        return new Booking(batch, total.plus(charges).negated(), null, orders.size(), null, charges, null);
    }

    private static Booking debit(OrderBatch batch, Order order, CurrencyUnit account, Scenario scenario) {
        Money charge = scenario.charge(order, account);
        Money amount = scenario.converted(order.amount(), account).plus(charge).negated();
        return new Booking(batch, amount, order, 1, rate(order, account, scenario), charge, null);
    }

    private static Booking credit(
            OrderBatch batch, Order order, CurrencyUnit account, Scenario scenario, String reason) {
        Money amount = scenario.converted(order.amount(), account);
        return new Booking(batch, amount, order, 1, rate(order, account, scenario), Money.zero(account), reason);
    }

    private static @Nullable BigDecimal rate(Order order, CurrencyUnit account, Scenario scenario) {
        CurrencyUnit currency = order.amount().getCurrencyUnit();
        return currency.equals(account) ? null : scenario.rate(currency, account);
    }
}
