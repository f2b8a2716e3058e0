/**
 * What people do with VAT returns: look at one, look behind a box, close a period.
 */
@NullMarked
package io.quittance.vat.job;

import org.jspecify.annotations.NullMarked;
