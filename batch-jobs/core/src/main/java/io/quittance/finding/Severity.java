package io.quittance.finding;

/** What a finding does to the document it is about, from worst to mildest. */
public enum Severity {
    /** The document is refused: it must be corrected and sent again. */
    REJECT,
    /** The document is kept but not paid until a person or a fact lifts the reason. */
    HOLD,
    /** The document goes on; somebody should know. */
    WARN
}
