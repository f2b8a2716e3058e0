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

    /**
     * The meaning of a status (ISO external payment status codes). A code that is not known is silent. So is {@code BLCK},
     * although it is an end: blocked money goes neither to the payee nor back, and whoever paid again would pay twice.
     */
    public static StatusOutcome of(Status status) {
        return switch (status.code()) {
            case "RCVD", "ACTC", "ACCP", "ACSP", "ACFC", "ACPD", "ACFW", "ACSC", "ACCC", "ACWC", "ACWP" -> ACCEPTED;
            case "PDNG", "PATC" -> ACCEPTED;
            case "RJCT", "CANC" -> REJECTED;
            default -> SILENT;
        };
    }

    /** Whether the money left our account, or arrived: after a refusal somebody has to ask the bank. */
    public static boolean saysMoneyLeft(Status status) {
        return status.code().equals("ACSC") || status.code().equals("ACCC");
    }

    /** Whether it tells of a verification of payee: never what becomes of the payment, so a higher level may still say that. */
    static boolean isVerification(Status status) {
        return switch (status.code()) {
            case "RCVC", "RVCM", "RVMC", "RVNM", "RVNC", "RVNA" -> true;
            default -> false;
        };
    }

    /**
     * Of two statuses about the same at the same level, the weightier counts: a refusal outweighs the acceptances before it,
     * but money that left the account ({@code ACSC}, {@code ACCC}) outweighs a refusal: it comes back by a return only.
     */
    static int weight(Status status) {
        if (isVerification(status)) {
            return 0;
        }
        return switch (of(status)) {
            case SILENT -> 1;
            case ACCEPTED -> saysMoneyLeft(status) ? 4 : 2;
            case REJECTED -> 3;
        };
    }
}
