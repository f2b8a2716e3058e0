/**
 * What all readers of invoice files have in common: the delivered file, the documents read from it in order, and how a field's
 * text becomes a value or a finding. The readers themselves are in packages of their own, one a syntax, the choice among
 * them in {@code detection}.
 */
@NullMarked
package io.quittance.invoice.file;

import org.jspecify.annotations.NullMarked;
