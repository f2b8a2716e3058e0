/**
 * Documents, refusals and findings in the database.
 */
@NullMarked
package io.quittance.invoice.store;

import org.jspecify.annotations.NullMarked;
