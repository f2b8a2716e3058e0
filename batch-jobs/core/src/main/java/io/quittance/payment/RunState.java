package io.quittance.payment;

/** The life of a payment run. Cancelling is possible until release. */
public enum RunState {
    PROPOSED,
    APPROVED,
    RELEASED,
    SETTLED,
    CANCELLED
}
