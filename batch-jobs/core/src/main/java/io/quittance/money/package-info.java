/**
 * Amounts on top of Joda-Money: rounding as an argument, lossless allocation, control totals per currency.
 */
@NullMarked
package io.quittance.money;

import org.jspecify.annotations.NullMarked;
