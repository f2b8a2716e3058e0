/**
 * The intake job: files in, normalised invoices and refusals out.
 */
@NullMarked
package io.quittance.invoice.job;

import org.jspecify.annotations.NullMarked;
