/**
 * Reads the tables of VAT returns in {@code config/tax}: forms and filing periods. What they mean is core's.
 */
@NullMarked
package io.quittance.vat.table;

import org.jspecify.annotations.NullMarked;
