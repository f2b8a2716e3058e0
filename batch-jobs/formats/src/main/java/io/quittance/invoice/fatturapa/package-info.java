/**
 * Reads FatturaPA 1.2, the Italian electronic invoice: several documents may stand in one file. Sources: the XSD of FatturaPA
 * 1.2.2 and the technical specifications of the Agenzia delle Entrate.
 */
@NullMarked
package io.quittance.invoice.fatturapa;

import org.jspecify.annotations.NullMarked;
