/**
 * Bytes as text, strictly: UTF-8 without a bad byte or a control character, and the one exception that says where it was not.
 */
@NullMarked
package io.quittance.text;

import org.jspecify.annotations.NullMarked;
