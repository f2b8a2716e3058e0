/**
 * Golden files: the expected output of a case lies in {@code fixtures/}, where anyone can read it and add one without Java.
 */
@NullMarked
package io.quittance.testkit.golden;

import org.jspecify.annotations.NullMarked;
