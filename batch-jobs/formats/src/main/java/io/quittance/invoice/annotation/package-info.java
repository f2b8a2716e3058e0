/**
 * Refused sheets written again with the reasons beside what was wrong, so that somebody who knows nothing of this program can
 * correct them: coloured cells and comments in a workbook, columns of status in both. Dropped again they are read as they are.
 */
@NullMarked
package io.quittance.invoice.annotation;

import org.jspecify.annotations.NullMarked;
