package io.quittance.tax.coverage;

import java.util.List;

/**
 * A VAT territory in which somebody may pay.
 *
 * @param code as registers state it
 * @param area whose rates and return it shares
 * @param group the union it belongs to, or itself
 * @param part a part of it that has rates of its own, where it has such parts; else itself
 */
record Payer(String code, String area, String group, String part) {

    /** Everything that a row may call it. */
    List<String> names() {
        return List.of(code, area, group);
    }
}
