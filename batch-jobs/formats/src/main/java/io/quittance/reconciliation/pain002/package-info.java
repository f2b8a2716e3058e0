/** Status reports, ISO 20022 pain.002 in any version, read by local names into {@link io.quittance.reconciliation.StatusReport}. */
@NullMarked
package io.quittance.reconciliation.pain002;

import org.jspecify.annotations.NullMarked;
