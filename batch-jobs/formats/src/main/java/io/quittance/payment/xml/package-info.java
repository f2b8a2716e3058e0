/**
 * Reading and writing XML piece by piece: hardened reading, bounded fragments, a plain writer. Knows no message.
 */
@NullMarked
package io.quittance.payment.xml;

import org.jspecify.annotations.NullMarked;
