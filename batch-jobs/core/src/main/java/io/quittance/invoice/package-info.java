/**
 * The one normalised invoice (EN 16931 terms), whatever syntax it came in, and the key that makes it unique.
 */
@NullMarked
package io.quittance.invoice;

import org.jspecify.annotations.NullMarked;
