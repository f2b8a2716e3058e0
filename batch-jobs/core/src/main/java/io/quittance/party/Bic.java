package io.quittance.party;

/** A Business Identifier Code (ISO 9362), 8 or 11 characters, upper case. */
public record Bic(String value) {}
