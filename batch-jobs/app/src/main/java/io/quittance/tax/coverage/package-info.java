/**
 * What the tax tables of a configuration cover and what they do not, asked of the rules themselves and written as a page. No
 * database, no Spring.
 */
@NullMarked
package io.quittance.tax.coverage;

import org.jspecify.annotations.NullMarked;
