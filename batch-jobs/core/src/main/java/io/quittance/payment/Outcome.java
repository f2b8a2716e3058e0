package io.quittance.payment;

/** What a run decides about a candidate. Every candidate has exactly one, with a reason. */
public enum Outcome {
    /** It is paid, wholly, by a payment of this run. */
    PAID,
    /** It is a credit note set off against invoices of the same payee, or an invoice eaten up by one. */
    NETTED,
    /** Its assessment holds it. */
    HELD,
    /** It is due after the run's horizon. */
    LATER,
    /** It cannot be paid in this run for the reason given. */
    EXCLUDED
}
