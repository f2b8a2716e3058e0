/**
 * Double entry: accounts, journals that balance per currency by construction, the sealed chain. Knows no invoice.
 */
@NullMarked
package io.quittance.ledger;

import org.jspecify.annotations.NullMarked;
