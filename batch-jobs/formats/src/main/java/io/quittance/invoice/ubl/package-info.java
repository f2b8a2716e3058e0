/**
 * Invoices and credit notes in OASIS UBL 2.1, read by the paths that EN 16931 gives its business terms (CEN/TS 16931-3-2).
 */
@NullMarked
package io.quittance.invoice.ubl;

import org.jspecify.annotations.NullMarked;
