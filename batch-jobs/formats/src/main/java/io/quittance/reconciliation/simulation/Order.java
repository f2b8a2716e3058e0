package io.quittance.reconciliation.simulation;

import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** One {@code CdtTrfTxInf} as the bank reads it. */
record Order(
        String instructionId,
        String endToEndId,
        @Nullable String uetr,
        Money amount,
        String creditor,
        @Nullable String remittance) {}
