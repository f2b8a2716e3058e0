/**
 * UN/CEFACT Cross Industry Invoice D16B as EN 16931 uses it: XRechnung, Factur-X and ZUGFeRD 2 in every profile that is an
 * invoice. ZUGFeRD 1 is another syntax and not read. What it has in common with UBL is in {@code xml}.
 */
@NullMarked
package io.quittance.invoice.cii;

import org.jspecify.annotations.NullMarked;
