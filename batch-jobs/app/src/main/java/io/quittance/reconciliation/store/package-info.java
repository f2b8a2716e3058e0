/**
 * Status reports, statements, matches and ties in the database.
 */
@NullMarked
package io.quittance.reconciliation.store;

import org.jspecify.annotations.NullMarked;
