/**
 * Runs, payments, files, approvals and events in the database.
 */
@NullMarked
package io.quittance.payment.store;

import org.jspecify.annotations.NullMarked;
