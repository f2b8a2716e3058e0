/**
 * Published rates in the database.
 */
@NullMarked
package io.quittance.fx.store;

import org.jspecify.annotations.NullMarked;
