package io.quittance.tax;

/**
 * One step of the determination and what decided it.
 *
 * @param question what was asked
 * @param answer what came out
 * @param basis the row or the law that decided it
 */
public record TaxStep(String question, String answer, String basis) {}
