package io.quittance.assessment;

import io.quittance.finding.Findings;

/** One rule about a document. It says nothing when it holds, and when what it needs is unknown: another rule says that. */
@FunctionalInterface
interface InvoiceRule {

    /** What speaks against the document by this rule. */
    Findings judge(Dossier dossier);
}
