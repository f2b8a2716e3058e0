package io.quittance.party;

/** An International Bank Account Number (ISO 13616) that passed its structure and its check digits. */
public record Iban(String value) {

    /** ISO country of the account. */
    public String country() {
        return value.substring(0, 2);
    }
}
