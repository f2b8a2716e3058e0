package io.quittance.vat;

import java.math.BigDecimal;

/**
 * What payments of a period kept back from payees.
 *
 * @param name of the tax in {@code config/tax/withholding-rules.csv}
 * @param tax owed to the tax office, in its currency
 * @param documents how many
 */
public record WithheldSum(String name, BigDecimal tax, long documents) {}
