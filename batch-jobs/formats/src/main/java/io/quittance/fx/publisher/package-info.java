/**
 * Rate files as central banks and authorities publish them: one reader a publisher, recognised by content. What each says
 * and which way round is in docs/reference/exchange-rates.md.
 */
@NullMarked
package io.quittance.fx.publisher;

import org.jspecify.annotations.NullMarked;
