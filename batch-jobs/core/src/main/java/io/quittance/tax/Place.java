package io.quittance.tax;

/** Where a supply is taxed, seen from the payer (step 3 of the order). */
public enum Place {
    /** In the payer's territory: by the general rule, or because the land or the event is there. */
    PAYER,
    /** In the supplier's territory. */
    SUPPLIER,
    /** In a third territory. */
    ELSEWHERE,
    /** The service is taxed where the land or the event is, and the contract does not say where. */
    UNKNOWN
}
