package io.quittance.ledger;

/**
 * An account of the chart. A balance exists per entity, account and currency.
 *
 * @param code four digits
 * @param mustClear whether its balance must be explained by open items, item by item
 */
public record Account(String code, String name, AccountKind kind, boolean mustClear) {}
