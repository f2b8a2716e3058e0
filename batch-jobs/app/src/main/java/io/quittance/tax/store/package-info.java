/**
 * What is kept of tax beside the entries themselves: the rules as they were, the facts of the parties, input tax that waits for a
 * payment, and the lists and second calculation that are made of them.
 */
@NullMarked
package io.quittance.tax.store;

import org.jspecify.annotations.NullMarked;
