/**
 * A PDF that carries its invoice as XML inside: Factur-X, ZUGFeRD 2. Finds that XML and hands it to the reader of its syntax;
 * nothing that is drawn on a page is ever read.
 */
@NullMarked
package io.quittance.invoice.pdf;

import org.jspecify.annotations.NullMarked;
