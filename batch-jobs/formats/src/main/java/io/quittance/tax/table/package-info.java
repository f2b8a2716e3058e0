/**
 * The tables of {@code config/tax}.
 */
@NullMarked
package io.quittance.tax.table;

import org.jspecify.annotations.NullMarked;
