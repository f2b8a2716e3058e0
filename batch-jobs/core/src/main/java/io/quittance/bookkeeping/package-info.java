/**
 * From event to journal: accepted, paid, settled, returned, fee and FX difference.
 */
@NullMarked
package io.quittance.bookkeeping;

import org.jspecify.annotations.NullMarked;
