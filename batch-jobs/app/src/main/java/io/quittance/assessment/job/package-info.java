/**
 * The assess job: partitions of contractors, page by page through the pure core.
 */
@NullMarked
package io.quittance.assessment.job;

import org.jspecify.annotations.NullMarked;
