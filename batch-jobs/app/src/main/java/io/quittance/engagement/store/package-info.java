/**
 * Approved work, and what documents bill of it, in the database.
 */
@NullMarked
package io.quittance.engagement.store;

import org.jspecify.annotations.NullMarked;
