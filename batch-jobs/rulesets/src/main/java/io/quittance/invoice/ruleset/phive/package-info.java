/**
 * The official rule sets, applied by phive: the only place that knows it. Documents come in as trees of our own hardened
 * parser; answers go out as values of the port.
 */
@NullMarked
package io.quittance.invoice.ruleset.phive;

import org.jspecify.annotations.NullMarked;
