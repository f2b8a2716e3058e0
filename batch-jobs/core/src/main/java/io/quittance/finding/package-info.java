/**
 * Reasons as values: every rule has one {@link FindingCode}; a bad record is a {@link Finding}, never an exception.
 */
@NullMarked
package io.quittance.finding;

import org.jspecify.annotations.NullMarked;
