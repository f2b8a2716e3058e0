/**
 * Tax that a payer keeps back from a payment: which rule speaks, on what base, from which threshold on, and what a certificate
 * changes. Income tax and retained VAT are two families. VAT itself is {@code io.quittance.tax}; ledger and bank are not here.
 */
@NullMarked
package io.quittance.withholding;

import org.jspecify.annotations.NullMarked;
