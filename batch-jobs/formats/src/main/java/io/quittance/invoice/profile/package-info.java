/**
 * Sheets of invoices with somebody else's columns: the profiles that say what the columns mean, how a file finds its profile, and
 * how rows become documents. Where the rows come from is for {@code csv} and {@code xlsx}. Nothing is guessed that the file
 * itself does not prove.
 */
@NullMarked
package io.quittance.invoice.profile;

import org.jspecify.annotations.NullMarked;
