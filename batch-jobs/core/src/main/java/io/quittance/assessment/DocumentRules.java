package io.quittance.assessment;

import io.quittance.finding.Finding;
import io.quittance.finding.FindingCode;
import io.quittance.finding.Findings;
import io.quittance.finding.Severity;
import io.quittance.invoice.Invoice;
import io.quittance.party.Register;
import io.quittance.party.VatId;
import io.quittance.tax.RoundingPolicies;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What our rules say of a document alone, for those who look at a file and have no register, no history and no business
 * date: arithmetic to the cent, signs, dates, account numbers, VAT ids. The assessment asks the same rules and more.
 */
public final class DocumentRules {

    private static final List<InvoiceRule> IN_ORDER = List.of(
            LineRules::net,
            TotalRules::linesAddUpToNet,
            TotalRules::linesAddUpToBases,
            VatRules::taxOfEachCategory,
            TotalRules::vat,
            TotalRules::gross,
            TotalRules::amountDue,
            TotalRules::signs,
            LineRules::prices,
            DateRules::dueAfterIssue,
            DateRules::supplyNotFarAhead,
            DocumentRules::creditNoteNamesAnInvoice,
            TotalRules::somethingIsDue,
            DocumentRules::account,
            DocumentRules::bic,
            DocumentRules::vatId);

    private static final Register NOBODY = Register.of(List.of(), List.of(), List.of(), List.of());

    /** Whether a contract is enough for a credit note is configured elsewhere; it only warns here. */
    private static final Suspicion INVOICE_REQUIRED =
            new Suspicion(Suspicion.DEFAULT.threshold(), Suspicion.DEFAULT.days(), Map.of(), false);

    private DocumentRules() {}

    /** What they say, in the documented order, of tax that is rounded as EN 16931 has it. */
    public static Findings judge(Invoice invoice) {
        return judge(invoice, RoundingPolicies.GENERAL);
    }

    /** The same by the roundings that each country permits. */
    public static Findings judge(Invoice invoice, RoundingPolicies roundings) {
        var alone = new Dossier.Circumstances(invoice.issueDate(), NOBODY, INVOICE_REQUIRED, roundings);
        Dossier dossier = Dossier.open(invoice, alone, History.of(Map.of(), Map.of()));
        return IN_ORDER.stream().flatMap(rule -> rule.judge(dossier).stream()).collect(Findings.gathered());
    }

    /** Without the books nobody knows whether it is needed: it warns. */
    private static Findings creditNoteNamesAnInvoice(Dossier dossier) {
        return warnings(CreditNoteRules.namesAnInvoice(dossier));
    }

    /** The number BT-84. */
    private static Findings account(Dossier dossier) {
        return AccountRules.accountIsOne(dossier).stream()
                .filter(finding -> !isAboutTheBic(finding))
                .collect(Findings.gathered());
    }

    /** The bank's code BT-86 warns only: an IBAN needs none. */
    private static Findings bic(Dossier dossier) {
        return warnings(AccountRules.accountIsOne(dossier).stream()
                .filter(DocumentRules::isAboutTheBic)
                .collect(Findings.gathered()));
    }

    private static boolean isAboutTheBic(Finding finding) {
        return finding.place() != null
                && AccountRules.BIC_FIELD.equals(finding.place().field());
    }

    /** BT-31 by the form and check digits of the territory that it names. The register knows the contractor's: it warns. */
    private static Findings vatId(Dossier dossier) {
        return Optional.ofNullable(dossier.invoice().contractorVatId())
                .filter(stated -> stated.strip().length() > 2)
                .map(stated -> VatId.check(stated.strip().substring(0, 2), stated))
                .filter(check -> !check.valid())
                .map(check -> warnings(dossier.finding(
                        FindingCode.VAT_ID_INVALID,
                        "contractor_vat_id",
                        check.normalised(),
                        null,
                        "the VAT id " + check.normalised() + ": " + check.reason())))
                .orElse(Findings.NONE);
    }

    private static Findings warnings(Findings findings) {
        return findings.stream().map(finding -> finding.with(Severity.WARN)).collect(Findings.gathered());
    }
}
