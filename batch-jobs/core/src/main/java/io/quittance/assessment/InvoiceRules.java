package io.quittance.assessment;

import io.quittance.finding.Findings;
import java.util.List;

/** All rules about documents, in the order of their finding codes. A new rule is a function and a line here. */
final class InvoiceRules {

    static final List<InvoiceRule> IN_ORDER = List.of(
            LineRules::net,
            TotalRules::linesAddUpToNet,
            TotalRules::linesAddUpToBases,
            VatRules::taxOfEachCategory,
            TotalRules::vat,
            TotalRules::gross,
            TotalRules::amountDue,
            TotalRules::signs,
            LineRules::prices,
            DateRules::issuedByNow,
            DateRules::dueAfterIssue,
            DateRules::supplyNotFarAhead,
            CreditNoteRules::namesAnInvoice,
            CreditNoteRules::invoiceIsKnown,
            TotalRules::somethingIsDue,
            PartyRules::entityIsKnown,
            PartyRules::entityIsActive,
            PartyRules::contractorIsKnown,
            PartyRules::contractorIsActive,
            PartyRules::contractorName,
            PartyRules::classification,
            AccountRules::currencyIsAgreed,
            AccountRules::accountIsOne,
            AccountRules::accountIsTheVerifiedOne,
            AccountRules::someAccountIsVerified,
            PartyRules::address,
            VatIdRules::valid,
            VatIdRules::asRegistered,
            DuplicateRules::takenInBefore,
            SuspectRules::looksLikeAnother,
            CreditNoteRules::takesBackNoMoreThanWasAsked,
            ContractRules::isNamed,
            ContractRules::isKnown,
            ContractRules::isBetweenTheParties,
            ContractRules::coversTheSupply,
            ContractRules::staysUnderItsCap,
            ContractRules::currency);

    private InvoiceRules() {}

    /** What all rules say, in the documented order. */
    static Findings judge(Dossier dossier) {
        return IN_ORDER.stream().flatMap(rule -> rule.judge(dossier).stream()).collect(Findings.gathered());
    }
}
