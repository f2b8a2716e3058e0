/**
 * Strict tables in CSV: every column known, every cell typed, every error with file, line and column.
 */
@NullMarked
package io.quittance.table;

import org.jspecify.annotations.NullMarked;
