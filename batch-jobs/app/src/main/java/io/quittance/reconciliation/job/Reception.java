package io.quittance.reconciliation.job;

import io.quittance.finding.Finding;
import io.quittance.finding.Findings;
import io.quittance.reconciliation.store.BankMessages.Outcome;

/** What became of a message, and why. Unless it was taken, nothing of it was written. */
record Reception(Outcome outcome, Findings findings) {

    static Reception taken(Findings findings) {
        return new Reception(Outcome.TAKEN, findings);
    }

    static Reception held(Findings reasons) {
        return new Reception(Outcome.HELD, reasons);
    }

    static Reception refused(Finding... reasons) {
        return refused(Findings.of(reasons));
    }

    static Reception refused(Findings reasons) {
        return new Reception(Outcome.REFUSED, reasons);
    }
}
