/**
 * Documents that nobody sent: what the rules in force would make of a service between a payer and a contractor. No database, no
 * Spring; nothing here is stored.
 */
@NullMarked
package io.quittance.tax.trial;

import org.jspecify.annotations.NullMarked;
