/**
 * What assess reads page by page and writes by COPY.
 */
@NullMarked
package io.quittance.assessment.store;

import org.jspecify.annotations.NullMarked;
