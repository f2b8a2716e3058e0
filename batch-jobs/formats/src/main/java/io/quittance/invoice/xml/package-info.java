/**
 * What the XML syntaxes of invoices have in common: a tree of the elements that we look at, reading business terms off it, and
 * a file that is one document. No syntax of its own.
 */
@NullMarked
package io.quittance.invoice.xml;

import org.jspecify.annotations.NullMarked;
