package io.quittance.tax.coverage;

/** Where a supplier sits, seen from the payer. */
enum Where {
    HOME("in the same country"),
    UNION("in another country of the union"),
    ABROAD("abroad"),
    SPECIAL("in a territory with rules of its own");

    private final String written;

    Where(String written) {
        this.written = written;
    }

    String written() {
        return written;
    }
}
