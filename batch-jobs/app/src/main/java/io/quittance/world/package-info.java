/**
 * Makes example worlds of any size: register, rates and invoices, all invented, the same bytes for the same seed. Knows
 * nothing of databases and jobs.
 */
@NullMarked
package io.quittance.world;

import org.jspecify.annotations.NullMarked;
