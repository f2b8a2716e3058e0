/**
 * Taking in rate files.
 */
@NullMarked
package io.quittance.fx.job;

import org.jspecify.annotations.NullMarked;
