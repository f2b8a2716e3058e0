/**
 * The ordered list of invoice rules, and what Quittance concludes about one invoice. It posts nothing: bookkeeping makes
 * journals of what was {@link io.quittance.assessment.Accepted}.
 */
@NullMarked
package io.quittance.assessment;

import org.jspecify.annotations.NullMarked;
