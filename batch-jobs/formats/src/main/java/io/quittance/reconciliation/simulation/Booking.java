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

    /** What a batch takes from its account: one sum where that is wanted and nothing is converted, else payment by payment. */
    static List<Booking> debits(OrderBatch batch, Scenario scenario) {
        CurrencyUnit account = currency(batch, scenario);
        List<Order> accepted = accepted(batch, scenario);
        boolean sameCurrency = accepted.stream()
                .allMatch(order -> order.amount().getCurrencyUnit().equals(account));
        if (batch.batchBooking() && sameCurrency && !accepted.isEmpty()) {
            return List.of(sum(batch, accepted, account, scenario));
        }
        return accepted.stream()
                .map(order -> debit(batch, order, account, scenario))
                .toList();
    }

    /** What of a batch comes back. */
    static List<Booking> returns(OrderBatch batch, Scenario scenario) {
        List<Booking> returns = new ArrayList<>();
        for (Order order : accepted(batch, scenario)) {
            String reason = scenario.returnReason(order);
            if (reason != null) {
                returns.add(credit(batch, order, currency(batch, scenario), scenario, reason));
            }
        }
        return returns;
    }

    private static List<Order> accepted(OrderBatch batch, Scenario scenario) {
        return batch.orders().stream()
                .filter(order -> scenario.rejection(order) == null)
                .toList();
    }

    private static CurrencyUnit currency(OrderBatch batch, Scenario scenario) {
        return scenario.opening(batch.account()).getCurrencyUnit();
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
