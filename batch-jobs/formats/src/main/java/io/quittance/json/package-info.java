/**
 * JSON texts, read strictly and within bounds: the one place that makes JSON parsers. It knows no invoice.
 */
@NullMarked
package io.quittance.json;

import org.jspecify.annotations.NullMarked;
