package io.quittance.payment;

import java.util.UUID;
import org.joda.money.Money;

/**
 * The part of a payment that settles one document: positive for an invoice, negative for a credit note set off.
 *
 * @param number the document's number, for the remittance advice
 * @param functional what the document was booked at in functional currency, signed alike
 */
public record Settlement(UUID invoice, String number, Money amount, Money functional) {}
