/**
 * The three-way match: what a document bills, beside what was approved and what the contract says. Pure; reading time sheets and
 * storing what was billed live elsewhere.
 */
@NullMarked
package io.quittance.engagement;

import org.jspecify.annotations.NullMarked;
