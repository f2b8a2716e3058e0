/**
 * Fixed parities: our own table with one row a currency.
 */
@NullMarked
package io.quittance.fx.peg;

import org.jspecify.annotations.NullMarked;
