/**
 * Names that never change: UUIDs derived from business keys, and digests over fields.
 */
@NullMarked
package io.quittance.identity;

import org.jspecify.annotations.NullMarked;
