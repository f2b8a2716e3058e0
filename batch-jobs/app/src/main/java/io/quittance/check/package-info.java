/**
 * Every invariant as SQL over the data: silent when all is well.
 */
@NullMarked
package io.quittance.check;

import org.jspecify.annotations.NullMarked;
