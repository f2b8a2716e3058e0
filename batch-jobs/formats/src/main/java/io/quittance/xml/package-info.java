/**
 * The only maker of XML parsers, writers and schemas. No DOCTYPE, no entity, no file or address that a document names is
 * ever opened; size, depth, number of elements and length of texts are bounded.
 */
@NullMarked
package io.quittance.xml;

import org.jspecify.annotations.NullMarked;
