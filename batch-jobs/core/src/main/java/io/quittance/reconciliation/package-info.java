/**
 * What the bank says beside what the ledger says: matches, differences, ties.
 */
@NullMarked
package io.quittance.reconciliation;

import org.jspecify.annotations.NullMarked;
