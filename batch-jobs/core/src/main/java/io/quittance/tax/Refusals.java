package io.quittance.tax;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Severity;
import io.quittance.invoice.VatBreakdown;
import java.time.LocalDate;
import java.util.Optional;

/** What is said when no rule decides, when a rule refuses, and when it leaves a question. */
final class Refusals {

    private static final String CATEGORY = "BT-118";

    private Refusals() {}

    static Finding nothingClaimed(WorkingPaper paper) {
        return Finding.of(
                FindingCode.TREATMENT_UNKNOWN,
                paper.place("BG-23"),
                null,
                "a VAT breakdown",
                "the document has no VAT breakdown");
    }

    static Finding unknown(VatBreakdown claim, Case given, WorkingPaper paper) {
        Optional<LocalDate> begins =
                given.tables().ruleBegins(given.question(claim)).filter(given.on()::isBefore);
        String rule = begins.map(day -> "no rule before " + day).orElse("no rule");
        return Finding.of(
                        FindingCode.TREATMENT_UNKNOWN,
                        paper.place(CATEGORY),
                        Claims.written(claim),
                        "a case of treatment-rules.csv",
                        "%s for %s".formatted(rule, situation(claim, given)))
                .withHint(begins.map(Remedies::before).orElseGet(() -> Remedies.of(given)));
    }

    /** A refusal. Who must correct the invoice is told what the new one has to say. */
    static Finding refused(FindingCode code, TreatmentRule rule, VatBreakdown claim, Case given, WorkingPaper paper) {
        Finding finding = Finding.of(
                code,
                paper.place(CATEGORY),
                Claims.written(claim),
                rule.expected(),
                "%s; rule %s expects %s (%s)"
                        .formatted(situation(claim, given), rule.id(), rule.expected(), rule.basis()));
        if (code == FindingCode.TREATMENT_UNKNOWN) {
            return finding.withHint(Remedies.of(given));
        }
        return code.severity() == Severity.REJECT ? finding.withHint(request(rule)) : finding;
    }

    static Finding question(FindingCode code, TreatmentRule rule, VatBreakdown claim, Case given, WorkingPaper paper) {
        return Finding.of(
                code,
                paper.place(CATEGORY),
                Claims.written(claim),
                rule.expected().isEmpty() ? null : rule.expected(),
                "%s; by %s (%s)".formatted(situation(claim, given), rule.id(), rule.basis()));
    }

    /** Art. 226(4), (11a): who receives the corrected invoice needs its legend and the ids on it. */
    private static String request(TreatmentRule rule) {
        String legend = rule.legend().isEmpty() ? "" : ", the words \"" + rule.legend() + "\"";
        String ids = switch (rule.ids()) {
            case NONE -> "";
            case PAYER -> ", our VAT id";
            case BOTH -> ", both VAT ids";
        };
        return "Send it back and ask for a corrected invoice that says: " + rule.expected() + legend + ids + ".";
    }

    private static String situation(VatBreakdown claim, Case given) {
        return "%s supplier in %s, payer in %s (%s), %s service, claim %s"
                .formatted(
                        given.supplier().standing(),
                        given.there().code(),
                        given.here().code(),
                        given.relation(),
                        given.service(),
                        Claims.written(claim));
    }
}
