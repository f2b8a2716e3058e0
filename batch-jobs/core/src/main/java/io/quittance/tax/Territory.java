package io.quittance.tax;

import io.quittance.party.Validity;

/**
 * A VAT territory, a row of {@code config/tax/territories.csv}. VAT territories are not ISO countries: Monaco is France,
 * the Isle of Man is the United Kingdom, Northern Ireland is the United Kingdom for services.
 *
 * @param id of the row
 * @param code as registers state it: ISO 3166-1 alpha-2, {@code EL} or {@code XI}
 * @param vatPrefix what VAT ids of the territory begin with, e.g. {@code EL} for Greece; empty where they have no prefix
 * @param area the territory whose rates and return it shares; itself in most rows
 * @param group the union it belongs to, {@link #SPECIAL}, or itself
 */
public record Territory(
        String id,
        String code,
        String vatPrefix,
        String area,
        String group,
        Validity validity,
        String source,
        Confidence confidence) {

    /** The group of territories with rules of their own that are not in the tables. */
    public static final String SPECIAL = "SPECIAL";

    /** Whether a VAT id has the form of this territory's. An EX number (small-business scheme, art. 284) is none. */
    boolean issued(String vatId) {
        return vatId.startsWith(vatPrefix) && !vatId.endsWith("EX");
    }

    /** A territory of which no row speaks: a country of its own. */
    static Territory unlisted(String code, Validity always) {
        return new Territory("none", code, "", code, code, always, "no row", Confidence.HIGH);
    }

    /** How another territory lies to this one. */
    Relation to(Territory other) {
        if (group.equals(SPECIAL) || other.group.equals(SPECIAL)) {
            return Relation.SPECIAL;
        }
        if (area.equals(other.area)) {
            return Relation.DOMESTIC;
        }
        return group.equals(other.group) ? Relation.SAME_UNION : Relation.FOREIGN;
    }
}
