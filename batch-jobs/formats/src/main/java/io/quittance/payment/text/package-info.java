/**
 * What may be written to a bank: character sets, transliteration of names and texts, the rule of references. Identifiers are
 * never transliterated: one with a foreign character is refused, because its receiver would not find it again.
 */
@NullMarked
package io.quittance.payment.text;

import org.jspecify.annotations.NullMarked;
