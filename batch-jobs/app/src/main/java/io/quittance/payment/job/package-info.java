/**
 * The propose and release jobs.
 */
@NullMarked
package io.quittance.payment.job;

import org.jspecify.annotations.NullMarked;
