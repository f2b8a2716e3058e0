/**
 * The one place that reads a clock for a business purpose.
 */
@NullMarked
package io.quittance.platform.clock;

import org.jspecify.annotations.NullMarked;
