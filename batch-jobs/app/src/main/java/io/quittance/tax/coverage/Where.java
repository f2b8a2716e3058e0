package io.quittance.tax.coverage;

/** Where a supplier sits, seen from the payer. */
enum Where {
    HOME("in the same country"),
    UNION("in another country of the union"),
    ABROAD("abroad"),
    OWN_PART("in a part of its state that is none for VAT"),
    SPECIAL("in such a part of another state");

    private final String written;

    Where(String written) {
        this.written = written;
    }

    String written() {
        return written;
    }
}
