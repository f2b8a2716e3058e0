/**
 * The bank and reconcile jobs.
 */
@NullMarked
package io.quittance.reconciliation.job;

import org.jspecify.annotations.NullMarked;
