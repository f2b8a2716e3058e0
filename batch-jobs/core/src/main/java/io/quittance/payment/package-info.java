/**
 * Selection, netting and grouping of accepted invoices into payments, files and runs; approvals as values.
 */
@NullMarked
package io.quittance.payment;

import org.jspecify.annotations.NullMarked;
