package io.quittance.party;

import java.util.ArrayList;
import java.util.List;
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
 * @param parts what the parts of a rest of the right form must be
 * @param checkDigits whether the check digits of a rest of the right form fit
 */
record VatIdScheme(
        String country,
        String prefix,
        Pattern body,
        String form,
        UnaryOperator<String> padding,
        List<Part> parts,
        Predicate<String> checkDigits) {

    static final Predicate<String> NO_CHECK_DIGITS = body -> true;

    /**
     * A part of a number that means something of its own.
     *
     * @param requirement what it must be, as a sentence without its end
     */
    record Part(String requirement, Predicate<String> kept) {}

    /** A number whose normal form begins with a prefix. */
    static VatIdScheme prefixed(String prefix, String body, String form, Predicate<String> checkDigits) {
        return new VatIdScheme(prefix, prefix, Pattern.compile(body), form, rest -> rest, List.of(), checkDigits);
    }

    /** A number whose normal form has no prefix. */
    static VatIdScheme bare(String country, String body, String form, Predicate<String> checkDigits) {
        return new VatIdScheme(country, "", Pattern.compile(body), form, rest -> rest, List.of(), checkDigits);
    }

    VatIdScheme in(String otherCountry) {
        return new VatIdScheme(otherCountry, prefix, body, form, padding, parts, checkDigits);
    }

    /** Shorter numbers are filled up with zeros. */
    VatIdScheme padded(UnaryOperator<String> fill) {
        return new VatIdScheme(country, prefix, body, form, fill, parts, checkDigits);
    }

    /** A number keeps this, too. */
    VatIdScheme where(String requirement, Predicate<String> kept) {
        var more = new ArrayList<>(parts);
        more.add(new Part(requirement, kept));
        return new VatIdScheme(country, prefix, body, form, padding, List.copyOf(more), checkDigits);
    }

    /** @param compact upper case, without separators */
    VatIdCheck check(String compact) {
        String rest = padding.apply(withoutPrefix(compact));
        if (!body.matcher(rest).matches()) {
            String looks =
                    LookAlikes.meaning(country, rest).map(is -> ": " + is).orElse("");
            return new VatIdCheck(false, nearest(compact, rest), "a number of " + country + " is " + form + looks);
        }
        String normalised = prefix + rest;
        return isWhole(rest) ? new VatIdCheck(true, normalised, "") : new VatIdCheck(false, normalised, broken(rest));
    }

    /** The prefix before digits, so that both spellings stay one; another country's number stays as it is. */
    private String nearest(String compact, String rest) {
        return !rest.isEmpty() && Character.isDigit(rest.charAt(0)) ? prefix + rest : compact;
    }

    /** Whether it is one of these numbers; the same answer as {@link #check}, without looking for reasons. */
    boolean fits(String compact) {
        return isWhole(padding.apply(withoutPrefix(compact)));
    }

    private String broken(String rest) {
        return parts.stream()
                .filter(each -> !each.kept().test(rest))
                .map(Part::requirement)
                .findFirst()
                .orElseGet(() -> VatIdFacts.of(country).checkDigits().misfit(rest, this::isWhole));
    }

    private boolean isWhole(String rest) {
        return body.matcher(rest).matches()
                && parts.stream().allMatch(part -> part.kept().test(rest))
                && checkDigits.test(rest);
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
