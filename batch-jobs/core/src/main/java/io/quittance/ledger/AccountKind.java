package io.quittance.ledger;

/** What kind of balance an account carries. */
public enum AccountKind {
    ASSET,
    LIABILITY,
    EQUITY,
    INCOME,
    EXPENSE
}
