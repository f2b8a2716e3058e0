/**
 * End-to-end measurements of the pipeline, each beside something to compare it with. Programs, not tests: nothing here is
 * run by a build, and no build fails for a number.
 */
@NullMarked
package io.quittance.benchmark;

import org.jspecify.annotations.NullMarked;
