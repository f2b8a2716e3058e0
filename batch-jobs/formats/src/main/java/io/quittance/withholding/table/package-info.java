/**
 * The tables of withholding in {@code config/tax} and {@code config/register}.
 */
@NullMarked
package io.quittance.withholding.table;

import org.jspecify.annotations.NullMarked;
