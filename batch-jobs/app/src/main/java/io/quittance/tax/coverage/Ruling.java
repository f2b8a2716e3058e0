package io.quittance.tax.coverage;

/**
 * What the rules said to a combination.
 *
 * @param outcome a treatment, or the code of the finding that holds or refuses
 * @param isDecided whether it is a treatment
 * @param rule id of the row that spoke, blank where none did
 */
record Ruling(String outcome, boolean isDecided, String rule) {

    /** {@code EU_SERVICE_RC (TR-051)}. */
    String written() {
        return rule.isEmpty() ? outcome : outcome + " (" + rule + ")";
    }
}
