/**
 * A bank that answers our payment files: status reports and statements as a real one would send, the same bytes every time.
 * For the demonstration, generated worlds and tests; no part of paying.
 */
@NullMarked
package io.quittance.reconciliation.simulation;

import org.jspecify.annotations.NullMarked;
