/**
 * Bringing in what tax registers say: from files, and by asking them.
 */
@NullMarked
package io.quittance.party.job;

import org.jspecify.annotations.NullMarked;
