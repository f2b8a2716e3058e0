/** Bulk writing by PostgreSQL's text COPY, inside the transaction of the chunk that writes. */
@NullMarked
package io.quittance.engine.copy;

import org.jspecify.annotations.NullMarked;
