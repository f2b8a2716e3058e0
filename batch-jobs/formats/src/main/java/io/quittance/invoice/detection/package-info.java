/**
 * Tells by the content of a delivered file, never by its name, which reader opens it.
 */
@NullMarked
package io.quittance.invoice.detection;

import org.jspecify.annotations.NullMarked;
