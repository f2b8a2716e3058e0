package io.quittance.tax;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.tax.TreatmentRule.IdsNeeded;
import org.jspecify.annotations.Nullable;

/** Art. 196 and the recapitulative statement need both VAT ids; self-assessment needs at least the payer's. */
final class VatIdsNeeded {

    private VatIdsNeeded() {}

    static void check(TreatmentRule rule, Case given, WorkingPaper paper) {
        if (rule.ids() != IdsNeeded.NONE) {
            need(new Holder("payer", "BT-48", given.payer().vatId(), given.here()), rule, paper);
        }
        if (rule.ids() == IdsNeeded.BOTH) {
            need(new Holder("supplier", "BT-31", given.supplier().vatId(), given.there()), rule, paper);
        }
    }

    /** A party whose VAT id is needed: its role, the term of its id, and the territory that gave it. */
    private record Holder(
            String role, String term, @Nullable String vatId, Territory territory) {

        boolean hasId() {
            return vatId != null && territory.issued(vatId);
        }

        Finding missing(TreatmentRule rule, WorkingPaper paper) {
            return Finding.of(
                    FindingCode.VAT_ID_REQUIRED,
                    paper.place(term),
                    vatId,
                    "a VAT id of %s beginning with %s".formatted(territory.area(), territory.vatPrefix()),
                    "the %s's VAT id %s, but %s needs one (%s)"
                            .formatted(role, vatId == null ? "is missing" : "is " + vatId, rule.id(), rule.basis()));
        }
    }

    private static void need(Holder holder, TreatmentRule rule, WorkingPaper paper) {
        if (!holder.hasId()) {
            paper.findOnce(holder.missing(rule, paper));
        }
    }
}
