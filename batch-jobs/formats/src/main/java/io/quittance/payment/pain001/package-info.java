/**
 * The payment file that banks take: ISO 20022 pain.001.001.09, written by the rules of its rail, read back and checked
 * before it leaves. Element order and sets: {@link io.quittance.payment.pain001.Pain001Writer}; rules: one list for each rail.
 */
@NullMarked
package io.quittance.payment.pain001;

import org.jspecify.annotations.NullMarked;
