/**
 * Exchange rates: rate sets, the policy of each purpose, cross rates without intermediate rounding, staleness.
 */
@NullMarked
package io.quittance.fx;

import org.jspecify.annotations.NullMarked;
