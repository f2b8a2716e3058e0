package io.quittance.invoice;

/** Whether a document asks for money or gives it back. Amounts are positive in both: the kind carries the sign. */
public enum DocumentKind {
    INVOICE,
    CREDIT_NOTE;

    /** +1 for an invoice, -1 for a credit note. */
    public int sign() {
        return this == INVOICE ? 1 : -1;
    }
}
