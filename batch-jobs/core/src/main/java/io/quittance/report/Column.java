package io.quittance.report;

/**
 * A column of a sheet.
 *
 * @param key letters only; with the sheet's name it names the column's range in formulas, e.g. {@code Payments_Amount}
 * @param title what the header says
 * @param width least width in characters; 0 leaves it to the content
 */
public record Column(String key, String title, Kind kind, int width) {

    /** What a column holds. */
    public enum Kind {
        /** Names and short words. */
        TEXT,
        /** Ids and codes, never to be read as numbers. */
        CODE,
        /** Long ids that lead back to the database: last on a sheet, and left out in print. */
        ID,
        /** Sentences: wrapped, so the width is fixed. */
        PROSE,
        DATE,
        AMOUNT,
        RATE,
        COUNT,
        /** OK or FAIL. */
        STATUS,
        /** Left empty and unlocked: people write here. */
        REMARK;

        /** Whether its values stand to the right. */
        public boolean isNumeric() {
            return this == AMOUNT || this == RATE || this == COUNT;
        }
    }

    /** A column as wide as its content. */
    static Column of(String key, String title, Kind kind) {
        return new Column(key, title, kind, 0);
    }
}
