package io.quittance.withholding;

import io.quittance.finding.FindingCode;
import java.io.Serial;

/** Ends the search of one document: it cannot be decided. Never leaves the package; {@link Withholder} turns it into a value. */
final class OpenQuestion extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final FindingCode code;
    private final String reason;

    OpenQuestion(FindingCode code, String reason) {
        super(reason, null, false, false);
        this.code = code;
        this.reason = reason;
    }

    FindingCode code() {
        return code;
    }

    String reason() {
        return reason;
    }
}
