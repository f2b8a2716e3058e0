/**
 * Asks VIES, the Commission's register of VAT numbers, over its REST interface. Off unless somebody switches it on; its
 * answers are treated as hostile input (docs: security, T-15).
 */
@NullMarked
package io.quittance.party.vies;

import org.jspecify.annotations.NullMarked;
