/**
 * What the workbook shows, read from the database.
 */
@NullMarked
package io.quittance.report.store;

import org.jspecify.annotations.NullMarked;
