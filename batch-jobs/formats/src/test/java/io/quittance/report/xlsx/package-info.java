@NullMarked
package io.quittance.report.xlsx;

import org.jspecify.annotations.NullMarked;
