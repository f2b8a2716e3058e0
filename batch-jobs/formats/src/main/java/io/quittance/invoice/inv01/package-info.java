/**
 * Reads the Indian e-invoice, form INV-01, schema 1.1. Unverified: written from the published field list, since no sample of the
 * authority with a licence was at hand. Every document says so in a finding.
 */
@NullMarked
package io.quittance.invoice.inv01;

import org.jspecify.annotations.NullMarked;
