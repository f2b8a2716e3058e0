/**
 * The tables of {@code config/fx}.
 */
@NullMarked
package io.quittance.fx.table;

import org.jspecify.annotations.NullMarked;
