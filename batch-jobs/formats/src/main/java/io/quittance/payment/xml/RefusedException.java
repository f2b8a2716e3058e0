package io.quittance.payment.xml;

import io.quittance.finding.Finding;

/** What ends the reading of a file that cannot be used. Never leaves the formats: readers turn it into a result. */
public final class RefusedException extends Exception {

    private static final long serialVersionUID = 1;

    private final transient Finding finding;

    public RefusedException(Finding finding) {
        super(finding.toString());
        this.finding = finding;
    }

    /** Why the file is refused. */
    public Finding finding() {
        return finding;
    }
}
