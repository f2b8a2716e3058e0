/**
 * Findings in the database.
 */
@NullMarked
package io.quittance.finding.store;

import org.jspecify.annotations.NullMarked;
