package io.quittance.party;

import io.quittance.party.Checked.Bad;
import io.quittance.party.Checked.Good;
import java.util.regex.Pattern;

/**
 * A Business Identifier Code (ISO 9362), 8 or 11 characters, upper case. Since 2014 the first four may be digits, too.
 *
 * @param value as it was given; {@code AAAABBCC} and {@code AAAABBCCXXX} are the same bank: see {@link #isSameAs}
 */
public record Bic(String value) {

    private static final Pattern STRUCTURE = Pattern.compile("[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}(?:[A-Z0-9]{3})?");
    private static final int BANK_LENGTH = 8;
    private static final int WHOLE_LENGTH = 11;
    private static final String HEAD_OFFICE = "XXX";

    /** @throws IllegalArgumentException when it is no BIC in upper case without blanks */
    public Bic {
        String fault = faultOf(value);
        if (!fault.isEmpty()) {
            throw new IllegalArgumentException(fault);
        }
    }

    /** The BIC as people write it. @throws IllegalArgumentException with the reason */
    public static Bic of(String text) {
        return parse(text).orThrow();
    }

    /** The BIC as people write it, or the reason why it is none. */
    public static Checked<Bic> parse(String text) {
        String compact = Letters.compact(text);
        String fault = faultOf(compact);
        return fault.isEmpty() ? new Good<>(new Bic(compact)) : new Bad<>(fault);
    }

    /** ISO country of the party. */
    public String country() {
        return value.substring(4, 6);
    }

    /** All 11 characters, the head office as XXX: the form to compare. */
    public String whole() {
        return value.length() == WHOLE_LENGTH ? value : value + HEAD_OFFICE;
    }

    /** Whether both name the same office. */
    public boolean isSameAs(Bic other) {
        return whole().equals(other.whole());
    }

    @Override
    public String toString() {
        return value;
    }

    private static String faultOf(String compact) {
        if (compact.length() != BANK_LENGTH && compact.length() != WHOLE_LENGTH) {
            return "a BIC has 8 or 11 characters, this has " + compact.length();
        }
        if (!STRUCTURE.matcher(compact).matches()) {
            return "a BIC has four letters or digits, a country, two letters or digits, and at most three more";
        }
        if (!Countries.exists(compact.substring(4, 6))) {
            return compact.substring(4, 6) + " is no country";
        }
        return compact.charAt(BANK_LENGTH - 1) == '0' ? "it is a BIC for test and training only" : "";
    }
}
