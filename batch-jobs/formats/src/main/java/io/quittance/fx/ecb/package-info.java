/**
 * The European Central Bank's reference rates: one wide CSV, all against the euro.
 */
@NullMarked
package io.quittance.fx.ecb;

import org.jspecify.annotations.NullMarked;
