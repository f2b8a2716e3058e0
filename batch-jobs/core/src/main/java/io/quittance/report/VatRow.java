package io.quittance.report;

import io.quittance.tax.VatEntry;

/**
 * One line of the VAT ledger, for the sheet VAT.
 *
 * @param boxes of the return that it goes into, separated by blanks; empty when none
 */
public record VatRow(VatEntry entry, String boxes) {}
