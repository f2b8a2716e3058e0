/**
 * The command line: what people and schedulers type, and what they read back.
 */
@NullMarked
package io.quittance.cli;

import org.jspecify.annotations.NullMarked;
