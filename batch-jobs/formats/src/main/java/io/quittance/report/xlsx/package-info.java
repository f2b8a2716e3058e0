/**
 * The workbook as an Office Open XML file: written as a stream with cached values, the same bytes every time, and read
 * back as text.
 */
@NullMarked
package io.quittance.report.xlsx;

import org.jspecify.annotations.NullMarked;
