/**
 * The ledger in the database: journals in, the sealed chain over them.
 */
@NullMarked
package io.quittance.ledger.store;

import org.jspecify.annotations.NullMarked;
