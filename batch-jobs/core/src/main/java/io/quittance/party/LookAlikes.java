package io.quittance.party;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers that are often written where the VAT number belongs: what they are, and what is asked for instead. */
final class LookAlikes {

    private record Kind(String country, Pattern form, String meaning) {}

    private static final List<Kind> KINDS = List.of(
            kind("AU", "[0-9]{9}", "this may be an ACN, the ABN has 11 digits"),
            kind(
                    "CH",
                    "(?:CHE|E)?[0-9]{9}",
                    "this is the UID alone, which does not show that its holder is registered for VAT"),
            kind("DE", "[0-9]{10,11}|[0-9]{13}", "this may be the tax number (Steuernummer), not the USt-IdNr."),
            kind(
                    "FR",
                    "[0-9]{9}|[0-9]{14}",
                    "this may be the SIREN or SIRET, which stands behind a key in the VAT number"),
            kind("IN", "[A-Z]{5}[0-9]{4}[A-Z]", "this is a PAN, which stands inside the GSTIN"),
            kind("IT", "[A-Z]{6}[0-9A-Z]{10}", "this is a codice fiscale, not the partita IVA"),
            kind("NL", "[0-9]{8,9}", "this may be the KvK number or RSIN, the btw-id goes on with B and 2 digits"),
            kind("NO", "[0-9]{9}", "without MVA it does not show that its holder is registered for VAT"),
            kind("NZ", "[0-9]{13}", "this may be an NZBN, the GST number is the IRD number"),
            kind("PL", "[0-9]{9}|[0-9]{14}", "this may be the REGON, not the NIP"),
            kind("SE", "[0-9]{10}", "this may be the organisation number, the VAT number goes on with 01"));

    private LookAlikes() {}

    private static Kind kind(String country, String form, String meaning) {
        return new Kind(country, Pattern.compile(form), meaning);
    }

    /** What a text without the form of a territory's VAT numbers may be. */
    static Optional<String> meaning(String country, String text) {
        return KINDS.stream()
                .filter(kind -> kind.country().equals(country))
                .filter(kind -> kind.form().matcher(text).matches())
                .map(Kind::meaning)
                .findFirst();
    }
}
