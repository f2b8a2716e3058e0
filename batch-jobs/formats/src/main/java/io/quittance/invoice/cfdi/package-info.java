/**
 * Reads CFDI 4.0, the Mexican electronic invoice. Source: the XSD cfdv40 and Annex 20 of the tax service (SAT).
 */
@NullMarked
package io.quittance.invoice.cfdi;

import org.jspecify.annotations.NullMarked;
