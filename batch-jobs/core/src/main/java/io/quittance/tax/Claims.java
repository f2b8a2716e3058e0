package io.quittance.tax;

import io.quittance.finding.Findings;
import io.quittance.invoice.VatBreakdown;
import io.quittance.tax.WorkingPaper.Ruled;
import java.util.List;
import java.util.stream.Collectors;

/** Step 12: what the invoice claims beside what was found. */
final class Claims {

    private Claims() {}

    static void compare(Case given, WorkingPaper paper) {
        if (paper.isBlocked()) {
            Findings found = paper.findings();
            paper.note(Step.CLAIM, () -> "no: " + codes(found), List.of(), () -> "steps above");
            return;
        }
        for (Ruled ruled : paper.ruled()) {
            paper.note(
                    Step.CLAIM,
                    () -> "yes: %s for %s".formatted(written(ruled.claim()), ruled.treatment()),
                    List.of(ruled.rule().id()),
                    () -> "");
        }
    }

    private static String codes(Findings found) {
        return found.stream().map(finding -> finding.code().id()).distinct().collect(Collectors.joining(" "));
    }

    /** A claim as people write it: {@code S 21 % with EUR 210.00}. */
    static String written(VatBreakdown claim) {
        String rate = claim.rate() == null ? "" : " " + claim.rate().toPlainString() + " %";
        return claim.category() + rate + (claim.tax().isZero() ? " without VAT" : " with " + claim.tax());
    }
}
