package io.quittance.tax;

import io.quittance.invoice.VatBreakdown;
import io.quittance.tax.WorkingPaper.Ruled;
import java.util.stream.Collectors;

/** Step 12: what the invoice claims beside what was found. */
final class Claims {

    private Claims() {}

    static void compare(Case given, WorkingPaper paper) {
        if (paper.isBlocked()) {
            String codes = paper.findings().stream()
                    .map(finding -> finding.code().id())
                    .distinct()
                    .collect(Collectors.joining(" "));
            paper.note("12 does the claim agree", "no: " + codes, "steps above");
            return;
        }
        for (Ruled ruled : paper.ruled()) {
            paper.note(
                    "12 does the claim agree",
                    "yes: %s for %s".formatted(written(ruled.claim()), ruled.treatment()),
                    ruled.rule().id());
        }
    }

    /** A claim as people write it: {@code S 21 % with EUR 210.00}. */
    static String written(VatBreakdown claim) {
        String rate = claim.rate() == null ? "" : " " + claim.rate().toPlainString() + " %";
        return claim.category() + rate + (claim.tax().isZero() ? " without VAT" : " with " + claim.tax());
    }
}
