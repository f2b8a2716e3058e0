/**
 * VAT and GST: treatment, amounts, recoverability and self-assessment, decided from dated rows of data.
 */
@NullMarked
package io.quittance.tax;

import org.jspecify.annotations.NullMarked;
