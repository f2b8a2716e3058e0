/**
 * Names that never change: identifiers derived from business keys, and digests over fields. The same fact has the same
 * name on every machine, in every run.
 */
@NullMarked
package io.quittance.identity;

import org.jspecify.annotations.NullMarked;
