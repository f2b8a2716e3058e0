package io.quittance.party;

import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * How the VAT or GST numbers of one territory look.
 *
 * @param country ISO country, or XI, or EU for the non-Union scheme
 * @param prefix what the normal form begins with; empty where it has none
 * @param body the rest, as a pattern
 * @param form the normal form in words
 * @param padding makes a rest of an older, shorter form whole
 * @param checkDigits whether the check digits of a rest of the right form fit
 */
record VatIdScheme(
        String country,
        String prefix,
        Pattern body,
        String form,
        UnaryOperator<String> padding,
        Predicate<String> checkDigits) {

    static final Predicate<String> NO_CHECK_DIGITS = body -> true;

    /** A number whose normal form begins with a prefix. */
    static VatIdScheme prefixed(String prefix, String body, String form, Predicate<String> checkDigits) {
        return new VatIdScheme(prefix, prefix, Pattern.compile(body), form, rest -> rest, checkDigits);
    }

    /** A number whose normal form has no prefix. */
    static VatIdScheme bare(String country, String body, String form, Predicate<String> checkDigits) {
        return new VatIdScheme(country, "", Pattern.compile(body), form, rest -> rest, checkDigits);
    }

    VatIdScheme in(String otherCountry) {
        return new VatIdScheme(otherCountry, prefix, body, form, padding, checkDigits);
    }

    /** Shorter numbers are filled up with zeros. */
    VatIdScheme padded(UnaryOperator<String> fill) {
        return new VatIdScheme(country, prefix, body, form, fill, checkDigits);
    }

    /** @param compact upper case, without separators */
    VatIdCheck check(String compact) {
        String rest = padding.apply(withoutPrefix(compact));
        String normalised = prefix + rest;
        if (!body.matcher(rest).matches()) {
            return new VatIdCheck(false, normalised, "a number of " + country + " is " + form);
        }
        return checkDigits.test(rest)
                ? new VatIdCheck(true, normalised, "")
                : new VatIdCheck(false, normalised, "the check digits do not fit");
    }

    /** Leaves out the prefix, or the country where the normal form has none but people write it all the same. */
    private String withoutPrefix(String compact) {
        if (!prefix.isEmpty()) {
            String foreign = prefix.equals("EL") && compact.startsWith("GR") ? "GR" : prefix;
            return compact.startsWith(foreign) ? compact.substring(foreign.length()) : compact;
        }
        boolean written = compact.startsWith(country) && !body.matcher(compact).matches();
        return written ? compact.substring(country.length()) : compact;
    }
}
