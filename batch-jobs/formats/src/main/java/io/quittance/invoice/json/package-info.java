/**
 * Invoices in JSON: our own shape, which {@code invoice.schema.json} publishes, and what every shape in JSON has in common.
 */
@NullMarked
package io.quittance.invoice.json;

import org.jspecify.annotations.NullMarked;
