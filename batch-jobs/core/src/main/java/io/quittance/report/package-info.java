/**
 * What a workbook shows: sheets, rows, totals and ties, without any file format.
 */
@NullMarked
package io.quittance.report;

import org.jspecify.annotations.NullMarked;
