/**
 * The ground the program stands on: database, workspace, configuration and clock. Works before Spring starts and without it.
 * Knows nothing of invoices or payments, except how {@code config/} spells the register.
 */
@NullMarked
package io.quittance.platform;

import org.jspecify.annotations.NullMarked;
