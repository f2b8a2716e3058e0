/** Account statements, ISO 20022 camt.053 versions .02 to .08, read by local names into {@link io.quittance.reconciliation.Statement}. */
@NullMarked
package io.quittance.reconciliation.camt053;

import org.jspecify.annotations.NullMarked;
