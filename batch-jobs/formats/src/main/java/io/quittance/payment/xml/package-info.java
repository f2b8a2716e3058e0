/**
 * ISO 20022 messages piece by piece, on top of {@link io.quittance.xml}: bounded fragments by local name, amounts, a writer of
 * paths. Knows no message.
 */
@NullMarked
package io.quittance.payment.xml;

import org.jspecify.annotations.NullMarked;
