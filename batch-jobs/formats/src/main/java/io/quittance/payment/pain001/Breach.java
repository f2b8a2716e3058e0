package io.quittance.payment.pain001;

/**
 * A rule of a rail that a payment breaks.
 *
 * @param element the element of pain.001 that would carry it
 * @param problem what is wrong, with the figures
 * @param source who made the rule
 */
public record Breach(String element, String problem, String source) {

    @Override
    public String toString() {
        return element + " " + problem + " (" + source + ")";
    }
}
