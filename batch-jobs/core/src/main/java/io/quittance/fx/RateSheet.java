package io.quittance.fx;

import io.quittance.finding.Findings;
import io.quittance.finding.Severity;
import java.util.List;

/**
 * What was read from one file of rates.
 *
 * @param rates in the order of the file; none when the file is refused
 * @param findings what is wrong or remarkable
 */
public record RateSheet(List<Rate> rates, Findings findings) {

    public RateSheet {
        rates = findings.has(Severity.REJECT) ? List.of() : List.copyOf(rates);
    }

    /** Whether the file contradicts itself or its format, so that none of it may be used. */
    public boolean isRefused() {
        return findings.has(Severity.REJECT);
    }
}
