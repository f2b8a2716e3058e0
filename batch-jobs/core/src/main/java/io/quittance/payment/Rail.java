package io.quittance.payment;

/** How money travels: decides the rules of the file it is ordered by. */
public enum Rail {
    /** SEPA credit transfer in euro between IBANs of SEPA countries, pain.001.001.09 by EPC rules. */
    SEPA,
    /** Any other transfer through the entity's own bank, pain.001.001.09 by CGI-MP rules. */
    CROSS_BORDER
}
