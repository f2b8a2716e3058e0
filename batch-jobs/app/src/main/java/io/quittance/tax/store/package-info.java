/**
 * VAT in the database beyond what an assessment writes: input tax that waits for a payment.
 */
@NullMarked
package io.quittance.tax.store;

import org.jspecify.annotations.NullMarked;
