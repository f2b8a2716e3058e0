/**
 * Reads the Polish structured invoice of KSeF, FA(2) and FA(3). Source: the XSDs of the Ministry of Finance and the comments in
 * them.
 */
@NullMarked
package io.quittance.invoice.ksef;

import org.jspecify.annotations.NullMarked;
