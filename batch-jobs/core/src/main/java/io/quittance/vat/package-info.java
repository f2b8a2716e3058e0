/**
 * VAT returns: forms with their boxes and formulas, filing periods, what an entry of the VAT ledger means for them, and the
 * return of a period with the way from exact sums to what is declared. Where the entries come from is not known here.
 */
@NullMarked
package io.quittance.vat;

import org.jspecify.annotations.NullMarked;
