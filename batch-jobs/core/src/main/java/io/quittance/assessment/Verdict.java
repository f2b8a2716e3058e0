package io.quittance.assessment;

/** What Quittance concluded about one document. */
public enum Verdict {
    ACCEPTED,
    HELD,
    REJECTED
}
