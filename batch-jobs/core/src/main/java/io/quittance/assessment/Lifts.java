package io.quittance.assessment;

import io.quittance.finding.Finding;
import io.quittance.finding.Findings;
import io.quittance.finding.Severity;
import java.time.LocalDate;
import java.util.Map;

/**
 * What persons overruled of one document. A lifted finding stays, as a warning that says by whom and why.
 *
 * @param byFingerprint by {@link Finding#fingerprint}
 */
public record Lifts(Map<String, Lift> byFingerprint) {

    /** Nothing was lifted. */
    public static final Lifts NONE = new Lifts(Map.of());

    public Lifts {
        byFingerprint = Map.copyOf(byFingerprint);
    }

    /** One act of {@code invoice lift}. @param on the business date of it */
    public record Lift(String by, LocalDate on, String reason) {

        /** In the words in which findings tell it. */
        public String told() {
            return "lifted by " + by + " on " + on + ": " + reason;
        }
    }

    /** The findings with those lifted that a person lifted and may lift. */
    public Findings applied(Findings findings) {
        return byFingerprint.isEmpty()
                ? findings
                : findings.stream().map(this::applied).collect(Findings.gathered());
    }

    private Finding applied(Finding finding) {
        boolean mayBe = finding.severity() == Severity.HOLD
                && finding.code().notLiftedBecause().isEmpty();
        Lift lift = mayBe ? byFingerprint.get(finding.fingerprint()) : null;
        return lift == null ? finding : finding.with(Severity.WARN).withHint(lift.told());
    }
}
