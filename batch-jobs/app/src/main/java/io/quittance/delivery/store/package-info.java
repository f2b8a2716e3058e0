/**
 * The tables of what was delivered: claims, files, deliveries.
 */
@NullMarked
package io.quittance.delivery.store;

import org.jspecify.annotations.NullMarked;
