/**
 * What tax registers said, and what documents rest on, in the database.
 */
@NullMarked
package io.quittance.party.store;

import org.jspecify.annotations.NullMarked;
