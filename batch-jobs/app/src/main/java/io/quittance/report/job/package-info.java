/**
 * The report job.
 */
@NullMarked
package io.quittance.report.job;

import org.jspecify.annotations.NullMarked;
