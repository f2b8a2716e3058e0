package io.quittance.reconciliation;

import io.quittance.reconciliation.StatusReport.Status;

/** What a status code of pain.002 means for a payment. Codes of all levels are accepted at every level. */
public enum StatusOutcome {
    /** Received, accepted or in process: nothing final. */
    ACCEPTED,
    /** Refused, finally: the documents are open again. */
    REJECTED,
    /** Says nothing about the payment at this level: look lower, or ask a person. */
    SILENT;

    /** The meaning of a status (ISO external payment status codes; verification of payee codes decide nothing). */
    public static StatusOutcome of(Status status) {
        return switch (status.code()) {
            case "RCVD",
                    "ACTC",
                    "ACCP",
                    "ACSP",
                    "ACFC",
                    "ACPD",
                    "ACFW",
                    "ACSC",
                    "ACCC",
                    "ACWC",
                    "ACWP",
                    "PDNG",
                    "PATC" -> ACCEPTED;
            case "RJCT", "CANC", "BLCK" -> REJECTED;
            default -> SILENT;
        };
    }
}
