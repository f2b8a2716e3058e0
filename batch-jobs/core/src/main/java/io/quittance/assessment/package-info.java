/**
 * The ordered list of invoice rules, and what Quittance concludes about one invoice.
 */
@NullMarked
package io.quittance.assessment;

import org.jspecify.annotations.NullMarked;
