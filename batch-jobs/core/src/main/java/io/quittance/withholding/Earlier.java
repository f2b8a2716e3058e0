package io.quittance.withholding;

import java.time.LocalDate;
import java.util.UUID;
import org.joda.money.Money;

/**
 * What an earlier payment of the same payer to the same payee counted for, and still stands.
 *
 * @param head of the rule
 * @param countedOn the day of the rule's trigger: it says which period the payment counts for
 * @param base what it added to the sum of the period, in tax currency
 * @param taxed how much of the period's sum was taxed by it
 */
public record Earlier(UUID document, String head, LocalDate countedOn, Money base, Money taxed) {}
