/**
 * The VAT ledger as returns read it, and closed returns as they are kept. What a return is, is core's.
 */
@NullMarked
package io.quittance.vat.store;

import org.jspecify.annotations.NullMarked;
