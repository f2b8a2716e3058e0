package io.quittance.invoice.en16931;

import io.quittance.invoice.en16931.VatTerms.Kind;
import io.quittance.invoice.en16931.VatTerms.Totals;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The VAT rules about the document as a whole: its dates, ids and currencies, and goods that cross a border. */
final class DocumentVatRules {

    /** ISO 3166-1, and what stands before VAT ids beside it: EL for Greece, XI for Northern Ireland, 1A for Kosovo. */
    private static final Set<String> PREFIXES = prefixes();

    private DocumentVatRules() {}

    private static Set<String> prefixes() {
        var prefixes = new TreeSet<>(Arrays.asList(Locale.getISOCountries()));
        prefixes.addAll(Set.of("EL", "XI", "1A"));
        return prefixes;
    }

    /** BR-CO-03: the date of the tax point and the code of what it hangs on exclude each other. */
    static Stream<Breach> taxPoint(VatTerms terms) {
        return broken(
                terms.dates().taxPointDate() && terms.dates().taxPointCode(),
                new Breach("BR-CO-03", 0, "BT-7", null, "BT-7 or BT-8", "the tax point has a date and a code"));
    }

    /** BR-CO-04: each line has a VAT category. */
    static Stream<Breach> categoryOfLines(VatTerms terms) {
        return terms.uses(Kind.LINE)
                .filter(line -> line.category() == null)
                .map(line -> new Breach(
                        "BR-CO-04", line.line(), "BT-151", null, "a VAT category", "a line has no VAT category"));
    }

    /** BR-CO-09: VAT ids begin with the code of a country. */
    static Stream<Breach> prefix(VatTerms terms) {
        return terms.parties()
                .vatIds()
                .filter(id -> id.length() < 2 || !PREFIXES.contains(id.substring(0, 2)))
                .limit(1)
                .map(id -> new Breach(
                        "BR-CO-09",
                        0,
                        "BT-31",
                        shown(id),
                        "a country code of ISO 3166-1, or EL",
                        "a VAT id does not begin with the code of a country"));
    }

    /** Of an id that is none nobody knows what it is: only its beginning is told. */
    private static String shown(String id) {
        String start = id.substring(0, Math.min(2, id.length()));
        return start.chars().allMatch(character -> character > ' ' && character < 127) ? start + "…" : "…";
    }

    /** BR-53: a currency for the seller's VAT accounts has a total of VAT; CII does not let it be that of the document. */
    static Stream<Breach> taxCurrency(VatTerms terms) {
        Totals totals = terms.totals();
        String currency = totals.taxCurrency();
        if (currency == null) {
            return Stream.empty();
        }
        boolean stated = !totals.vatIn(currency).isEmpty();
        boolean twice = terms.artefact() == Artefact.CII && Objects.equals(currency, totals.currency());
        return broken(
                !stated || twice,
                new Breach(
                        "BR-53",
                        0,
                        "BT-111",
                        null,
                        "a total of VAT in " + currency,
                        stated
                                ? "the currency of the VAT accounts (BT-6) is that of the document (BT-5)"
                                : "the VAT is accounted for in " + currency
                                        + " (BT-6), and no total of VAT is stated in it"));
    }

    /** BR-48: a breakdown has a rate, but outside the scope of VAT. */
    static Stream<Breach> rateOfBreakdowns(VatTerms terms) {
        return terms.groups().stream()
                .filter(group -> group.rate() == null && !VatRuleSet.O.code().equals(group.category()))
                .map(group ->
                        new Breach("BR-48", group.line(), "BT-119", null, "a rate", "a VAT breakdown has no rate"));
    }

    /** BR-IC-11, BR-IC-12: goods to another Member State name when and whereto. */
    static Stream<Breach> goodsToOtherStates(VatTerms terms) {
        long line = terms.groups(VatRuleSet.K)
                .mapToLong(VatTerms.Group::line)
                .findFirst()
                .orElse(-1);
        if (line < 0) {
            return Stream.empty();
        }
        String ofK = "an intra-community supply does not say ";
        return Stream.concat(
                broken(
                        !terms.dates().supplied(),
                        new Breach(
                                "BR-IC-11", line, "BT-72", null, "BT-72 or a period BG-14", ofK + "when it was made")),
                broken(
                        !terms.dates().country(),
                        new Breach("BR-IC-12", line, "BT-80", null, "a country", ofK + "to which country it went")));
    }

    /** BR-O-11 to BR-O-14: outside the scope of VAT there is nothing else in the document. */
    static Stream<Breach> outsideScopeAlone(VatTerms terms) {
        if (terms.groups(VatRuleSet.O).findAny().isEmpty()) {
            return Stream.empty();
        }
        boolean groups = terms.groups().stream().anyMatch(group -> isOther(group.category()));
        boolean lines = hasOther(terms, Kind.LINE);
        boolean allowances = hasOther(terms, Kind.ALLOWANCE);
        boolean charges = hasOther(terms, Kind.CHARGE);
        // CII's artefact looks at breakdowns and lines together, and at allowances and charges together.
        boolean cii = terms.artefact() == Artefact.CII;
        return Stream.of(
                        broken(groups || (cii && lines), other("BR-O-11", "BT-118", "a breakdown")),
                        broken(lines || (cii && groups), other("BR-O-12", "BT-151", "a line")),
                        broken(allowances || (cii && charges), other("BR-O-13", "BT-95", "an allowance")),
                        broken(charges || (cii && allowances), other("BR-O-14", "BT-102", "a charge")))
                .flatMap(breaches -> breaches);
    }

    private static boolean hasOther(VatTerms terms, Kind kind) {
        return terms.uses(kind).anyMatch(use -> isOther(use.category()));
    }

    private static boolean isOther(@Nullable String category) {
        return category != null && !VatRuleSet.O.code().equals(category);
    }

    private static Breach other(String rule, String term, String what) {
        return new Breach(
                rule,
                0,
                term,
                null,
                "category O only",
                "beside what is outside the scope of VAT there is " + what + " of another category");
    }

    private static Stream<Breach> broken(boolean is, Breach breach) {
        return is ? Stream.of(breach) : Stream.empty();
    }

    /** A sum of amounts that may be absent. */
    static BigDecimal orZero(@Nullable BigDecimal amount) {
        return amount == null ? BigDecimal.ZERO : amount;
    }
}
