/**
 * Workbooks (ECMA-376) as sheets of invoices: streamed from the parts of the archive by hardened parsers, in bounded memory.
 * Formulas, macros and merged cells are refused, what is hidden is told. What the columns mean is for {@code profile}.
 */
@NullMarked
package io.quittance.invoice.xlsx;

import org.jspecify.annotations.NullMarked;
