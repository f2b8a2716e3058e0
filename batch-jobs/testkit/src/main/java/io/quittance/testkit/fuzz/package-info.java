/**
 * Fuzzing without a library: good files are changed by seeded mutations that know their structure, and read under a limit of
 * processor time and of heap. Input number n of a target is the same on every machine; only how many there are depends on time.
 */
@NullMarked
package io.quittance.testkit.fuzz;

import org.jspecify.annotations.NullMarked;
