package io.quittance.tax;

import io.quittance.party.Validity;
import io.quittance.party.VatId;
import java.time.LocalDate;

/**
 * A VAT territory, a row of {@code config/tax/territories.csv}. VAT territories are not ISO countries: Monaco is France,
 * the Isle of Man is the United Kingdom, Northern Ireland is the United Kingdom for services; a province of Canada has rates of
 * its own.
 *
 * @param id of the row
 * @param code as registers state it: ISO 3166-1 alpha-2, {@code EL}, {@code XI}, or ISO 3166-2 for a part such as {@code CA-ON}
 * @param vatPrefix what VAT ids of the territory begin with, e.g. {@code EL} for Greece; empty where they have no prefix
 * @param area the territory whose law and return it shares; itself in most rows
 * @param group the union it belongs to, {@link #SPECIAL}, or itself; {@code SPECIAL-FI} has rules of its own towards Finland, and is a
 *     country of its own to everybody else (Directive 2006/112 art. 5(3), 6)
 * @param region whose rates hold for what is supplied to it: empty for those of the whole area, {@link #PART_UNKNOWN} where a
 *     part of the area must be named
 * @param inwardRegion whose rates hold for what is supplied from the same part of the area, where that differs; else empty
 * @param returnArea whose return its payers file: the area's in most rows, a part's own where it has one (Quebec: GST and QST in one)
 */
public record Territory(
        String id,
        String code,
        String vatPrefix,
        String area,
        String group,
        String region,
        String inwardRegion,
        String returnArea,
        Validity validity,
        LocalDate recordedAt,
        String source,
        Confidence confidence)
        implements DatedRow {

    /** The group of territories with rules of their own that are not in the tables. */
    public static final String SPECIAL = "SPECIAL";

    /** The region of a supply whose rate hangs on a state or province that nobody named. */
    public static final String PART_UNKNOWN = "*";

    @Override
    public String series() {
        return code;
    }

    /** Whether a VAT id has the form of this territory's. An EX number (small-business scheme, art. 284) is none. */
    boolean issued(String vatId) {
        return vatId.startsWith(vatPrefix) && !vatId.endsWith("EX");
    }

    /** A territory of which no row speaks: a country of its own, or a part of one, whose rules nobody wrote down. */
    static Territory unlisted(String code, Validity always) {
        String group = VatId.countryOf(code).equals(code) ? code : SPECIAL;
        return new Territory(
                "none", code, "", code, group, "", "", code, always, always.from(), "no row", Confidence.HIGH);
    }

    /** How another territory lies to this one. */
    Relation to(Territory other) {
        if (area.equals(other.area)) {
            return Relation.DOMESTIC;
        }
        if (isSpecialTo(other) || other.isSpecialTo(this)) {
            return Relation.SPECIAL;
        }
        return group.equals(other.group) ? Relation.SAME_UNION : Relation.FOREIGN;
    }

    private boolean isSpecialTo(Territory other) {
        return group.startsWith(SPECIAL) && (group.length() == SPECIAL.length() || group.endsWith("-" + other.area));
    }

    /** The region whose rates hold for a supply from another territory to this one. */
    String regionFor(Territory from) {
        if (inwardRegion.isEmpty() || !area.equals(from.area)) {
            return region;
        }
        if (inwardRegion.equals(PART_UNKNOWN) || from.inwardRegion.equals(PART_UNKNOWN)) {
            return PART_UNKNOWN;
        }
        return code.equals(from.code) ? inwardRegion : region;
    }
}
