/**
 * Identifiers that derive from business keys: the same fact has the same id on every machine, in every run.
 */
@NullMarked
package io.quittance.identity;

import org.jspecify.annotations.NullMarked;
