/**
 * The VAT rules of EN 16931-1 on the terms of a document, each under the id that the standard gives it ({@code BR-S-08}), with the
 * tolerances of the official Schematron 1.3.16. The check to the cent is not here: it is one of our own, in the assessment.
 */
@NullMarked
package io.quittance.invoice.en16931;

import org.jspecify.annotations.NullMarked;
