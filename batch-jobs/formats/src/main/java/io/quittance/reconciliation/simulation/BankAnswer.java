package io.quittance.reconciliation.simulation;

/**
 * What the bank sends back.
 *
 * @param statusReport pain.002.001.10
 * @param statement camt.053.001.08, one statement for each debit account
 */
public record BankAnswer(byte[] statusReport, byte[] statement) {}
