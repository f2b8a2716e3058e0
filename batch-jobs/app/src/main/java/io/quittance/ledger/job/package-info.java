/**
 * The seal step that ends every job that posts.
 */
@NullMarked
package io.quittance.ledger.job;

import org.jspecify.annotations.NullMarked;
