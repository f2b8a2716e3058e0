/**
 * The port to the official e-invoice rules: what is asked, what is answered, and what an answer means for a document. Who
 * answers, lives elsewhere; without anybody, nothing official is said.
 */
@NullMarked
package io.quittance.invoice.ruleset;

import org.jspecify.annotations.NullMarked;
