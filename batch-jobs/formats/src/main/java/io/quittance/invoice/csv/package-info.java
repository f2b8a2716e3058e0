/**
 * Invoices as CSV with our columns: one row per line of a document, its header fields repeated on every row.
 */
@NullMarked
package io.quittance.invoice.csv;

import org.jspecify.annotations.NullMarked;
