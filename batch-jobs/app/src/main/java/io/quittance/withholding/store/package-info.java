/**
 * What runs withheld, in the database: rows, certificates, and the sums that thresholds ask for.
 */
@NullMarked
package io.quittance.withholding.store;

import org.jspecify.annotations.NullMarked;
